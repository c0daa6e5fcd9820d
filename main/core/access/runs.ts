import type { RunDetail, RunRow, Step } from '../../../shared/contracts/engine/runs.ts';
import { type Done, type Refused, refuse } from '../../../shared/errors.ts';
import type { Contacts } from '../people/contacts.ts';
import type { Book } from '../records/book.ts';
import type { Data, Entry } from '../records/shapes.ts';
import type { Devices } from './devices.ts';
import type { Exposures } from './exposures.ts';
import { stateOf } from './grant-state.ts';
import type { Grants } from './grants.ts';

type StepId = Step['id'];

/** A run that ends a grant. */
type EndRun = Data<'run'> & { readonly grant: string; readonly account: string };

function isEndRun(data: Data<'run'> | null): data is EndRun {
  return data !== null && data.kind === 'end_of_access' && data.grant !== undefined && data.account !== undefined;
}

/** End-of-access runs: what has to be done at the platform before a grant may be called closed. */
export class Runs {
  readonly #book: Book;
  readonly #grants: Grants;
  readonly #devices: Devices;
  readonly #exposures: Exposures;
  readonly #contacts: Contacts;

  constructor(of: { book: Book; contacts: Contacts; grants: Grants; devices: Devices; exposures: Exposures }) {
    this.#book = of.book;
    this.#grants = of.grants;
    this.#devices = of.devices;
    this.#exposures = of.exposures;
    this.#contacts = of.contacts;
  }

  /** Starts, or finds, the run of a grant whose last day is over. */
  start(grantId: string): Promise<{ run: string } | Refused> {
    return this.#book.change((draft) => {
      const grant = this.#book.get('grant', grantId);
      const account = grant?.accounts[0];
      if (grant === null || grant.side !== 'given' || account === undefined) return refuse('not_found');
      if (grant.run !== undefined) return { run: grant.run };
      // A handoff declined was sent all the same: while anything of it is exposed, there is something to take back.
      const state = stateOf(grant, this.#book.now());
      if (state !== 'ended' && !(state === 'refused' && this.#exposures.hasOpen(grantId))) return refuse('grant_not_ended');
      const run = this.#book.newId();
      const steps = this.#stepsFor(grantId, grant, account).map((id) => ({ id, state: 'todo' as const }));
      draft.put('run', run, { kind: 'end_of_access', grant: grantId, account, started: this.#book.now(), steps });
      draft.put('grant', grantId, { ...grant, run });
      draft.note('run-started', { who: this.#contacts.fp(grant.contact), ref: grantId });
      return { run };
    });
  }

  list({ offset, limit }: { offset: number; limit: number }): { total: number; rows: RunRow[] } {
    const runs = this.#book
      .all('run')
      .toSorted((a, b) => (b.data.finished ?? Infinity) - (a.data.finished ?? Infinity) || b.data.started - a.data.started)
      .flatMap((entry) => this.#row(entry) ?? []);
    return { total: runs.length, rows: runs.slice(offset, offset + limit) };
  }

  get(id: string): RunDetail | Refused {
    const data = this.#book.get('run', id);
    const row = data === null ? null : this.#row({ id, data });
    if (!isEndRun(data) || row === null) return refuse('not_found');
    const account = this.#book.get('account', data.account);
    const steps = data.steps.map((step) => this.#step(step, data));
    return {
      row,
      steps,
      devices: this.#devices.of(data.account),
      exposures: this.#exposures.views(data.account),
      candidate: account?.candidate === undefined ? null : { made: account.candidate_made ?? account.changed },
      passwordChanged: account?.password_set ?? null,
      closable: data.finished === undefined && this.#isDone(data),
    };
  }

  /** Ticks, skips or reopens a step. A step whose own evidence is missing cannot be ticked; a skipped one needs a reason. */
  step(form: { run: string; step: StepId; state: Step['state']; note: string | null }): Promise<Done | Refused> {
    return this.#book.change((draft) => {
      const data = this.#book.get('run', form.run);
      const step = data?.steps.find(({ id }) => id === form.step);
      if (!isEndRun(data) || step === undefined || data.finished !== undefined) return refuse('not_found');
      if (form.state === 'skipped' && (form.note ?? '').trim() === '') return refuse('reason_missing');
      const blocked = this.#blocked(form.step, data);
      if (form.state === 'done' && blocked !== null) return refuse(blocked === 'devices_open' ? 'devices_open' : 'no_candidate');
      const now = this.#book.now();
      const steps = data.steps.map((one) =>
        one.id === form.step
          ? {
              id: one.id,
              state: form.state,
              ...(form.state === 'todo' ? {} : { at: now }),
              ...(form.note === null ? {} : { note: form.note }),
            }
          : one,
      );
      draft.put('run', form.run, { ...data, steps });
      const kinds = { done: 'run-step-done', skipped: 'run-step-skipped', todo: 'run-step-reopened' } as const;
      draft.note(kinds[form.state], { ref: data.grant });
      return {};
    });
  }

  /** Closes the grant: only when every step is done or skipped with a reason. */
  close(id: string): Promise<Done | Refused> {
    return this.#book.change((draft) => {
      const data = this.#book.get('run', id);
      const grant = isEndRun(data) ? this.#book.get('grant', data.grant) : null;
      if (!isEndRun(data) || grant === null || data.finished !== undefined) return refuse('not_found');
      if (!this.#isDone(data)) return refuse('run_not_done');
      const now = this.#book.now();
      draft.put('run', id, { ...data, finished: now });
      draft.put('grant', data.grant, { ...grant, closed: now });
      draft.note('grant-closed', { who: this.#contacts.fp(grant.contact), ref: data.grant });
      return {};
    });
  }

  #stepsFor(id: string, grant: Data<'grant'>, account: string): StepId[] {
    const data = this.#book.get('account', account);
    const steps: StepId[] = ['password', 'devices'];
    // Another grant's pass is no reason to take its codes away.
    if (this.#exposures.isOpen(id, 'codes')) steps.push('authenticator');
    if (grant.what.includes('backup_codes') || (data?.backup_codes.length ?? 0) > 0) steps.push('backup_codes');
    steps.push('apps', 'recovery');
    return steps;
  }

  #blocked(step: string, data: EndRun): Step['blocked'] {
    if (step === 'devices') return this.#devices.unsettled(data.account) > 0 ? 'devices_open' : null;
    if (step !== 'password') return null;
    const account = this.#book.get('account', data.account);
    if (account?.candidate !== undefined) return 'candidate_waits';
    // SECURITY: a tick is no new password; it counts only once the one that was given is nobody's to know any more.
    return this.#exposures.isOpen(data.grant, 'password') ? 'no_candidate' : null;
  }

  #isDone(data: EndRun): boolean {
    return data.steps.every(({ id, state }) => state === 'skipped' || (state === 'done' && this.#blocked(id, data) === null));
  }

  #step(step: Data<'run'>['steps'][number], data: EndRun): Step {
    return {
      id: step.id as StepId,
      state: step.state,
      at: step.at ?? null,
      note: step.note ?? null,
      blocked: this.#blocked(step.id, data),
    };
  }

  #row({ id, data }: Entry<'run'>): RunRow | null {
    const grant = isEndRun(data) ? this.#book.get('grant', data.grant) : null;
    if (!isEndRun(data) || grant === null) return null;
    return {
      id,
      kind: 'end_of_access',
      grant: this.#grants.row({ id: data.grant, data: grant }),
      started: data.started,
      finished: data.finished ?? null,
      done: data.steps.filter(({ state }) => state !== 'todo').length,
      steps: data.steps.length,
    };
  }
}
