import type { Book } from '../records/book.ts';
import type { Data } from '../records/shapes.ts';
import { seedFactor } from '../accounts/seed-factor.ts';
import type { Devices } from './devices.ts';
import type { Exposures } from './exposures.ts';
import type { GrantLife } from './grant-life.ts';
import { endOf, isLive } from './grant-state.ts';
import { hasOutsideSeed } from './outside-seed.ts';
import { type Blocked, type RunStep, type Subject, subjectOf } from './run-subject.ts';

type Secret = Data<'exposure'>['secret'];

/** What the records themselves say about the steps of runs: which cannot be called done yet, and which are done without a tick. */
export class RunEvidence {
  readonly #book: Book;
  readonly #devices: Devices;
  readonly #exposures: Exposures;
  readonly #life: GrantLife;

  constructor(of: { book: Book; devices: Devices; exposures: Exposures; grantLife: GrantLife }) {
    this.#book = of.book;
    this.#devices = of.devices;
    this.#exposures = of.exposures;
    this.#life = of.grantLife;
  }

  /** Why a step cannot be ticked; null when nothing stands against it. A tick alone ends nobody's access. */
  blocked(run: Data<'run'>, step: RunStep): Blocked | null {
    const subject = subjectOf(run, step);
    const account = subject.account === null ? null : this.#book.get('account', subject.account);
    switch (run.kind) {
      case 'end_of_access':
      case 'leaver':
        return this.#endBlocked(step.id, subject, account);
      case 'put_authenticator':
        return account === null ? null : keyBlocked(step.id, account);
      case 'after_handoff':
        return this.#afterBlocked(step.id, run, subject);
      case 'before_handoff':
        return step.id === 'devices' && this.#devices.of(subject.account ?? '').length === 0 ? 'no_list' : null;
      case 'account_recovery':
        return step.id === 'then_take_back' && account?.candidate !== undefined ? 'candidate_waits' : null;
      default:
        return null;
    }
  }

  /** When a step that is still to do was done elsewhere; null when it waits for a tick. Unix seconds. */
  doneAt(run: Data<'run'>, step: RunStep): number | null {
    const { account: id, grant: grantId, member } = subjectOf(run, step);
    if (step.id === 'end_grant') {
      const grant = this.#book.get('grant', grantId ?? '');
      return grant === null || isLive(grant, this.#book.now()) ? null : endOf(grant);
    }
    if (member !== null) return this.#book.get('member', member)?.removed ?? null;
    const account = run.kind === 'put_authenticator' ? this.#book.get('account', id ?? '') : null;
    const factor = account === null ? null : seedFactor(account);
    if (factor === null || !['open_settings', 'show_key', 'type_key', 'confirm_code'].includes(step.id)) return null;
    return step.id === 'confirm_code' && factor.confirmed !== true ? null : (factor.set ?? run.started);
  }

  /** True when a step needs nothing more: skipped with a reason, or done and nothing against it. */
  isSettled(run: Data<'run'>, step: RunStep): boolean {
    if (step.state === 'skipped') return true;
    const isDone = step.state === 'done' || this.doneAt(run, step) !== null;
    return isDone && this.blocked(run, step) === null;
  }

  #endBlocked(step: string, subject: Subject, account: Data<'account'> | null): Blocked | null {
    switch (step) {
      case 'end_grant': {
        const grant = this.#book.get('grant', subject.grant ?? '');
        return grant !== null && isLive(grant, this.#book.now()) ? 'grant_live' : null;
      }
      case 'password':
        if (account?.candidate !== undefined) return 'candidate_waits';
        // SECURITY: a tick is no new password; it counts only once the one that was given is nobody's to know any more.
        return this.#knows(subject, 'password') ? 'no_candidate' : null;
      case 'send_anew':
        if (account?.candidate !== undefined || this.#knows(subject, 'password')) return 'password_first';
        return this.#hasOutdated(subject) ? 'others_outdated' : null;
      case 'authenticator':
        // SECURITY: only another seed ends codes that were computed ahead, or that someone computes for themselves.
        if (this.#knows(subject, 'codes')) return 'codes_open';
        return account !== null && hasOutsideSeed(account) ? 'outside_seed' : null;
      case 'devices':
        return this.#devices.unsettled(subject.account ?? '', subject.contact ?? this.#lentTo(subject)) > 0 ? 'devices_open' : null;
      case 'backup_codes':
        return this.#knows(subject, 'backup_codes') ? 'backup_open' : null;
      default:
        return null;
    }
  }

  #afterBlocked(step: string, run: Data<'run'>, { account }: Subject): Blocked | null {
    const devices = account === null ? [] : this.#devices.of(account);
    if (step === 'look_at_devices') return devices.some(({ listed }) => (listed ?? 0) >= run.started) ? null : 'no_list';
    if (step !== 'whose_device') return null;
    const still = devices.filter(({ signedOut }) => signedOut === null);
    if (still.some(({ grant, listed }) => grant === run.grant && listed === null)) return 'promised_missing';
    return still.some(({ whose }) => whose === 'unknown') ? 'devices_open' : null;
  }

  /** True while the one whose access ends knows a secret: under this grant, or, for a leaver, under any. */
  #knows({ kind, grant, account, contact }: Subject, secret: Secret): boolean {
    if (kind === 'end_of_access') return grant !== null && this.#exposures.isOpen(grant, secret);
    return contact !== null && account !== null && this.#exposures.isOpenTo(contact, account, secret);
  }

  #hasOutdated({ account, contact }: Subject): boolean {
    return this.#life.outdated(account ?? '').grants.some(({ person }) => person.contact !== contact);
  }

  #lentTo({ grant }: Subject): string | null {
    return this.#book.get('grant', grant ?? '')?.contact ?? null;
  }
}

function keyBlocked(step: string, account: Data<'account'>): Blocked | null {
  if (step !== 'type_key' && step !== 'confirm_code') return null;
  const factor = seedFactor(account);
  if (factor === null) return 'no_factor';
  return step === 'confirm_code' && factor.confirmed !== true ? 'not_confirmed' : null;
}
