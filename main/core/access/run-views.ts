import type {
  Appointment,
  RunAccount,
  RunDetail,
  RunGrant,
  RunMember,
  RunRow,
  Step,
  StillOpen,
} from '../../../shared/contracts/engine/runs.ts';
import { liveAdCodes } from '../business/ad-code-state.ts';
import type { Contacts } from '../people/contacts.ts';
import type { Book } from '../records/book.ts';
import type { Data, Entry } from '../records/shapes.ts';
import type { Devices } from './devices.ts';
import type { Exposures } from './exposures.ts';
import { isLive } from './grant-state.ts';
import { knownZone } from './giving.ts';
import type { Grants } from './grants.ts';
import type { RunEvidence } from './run-evidence.ts';
import type { RunPlans } from './run-plans.ts';
import { keyOf, type RunStep, type StepId, subjectOf } from './run-subject.ts';
import { namedAccount } from '../accounts/named-account.ts';

/** Runs as a page shows them. */
export class RunViews {
  readonly #book: Book;
  readonly #contacts: Contacts;
  readonly #grants: Grants;
  readonly #devices: Devices;
  readonly #exposures: Exposures;
  readonly #plans: RunPlans;
  readonly #evidence: RunEvidence;

  constructor(of: {
    book: Book;
    contacts: Contacts;
    grants: Grants;
    devices: Devices;
    exposures: Exposures;
    plans: RunPlans;
    evidence: RunEvidence;
  }) {
    this.#book = of.book;
    this.#contacts = of.contacts;
    this.#grants = of.grants;
    this.#devices = of.devices;
    this.#exposures = of.exposures;
    this.#plans = of.plans;
    this.#evidence = of.evidence;
  }

  row({ id, data }: Entry<'run'>): RunRow {
    const steps = this.#plans.stepsOf(data).map((step) => this.step(data, step));
    const grant = data.grant === undefined ? null : this.#book.get('grant', data.grant);
    const person = data.contact ?? grant?.contact;
    return {
      id,
      kind: data.kind,
      grant: grant === null || data.grant === undefined ? null : this.#grants.row({ id: data.grant, data: grant }),
      account: data.account === undefined ? null : this.#account(data.account),
      person: person === undefined ? null : this.#contacts.ref(person),
      at: data.appointment?.from ?? null,
      started: data.started,
      finished: data.finished ?? null,
      done: steps.filter(({ state }) => state !== 'todo').length,
      steps: steps.length,
    };
  }

  detail(id: string, data: Data<'run'>): RunDetail {
    const steps = this.#plans.stepsOf(data);
    const about = steps.map((step) => subjectOf(data, step));
    const account = data.account === undefined ? null : this.#book.get('account', data.account);
    return {
      row: this.row({ id, data }),
      steps: steps.map((step) => this.step(data, step)),
      accounts: distinct(about.map((one) => one.account)).flatMap((one) => this.#account(one) ?? []),
      grants: this.#grantsOf(
        data,
        about.map(({ grant }) => grant),
      ),
      members: distinct(about.map(({ member }) => member)).flatMap((one) => this.#member(one) ?? []),
      devices: data.account === undefined ? [] : this.#devices.of(data.account),
      exposures: data.account === undefined ? [] : this.#exposures.views(data.account),
      candidate: account?.candidate === undefined ? null : { made: account.candidate_made ?? account.changed },
      passwordChanged: account?.password_set ?? null,
      appointment: this.#appointment(data),
      promised: this.#promised(data),
      adCodes: this.#adCodes(data),
      still: data.kind === 'leaver' && data.contact !== undefined ? this.#still(data.contact) : null,
      closable: data.finished === undefined && steps.every((step) => this.#evidence.isSettled(data, step)),
    };
  }

  step(data: Data<'run'>, step: RunStep): Step {
    const { account, grant, member } = subjectOf(data, step);
    const doneAt = step.state === 'todo' && data.finished === undefined ? this.#evidence.doneAt(data, step) : null;
    return {
      key: keyOf(step),
      id: step.id as StepId,
      state: doneAt === null ? step.state : 'done',
      at: step.at ?? doneAt,
      note: step.note ?? null,
      blocked: data.finished === undefined ? this.#evidence.blocked(data, step) : null,
      account,
      grant,
      member,
    };
  }

  /** Grants its steps are about; for a leaver, all that are there to be told of. */
  #grantsOf(data: Data<'run'>, about: readonly (string | null)[]): RunGrant[] {
    const all = data.contact === undefined || data.kind !== 'leaver' ? [] : this.#plans.grantsOf(data.contact).map(({ id }) => id);
    return distinct([...about, ...all]).flatMap((id) => {
      const grant = this.#book.get('grant', id);
      if (grant === null || grant.refused !== undefined) return [];
      return {
        row: this.#grants.row({ id, data: grant }),
        revoked: grant.revoked ?? null,
        message: this.#kept(grant.revoke_message),
        receipt: grant.receipts.at(-1) ?? null,
      };
    });
  }

  /** A message of ours whose text can still be given out; null for none. */
  #kept(message: string | undefined): string | null {
    return message !== undefined && this.#book.get('sent', message)?.bytes !== undefined ? message : null;
  }

  #account(id: string): RunAccount | null {
    const data = namedAccount(this.#book, id);
    return data === null ? null : { id, platform: data.platform, title: data.title, username: data.username ?? null };
  }

  #member(id: string): RunMember | null {
    const data = this.#book.get('member', id);
    const centre = data === null ? null : this.#book.get('centre', data.centre);
    if (data === null) return null;
    return { id, name: data.name, level: data.level, centre: centre?.name ?? '?', platform: centre?.platform ?? 'other' };
  }

  #appointment({ appointment: at, contact }: Data<'run'>): Appointment | null {
    if (at === undefined) return null;
    return {
      from: at.from,
      minutes: at.minutes,
      zone: at.zone,
      theirZone: knownZone(this.#book.get('contact', contact ?? '')?.zone),
      place: at.place ?? null,
      device: at.device ?? null,
      standsBy: at.stands_by ?? null,
    };
  }

  /** Where a run is about a person, others' ad codes are none of its business. */
  #adCodes({ account, contact, grant }: Data<'run'>): number {
    const person = contact ?? this.#book.get('grant', grant ?? '')?.contact;
    const live = account === undefined ? [] : liveAdCodes(this.#book, { account });
    return live.filter(({ data }) => (data.contact ?? person) === person || person === undefined).length;
  }

  #promised({ grant }: Data<'run'>): string | null {
    return this.#book.get('grant', grant ?? '')?.device ?? null;
  }

  #still(contact: string): StillOpen {
    const now = this.#book.now();
    const seen = this.#exposures.of(contact);
    const accounts = (secret: string): number =>
      new Set(seen.filter(({ data }) => data.secret === secret).map(({ data }) => data.account)).size;
    return {
      grants: this.#plans.grantsOf(contact).filter(({ data }) => isLive(data, now)).length,
      passwords: accounts('password'),
      codes: accounts('codes'),
      backupCodes: accounts('backup_codes'),
      devices: this.#devices.stillIn(contact),
      members: this.#plans.membersOf(contact).length,
      adCodes: liveAdCodes(this.#book, { contact }).length,
    };
  }
}

function distinct(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids)].filter((id) => id !== null);
}
