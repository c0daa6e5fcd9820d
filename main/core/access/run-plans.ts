import type { RunKind } from '../../../shared/contracts/engine/runs.ts';
import { STEPS_OF } from '../../../shared/platforms/run-step.ts';
import { placesOf } from '../business/centre-parts.ts';
import type { Book } from '../records/book.ts';
import { groupedBy } from '../records/grouped.ts';
import type { Data, Entry } from '../records/shapes.ts';
import type { Exposures } from './exposures.ts';
import { endOf, isLive } from './grant-state.ts';
import { hasOutsideSeed } from './outside-seed.ts';
import { keyOf, type RunStep, type StepId } from './run-subject.ts';

type Planned = Pick<RunStep, 'account' | 'grant' | 'of'> & { readonly id: StepId };

/** What stands open first for someone who leaves: what still runs, then what they know, then where they are in. */
const LEAVER_ORDER: readonly string[] = [
  'list_access',
  'end_grant',
  'password',
  'send_anew',
  'authenticator',
  'devices',
  'roles',
  'backup_codes',
  'apps',
  'recovery',
  'tell',
];
const END_ORDER: readonly string[] = [
  'tell',
  'password',
  'send_anew',
  'authenticator',
  'devices',
  'backup_codes',
  'apps',
  'recovery',
];

const byContact = ({ data }: Entry<'grant'>): string => (data.side === 'given' ? data.contact : '');
const byAccount = ({ data }: Entry<'grant'>): string => (data.side === 'given' ? (data.accounts[0] ?? '') : '');
const byOwner = ({ data }: Entry<'device'>): string => data.contact ?? '';

/** Which steps a run has, by its kind and by what it is about. */
export class RunPlans {
  readonly #book: Book;
  readonly #exposures: Exposures;

  constructor(book: Book, exposures: Exposures) {
    this.#book = book;
    this.#exposures = exposures;
  }

  /** The steps of a run: those it has, and in their place those that what happened since has added, still to do. */
  stepsOf(run: Data<'run'>): readonly RunStep[] {
    if (run.finished !== undefined) return run.steps;
    const known = new Map(run.steps.map((step) => [keyOf(step), step]));
    const fresh = this.#planned(run).filter((step) => !known.has(keyOf(step)));
    const order = orderOf(run.kind);
    const all = [...run.steps, ...fresh.map((step): RunStep => ({ ...step, state: 'todo' }))];
    return all.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  }

  /** Given grants of a person that no run has closed. */
  grantsOf(contact: string): readonly Entry<'grant'>[] {
    const grants = groupedBy(this.#book.all('grant'), byContact).get(contact) ?? [];
    return grants.filter(({ data }) => data.closed === undefined);
  }

  /** Where a person has a place at a business centre. */
  membersOf(contact: string): readonly Entry<'member'>[] {
    return placesOf(this.#book, contact);
  }

  /** Accounts a person can, or could, get into: what they know first and longest, then by title. */
  accountsOf(contact: string): readonly string[] {
    const exposed = new Map<string, number>();
    for (const { data } of this.#exposures.of(contact)) {
      if (data.secret === 'password') exposed.set(data.account, Math.min(data.at, exposed.get(data.account) ?? data.at));
    }
    const devices = groupedBy(this.#book.all('device'), byOwner).get(contact) ?? [];
    const found = new Set([
      ...this.grantsOf(contact)
        .filter(({ id, data }) => data.refused === undefined || this.#exposures.hasOpen(id))
        .flatMap(({ data }) => data.accounts),
      ...this.#exposures.of(contact).map(({ data }) => data.account),
      ...devices.filter(({ data }) => data.signed_out === undefined).map(({ data }) => data.account),
    ]);
    const title = (id: string): string => this.#book.get('account', id)?.title ?? '';
    const since = (id: string): number => exposed.get(id) ?? Number.MAX_SAFE_INTEGER;
    return [...found]
      .filter((id) => this.#book.get('account', id) !== null)
      .toSorted((a, b) => since(a) - since(b) || title(a).localeCompare(title(b)));
  }

  #planned(run: Data<'run'>): readonly Planned[] {
    if (run.kind === 'leaver') return run.contact === undefined ? [] : this.#leaver(run.contact);
    if (run.kind !== 'end_of_access') return STEPS_OF[run.kind].map((id) => ({ id }));
    return run.grant === undefined || run.account === undefined ? [] : this.#endOfAccess(run.grant, run.account);
  }

  #endOfAccess(id: string, account: string): Planned[] {
    const grant = this.#book.get('grant', id);
    const steps: StepId[] = ['tell', 'password'];
    if (this.#othersKnow(account, grant?.contact ?? '')) steps.push('send_anew');
    // Another grant's pass is no reason to take its codes away.
    if (this.#exposures.isOpen(id, 'codes') || this.#isOutside(account)) steps.push('authenticator');
    steps.push('devices');
    if (grant?.what.includes('backup_codes') === true || this.#hasBackupCodes(account)) steps.push('backup_codes');
    steps.push('apps', 'recovery');
    return steps.map((step) => ({ id: step }));
  }

  #leaver(contact: string): Planned[] {
    const now = this.#book.now();
    const grants = this.grantsOf(contact);
    const live = grants.filter(({ data }) => isLive(data, now)).toSorted((a, b) => endOf(a.data) - endOf(b.data));
    const steps: Planned[] = [{ id: 'list_access' }];
    for (const { id, data } of live) steps.push({ id: 'end_grant', grant: id, ...accountPart(data) });
    for (const account of this.accountsOf(contact)) {
      for (const id of this.#leaverSteps(contact, account, grants)) steps.push({ id, account });
    }
    for (const { id } of this.membersOf(contact)) steps.push({ id: 'roles', of: id });
    steps.push({ id: 'tell' });
    return steps;
  }

  #leaverSteps(contact: string, account: string, grants: readonly Entry<'grant'>[]): StepId[] {
    const given = new Set(grants.filter(({ data }) => data.accounts.includes(account)).flatMap(({ data }) => data.what));
    const steps: StepId[] = ['devices', 'apps', 'recovery'];
    if (given.has('password') || this.#exposures.isOpenTo(contact, account, 'password')) steps.push('password');
    if (this.#othersKnow(account, contact)) steps.push('send_anew');
    if (this.#exposures.isOpenTo(contact, account, 'codes') || this.#isOutside(account)) steps.push('authenticator');
    if (given.has('role')) steps.push('roles');
    if (given.has('backup_codes') || this.#exposures.isOpenTo(contact, account, 'backup_codes') || this.#hasBackupCodes(account))
      steps.push('backup_codes');
    return steps;
  }

  /** True while someone else keeps access by the same password. */
  #othersKnow(account: string, leaving: string): boolean {
    const now = this.#book.now();
    const grants = groupedBy(this.#book.all('grant'), byAccount).get(account) ?? [];
    return grants.some(({ data }) => data.contact !== leaving && data.what.includes('password') && isLive(data, now));
  }

  #isOutside(account: string): boolean {
    const data = this.#book.get('account', account);
    return data !== null && hasOutsideSeed(data);
  }

  #hasBackupCodes(account: string): boolean {
    return (this.#book.get('account', account)?.backup_codes.length ?? 0) > 0;
  }
}

function accountPart({ accounts: [account] }: Data<'grant'>): { account?: string } {
  return account === undefined ? {} : { account };
}

function orderOf(kind: RunKind): readonly string[] {
  if (kind === 'leaver') return LEAVER_ORDER;
  return kind === 'end_of_access' ? END_ORDER : STEPS_OF[kind];
}
