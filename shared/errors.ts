/** Failures of the wire itself. */
export const WIRE_ERRORS = [
  'too_large',
  'bad_message',
  'unknown_call',
  'bad_params',
  'bad_result',
  'wrong_state',
  'busy',
  'engine_gone',
  'bug',
] as const;

/** Failures of a vault file and of opening it. */
export const VAULT_ERRORS = [
  'not_a_vault',
  'newer_version',
  'damaged_header',
  'damaged_slot',
  'damaged_vault',
  'kdf_refused',
  'no_slot',
  'wrong_password',
  'wrong_recovery_words',
  'password_too_short',
  'password_too_long',
  'password_common',
  'password_unassigned',
  'vault_exists',
  'vault_missing',
  'vault_in_use',
  'read_only',
  'disk_full',
  'folder_read_only',
  'changed_elsewhere',
  'write_failed',
  'no_memory',
  'forked',
  'rolled_back',
  'nothing_to_salvage',
  'no_backup',
  'backup_failed',
  'keychain_failed',
  'password_again',
  'rescue_apart',
  'rescue_unreadable',
  'another_vault',
  'cancelled',
] as const;

/** Failures of what a person typed, pasted or chose. */
export const INPUT_ERRORS = [
  'not_found',
  'expired_token',
  'word_count',
  'unknown_word',
  'word_checksum',
  'words_differ',
  'words_pasted',
  'not_a_message',
  'not_a_card',
  'own_card',
  'could_not_open',
  'already_read',
  'already_known',
  'seed_not_base32',
  'seed_too_short',
  'uri_not_otpauth',
  'uri_refused',
  'code_differs',
  'no_seed',
  'codes_by_counter',
  'picture_unreadable',
  'picture_too_large',
  'picture_timeout',
  'no_code_in_picture',
  'code_not_otpauth',
  'transfer_doubled',
  'transfer_other',
  'nothing_to_send',
  'no_windows',
  'too_many_codes',
  'ends_in_past',
  'too_far_ahead',
  'not_verified',
  'secrets_closed',
  'access_ended',
  'access_not_begun',
  'grant_not_ended',
  'request_over',
  'no_live_codes',
  'grant_over',
  'not_less',
  'run_not_done',
  'reason_missing',
  'devices_open',
  'step_blocked',
  'no_candidate',
  'candidate_exists',
  'contact_in_use',
  'centre_in_use',
  'member_removed',
  'too_many',
  'link_refused',
  'capability_missing',
  'too_often',
  'settings_unsaved',
  'not_confirmed',
  'too_many_secrets',
  'keychain_unavailable',
  'file_unreadable',
  'text_too_long',
  'text_unfit',
  'platform_needed',
  'ends_earlier',
  'in_sandbox',
] as const;

/** Every code, wire, vault and input together. */
export const ERROR_CODES = [...WIRE_ERRORS, ...VAULT_ERRORS, ...INPUT_ERRORS] as const;

/** Every failure a person can meet; its sentence is in `shared/text`. */
export type ErrorCode = (typeof ERROR_CODES)[number];

/** True for a text that is one of the codes. */
export function isErrorCode(text: string): text is ErrorCode {
  return (ERROR_CODES as readonly string[]).includes(text);
}

/** Numbers and short words a sentence may need, never secrets. */
export type ErrorFacts = Readonly<Record<string, string | number>>;

/** An expected failure as a value. */
export interface Refused {
  readonly refused: ErrorCode;
  readonly facts?: ErrorFacts;
}

/** What an action gives that has nothing to tell. */
export type Done = Record<string, never>;

/** Makes an expected failure. */
export function refuse(refused: ErrorCode, facts?: ErrorFacts): Refused {
  return facts === undefined ? { refused } : { refused, facts };
}

/** True for the value `refuse` makes. */
export function isRefused(value: unknown): value is Refused {
  return typeof value === 'object' && value !== null && 'refused' in value;
}

/** Marks a place that the types say cannot be reached; throws when it is. */
export function assertNever(value: never): never {
  throw new Error(`unexpected ${typeof value}`);
}
