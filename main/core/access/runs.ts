import type { RunDetail, RunRow, RunStart, Step } from '../../../shared/contracts/engine/runs.ts';
import { MOST_STEPS } from '../../../shared/contracts/engine/runs.ts';
import { type Done, isRefused, type Refused, refuse } from '../../../shared/errors.ts';
import { waitsForRun } from '../../../shared/loan-waits.ts';
import { namedAccount } from '../accounts/named-account.ts';
import type { PlatformFile } from '../accounts/platform-file.ts';
import { takeIn, takeOut } from '../business/member-removal.ts';
import type { Contacts } from '../people/contacts.ts';
import type { Book, Draft } from '../records/book.ts';
import type { Data } from '../records/shapes.ts';
import type { Devices } from './devices.ts';
import type { Exposures } from './exposures.ts';
import type { GrantLife } from './grant-life.ts';
import { isLive, stateOf } from './grant-state.ts';
import type { Grants } from './grants.ts';
import { appointmentFile, appointmentOf, movedTo } from './run-appointment.ts';
import { RunEvidence } from './run-evidence.ts';
import { RunPlans } from './run-plans.ts';
import { keyOf, type RunStep } from './run-subject.ts';
import { RunViews } from './run-views.ts';

type Run = Data<'run'>;
type Appointed = Extract<RunStart, { kind: 'sign_in_appointment' }>;

const NOTED = { done: 'run-step-done', skipped: 'run-step-skipped', todo: 'run-step-reopened' } as const;

/** Checklists in progress: what is to be done at the platform around a handoff, at its end, and when someone leaves. */
export class Runs {
  readonly #book: Book;
  readonly #contacts: Contacts;
  readonly #platforms: PlatformFile;
  readonly #devices: Devices;
  readonly #exposures: Exposures;
  readonly #plans: RunPlans;
  readonly #evidence: RunEvidence;
  readonly #views: RunViews;

  constructor(of: {
    book: Book;
    contacts: Contacts;
    platforms: PlatformFile;
    grants: Grants;
    grantLife: GrantLife;
    devices: Devices;
    exposures: Exposures;
  }) {
    this.#book = of.book;
    this.#contacts = of.contacts;
    this.#platforms = of.platforms;
    this.#devices = of.devices;
    this.#exposures = of.exposures;
    this.#plans = new RunPlans(of.book, of.exposures);
    this.#evidence = new RunEvidence(of);
    this.#views = new RunViews({ ...of, plans: this.#plans, evidence: this.#evidence });
  }

