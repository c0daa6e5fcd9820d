import type { Sure } from './fact.ts';

/** The steps of every kind of run, in their order. The vault stores these names: none may change its meaning. */
export const STEPS_OF = {
  end_of_access: ['tell', 'password', 'authenticator', 'devices', 'backup_codes', 'apps', 'recovery'],
  put_authenticator: ['open_settings', 'show_key', 'type_key', 'confirm_code', 'save_backup_codes', 'spare_sms'],
  before_handoff: ['second_step', 'recovery', 'backup_codes', 'delegated_way', 'devices'],
  sign_in_appointment: ['agree_time', 'device_and_place', 'stand_by', 'calendar', 'more_asked'],
  after_handoff: ['look_at_devices', 'whose_device', 'anything_else'],
  leaver: ['list_access', 'tell', 'roles', 'password', 'authenticator', 'devices', 'backup_codes', 'apps', 'recovery'],
  monthly_review: ['grants', 'devices', 'roles', 'apps', 'backup_codes', 'recovery'],
  account_recovery: ['who_holds_it', 'recovery_mail', 'recovery_phone', 'backup_codes', 'platform_page', 'then_take_back'],
} as const;

/** A kind of run the catalogue has steps for. */
export type RunKind = keyof typeof STEPS_OF;
/** A step of one kind of run. */
export type StepOf<K extends RunKind> = (typeof STEPS_OF)[K][number];

/** The steps of the end-of-access run; the same names as in the contract. */
export const RUN_STEPS = STEPS_OF.end_of_access;

/** A piece of advice, with its spaces; `theirs` where it is the catalogue's about the platform, and so English in every language. */
export interface Piece {
  readonly text: string;
  readonly theirs: boolean;
}

/** Where one step of a run is done on a platform, and what to do there. */
export interface RunStep<Id extends string = string> {
  readonly id: Id;
  readonly title: string;
  /** Menu words in their order; empty when they are not known. */
  readonly path: readonly string[];
  /** An https page to open; null when there is none to trust. */
  readonly link: string | null;
  /** How sure the way there is; `not_applicable` where no way is needed or the platform has no such thing. */
  readonly sure: Sure;
  /** A few sentences on what to do there. */
  readonly advice: string;
  /** The same by who says it: joined they are the advice. */
  readonly pieces: readonly Piece[];
}