  /** Starts a run, or finds the half-done one of the same kind about the same thing. */
  start(form: RunStart): Promise<{ run: string } | Refused> {
    return this.#book.change((draft) => {
      switch (form.kind) {
        case 'end_of_access':
          return this.#startEnd(draft, form.grant);
        case 'after_handoff':
          return this.#startAfter(draft, form.grant);
        case 'leaver':
          if (this.#book.get('contact', form.contact) === null) return refuse('not_found');
          return this.#startOne(draft, { kind: 'leaver', contact: form.contact }, form.contact);
        case 'sign_in_appointment':
          return this.#startAppointment(draft, form);
        default:
          return this.#isAccount(form.account)
            ? this.#startOne(draft, { kind: form.kind, account: form.account }, form.account)
            : refuse('not_found');
      }
    });
  }

  /** Open runs first, the newest of them first; then the closed ones. */
  list({ only, offset, limit }: { only?: 'open' | 'all' | undefined; offset: number; limit: number }): {
    total: number;
    rows: RunRow[];
  } {
    const runs = this.#book
      .all('run')
      .filter(({ data }) => (only === 'open' ? this.#isOpen(data) : this.#isWhole(data)))
      .toSorted((a, b) => (b.data.finished ?? Infinity) - (a.data.finished ?? Infinity) || b.data.started - a.data.started);
    return { total: runs.length, rows: runs.slice(offset, offset + limit).map((entry) => this.#views.row(entry)) };
  }

  /** How many lines of the page of runs want something done: runs under way, and loans that are over and wait for theirs. */
  get waiting(): number {
    const now = this.#book.now();
    const open = this.#book.all('run').filter(({ data }) => this.#isOpen(data));
    const leaving = new Set(open.flatMap(({ data: { kind, contact } }) => (kind === 'leaver' ? (contact ?? []) : [])));
    const loans = this.#book
      .all('grant')
      .filter(
        ({ data }) =>
          data.side === 'given' &&
          waitsForRun({ state: stateOf(data, now), run: data.run ?? null, contact: data.contact }, leaving),
      );
    return open.length + loans.length;
  }

  get(id: string): RunDetail | Refused {
    const data = this.#book.get('run', id);
    return data === null || !this.#isWhole(data) ? refuse('not_found') : this.#views.detail(id, data);
  }

  /** How far a run is; null when there is none to show. */
  progress(id: string): Pick<RunRow, 'id' | 'done' | 'steps' | 'finished'> | null {
    const data = this.#book.get('run', id);
    if (data === null || !this.#isWhole(data)) return null;
    const { done, steps, finished } = this.#views.row({ id, data });
    return { id, done, steps, finished };
  }

  /** Ticks, skips or reopens a step. A step whose own evidence is missing cannot be ticked; a skipped one needs a reason. */
  step(form: { run: string; step: Step['key']; state: Step['state']; note: string | null }): Promise<Done | Refused> {
    return this.#book.change((draft) => {
      const run = this.#book.get('run', form.run);
      if (run === null || run.finished !== undefined || !this.#isWhole(run)) return refuse('not_found');
      const steps = this.#settled(run);
      const step = steps.find((one) => keyOf(one) === form.step);
      if (step === undefined) return refuse('not_found');
      if (form.state === 'skipped' && (form.note ?? '').trim() === '') return refuse('reason_missing');
      const blocked = form.state === 'done' ? this.#evidence.blocked(run, step) : null;
      if (blocked !== null) return refuse(codeOf(blocked), { why: blocked });
      const { at: _at, note: _note, ...kept } = step;
      const time = form.state === 'todo' ? {} : { at: this.#book.now() };
      const next: RunStep = { ...kept, state: form.state, ...time, ...(form.note === null ? {} : { note: form.note }) };
      this.#tellMember(draft, step, next);
      draft.put('run', form.run, { ...run, steps: steps.map((one) => (one === step ? next : one)) });
      draft.note(NOTED[form.state], { who: this.#who(run), ref: step.grant ?? step.account ?? refOf(run) });
      return {};
    });
  }

  /** Finishes a run, and closes what it ends: only when every step is done or skipped with a reason. */
  close(id: string): Promise<Done | Refused> {
    return this.#book.change((draft) => {
      const run = this.#book.get('run', id);
      if (run === null || run.finished !== undefined || !this.#isWhole(run)) return refuse('not_found');
      const steps = this.#settled(run);
      if (!steps.every((step) => this.#evidence.isSettled(run, step))) return refuse('run_not_done');
      const now = this.#book.now();
      draft.put('run', id, { ...run, steps: [...steps], finished: now });
      if (run.kind === 'end_of_access' && run.grant !== undefined) return this.#closeGrant(draft, run.grant, now);
      if (run.kind === 'leaver' && run.contact !== undefined) {
        const closed = this.#closeAll(draft, run.contact, now);
        if (isRefused(closed)) return closed;
      }
      draft.note('run-closed', { who: this.#who(run), ref: refOf(run) });
      return {};
    });
  }

  /** The calendar file of an appointment. */
  calendar(id: string): string | Refused {
    const run = this.#book.get('run', id);
    const account = this.#book.get('account', run?.account ?? '');
    if (run?.appointment === undefined || account === null) return refuse('not_found');
    const about = { platform: this.#platforms.known.name(account.platform), person: this.#contacts.ref(run.contact ?? null).name };
    const theirZone = this.#book.get('contact', run.contact ?? '')?.zone;
    return appointmentFile(id, run.appointment, { ...about, theirZone }, this.#book.now());
  }

  #startEnd(draft: Draft, id: string): { run: string } | Refused {
    const grant = this.#book.get('grant', id);
    const account = grant?.accounts[0];
    if (grant === null || grant.side !== 'given' || account === undefined) return refuse('not_found');
    if (grant.run !== undefined) return { run: grant.run };
    // A handoff declined was sent all the same: while anything of it is exposed, there is something to take back.
    const state = stateOf(grant, this.#book.now());
    if (state !== 'ended' && !(state === 'refused' && this.#exposures.hasOpen(id))) return refuse('grant_not_ended');
    const made = this.#begin(draft, { kind: 'end_of_access', grant: id, account }, id);
    if (!isRefused(made)) draft.put('grant', id, { ...grant, run: made.run });
    return made;
  }

  #startAfter(draft: Draft, id: string): { run: string } | Refused {
    const grant = this.#book.get('grant', id);
    const account = grant?.accounts[0];
    if (grant === null || grant.side !== 'given' || account === undefined || grant.closed !== undefined) return refuse('not_found');
    const known = this.#halfDone({ kind: 'after_handoff', grant: id });
    if (known !== null) return { run: known };
    const promised = grant.device ?? this.#agreedDevice(account, grant.contact);
    if (promised !== null) this.#devices.expect(draft, { account, grant: id, contact: grant.contact, name: promised });
    return this.#begin(draft, { kind: 'after_handoff', grant: id, account }, id);
  }

  #startAppointment(draft: Draft, form: Appointed): { run: string } | Refused {
    const contact = this.#book.get('contact', form.contact);
    if (!this.#isAccount(form.account) || contact === null) return refuse('not_found');
    const now = this.#book.now();
    const id = this.#halfDone({ kind: form.kind, account: form.account, contact: form.contact });
    const known = id === null ? null : this.#book.get('run', id);
    const at = appointmentOf(form, now, known?.appointment);
    if (isRefused(at)) return at;
    if (id === null || known === null)
      return this.#begin(draft, { kind: form.kind, account: form.account, contact: form.contact, appointment: at }, form.account);
    draft.put('run', id, movedTo(known, at));
    return { run: id };
  }

  /** The device of the sign-in agreed last. */
  #agreedDevice(account: string, contact: string): string | null {
    const agreed = this.#book
      .all('run')
      .filter(({ data }) => data.kind === 'sign_in_appointment' && data.account === account && data.contact === contact)
      .toSorted((a, b) => b.data.started - a.data.started);
    return agreed[0]?.data.appointment?.device ?? null;
  }

  #startOne(draft: Draft, about: Pick<Run, 'kind' | 'account' | 'contact'>, ref: string): { run: string } | Refused {
    const known = this.#halfDone(about);
    return known === null ? this.#begin(draft, about, ref) : { run: known };
  }

  #begin(draft: Draft, about: Omit<Run, 'started' | 'steps'>, ref: string): { run: string } | Refused {
    const empty: Run = { ...about, started: this.#book.now(), steps: [] };
    const steps = this.#plans.stepsOf(empty);
    if (steps.length > MOST_STEPS) return refuse('too_many', { max: MOST_STEPS });
    const run = this.#book.newId();
    draft.put('run', run, { ...empty, steps: [...steps] });
    draft.note('run-started', { who: this.#who(empty), ref });
    return { run };
  }

  #halfDone(about: Pick<Run, 'kind' | 'account' | 'contact' | 'grant'>): string | null {
    const same = this.#book.all('run').findLast(({ data }) => {
      if (data.finished !== undefined || data.kind !== about.kind) return false;
      return data.account === (about.account ?? data.account) && data.contact === about.contact && data.grant === about.grant;
    });
    return same?.id ?? null;
  }

  /** Its steps as they stand, those that were done elsewhere with their time. */
  #settled(run: Run): RunStep[] {
    return this.#plans.stepsOf(run).map((step) => {
      const at = step.state === 'todo' ? this.#evidence.doneAt(run, step) : null;
      return at === null ? step : { ...step, state: 'done', at };
    });
  }

  /** A tick on someone's place at a business centre says that it was taken away there; the tick taken back says it was not. */
  #tellMember(draft: Draft, before: RunStep, after: RunStep): void {
    const member = before.of === undefined ? null : this.#book.get('member', before.of);
    if (before.of === undefined || member === null) return;
    const around = { book: this.#book, contacts: this.#contacts };
    if (after.state === 'done') takeOut(around, draft, before.of, member);
    else if (before.state === 'done' && member.removed === before.at) takeIn(around, draft, before.of, member);
  }

  #closeGrant(draft: Draft, id: string, now: number): Done | Refused {
    const grant = this.#book.get('grant', id);
    if (grant === null) return refuse('not_found');
    draft.put('grant', id, { ...grant, closed: now });
    draft.note('grant-closed', { who: this.#contacts.fp(grant.contact), ref: id });
    return {};
  }

  /** Closes what a person who left was lent, and ends the runs that single grants of theirs had begun. */
  #closeAll(draft: Draft, contact: string, now: number): Done | Refused {
    for (const { id, data } of this.#plans.grantsOf(contact)) {
      if (isLive(data, now)) return refuse('run_not_done');
      if (data.refused !== undefined && data.run === undefined) continue;
      this.#closeGrant(draft, id, now);
      const run = this.#book.get('run', data.run ?? '');
      if (run === null || data.run === undefined || run.finished !== undefined) continue;
      draft.put('run', data.run, { ...run, finished: now });
      draft.note('run-closed', { who: this.#contacts.fp(contact), ref: id });
    }
    return {};
  }

  #isAccount(id: string): boolean {
    const account = this.#book.get('account', id);
    return account !== null && account.trashed === undefined;
  }

  #isOpen(run: Run): boolean {
    return run.finished === undefined && this.#isWhole(run);
  }

  /** True for a run whose subject is still there to be shown; of one that is finished, the name is enough. */
  #isWhole(run: Run): boolean {
    if (run.kind === 'leaver') return run.contact !== undefined && this.#book.get('contact', run.contact) !== null;
    if (run.account === undefined) return false;
    const account = run.finished === undefined ? this.#book.get('account', run.account) : namedAccount(this.#book, run.account);
    if (account === null) return false;
    const needsGrant = run.kind === 'end_of_access' || run.kind === 'after_handoff';
    return !needsGrant || (run.grant !== undefined && this.#book.get('grant', run.grant) !== null);
  }

  #who(run: Run): string | undefined {
    const contact = run.contact ?? this.#book.get('grant', run.grant ?? '')?.contact;
    return contact === undefined ? undefined : this.#contacts.fp(contact);
  }
}

function refOf({ grant, account, contact }: Run): string | undefined {
  return grant ?? account ?? contact;
}

function codeOf(blocked: NonNullable<Step['blocked']>): 'devices_open' | 'no_candidate' | 'step_blocked' {
  if (blocked === 'devices_open') return 'devices_open';
  return blocked === 'no_candidate' || blocked === 'candidate_waits' ? 'no_candidate' : 'step_blocked';
}
