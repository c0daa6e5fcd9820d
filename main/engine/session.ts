import type { Topic } from '../../shared/topics.ts';
import type { Done, Refused } from '../../shared/errors.ts';
import { Candidates } from '../core/access/candidates.ts';
import { Devices } from '../core/access/devices.ts';
import { Exposures } from '../core/access/exposures.ts';
import { Giving } from '../core/access/giving.ts';
import { GrantLife } from '../core/access/grant-life.ts';
import { Grants } from '../core/access/grants.ts';
import { Handoffs } from '../core/access/handoffs.ts';
import { Ledger } from '../core/access/ledger.ts';
import { Log } from '../core/access/log.ts';
import { LogProof } from '../core/access/log-proof.ts';
import { Receipts } from '../core/access/receipts.ts';
import { ReceivedChanges } from '../core/access/received-changes.ts';
import { Relay } from '../core/access/relay.ts';
import { Answers } from '../core/access/relay-answers.ts';
import { Received } from '../core/access/received.ts';
import { RequestAnswers } from '../core/access/request-answers.ts';
import { RequestArrivals } from '../core/access/request-arrivals.ts';
import { requestStateOf } from '../core/access/request-state.ts';
import { Requests } from '../core/access/requests.ts';
import { Reminders } from '../core/access/reminders.ts';
import { Reviews } from '../core/access/reviews.ts';
import { Runs } from '../core/access/runs.ts';
import { AccountDetails } from '../core/accounts/account-detail.ts';
import { Accounts } from '../core/accounts/accounts.ts';
import { AccountTrash } from '../core/accounts/account-trash.ts';
import { Bulks } from '../core/accounts/bulks.ts';
import { Newcomers } from '../core/accounts/newcomers.ts';
import { Pins } from '../core/accounts/pins.ts';
import { Qualities } from '../core/accounts/qualities.ts';
import { AdCodes } from '../core/business/ad-codes.ts';
import { CentreAssets } from '../core/business/centre-assets.ts';
import { CentreMembers } from '../core/business/centre-members.ts';
import { CentreViews } from '../core/business/centre-views.ts';
import { Centres } from '../core/business/centres.ts';
import { Numbers } from '../core/business/numbers.ts';
import { Clients } from '../core/accounts/clients.ts';
import { Factors } from '../core/accounts/factors.ts';
import { OwnSteps } from '../core/accounts/own-steps.ts';
import { PlatformFile } from '../core/accounts/platform-file.ts';
import { randomBytes } from '../core/crypto/sodium.ts';
import { Inbox } from '../core/messages/inbox.ts';
import { Outbox } from '../core/messages/outbox.ts';
import { Contacts } from '../core/people/contacts.ts';
import { newIdentitySeed } from '../core/people/identity.ts';
import { Me } from '../core/people/me.ts';
import { Aside } from '../core/records/aside.ts';
import { Book } from '../core/records/book.ts';
import type { Data, Entry } from '../core/records/shapes.ts';
import { wipe } from '../core/crypto/sodium.ts';
import { isLive } from '../core/access/grant-state.ts';
import type { Vault } from '../core/vault/vault.ts';
import { NativeCrypto } from './native-crypto.ts';
import path from 'node:path';
import type { AnchorState } from '../../shared/contracts/engine/safety.ts';

/** How an open vault's file was read. */
export type ReadResult = 'clean' | 'repaired' | 'damaged';

const OPENED = {
  password: 'vault-opened',
  recovery: 'vault-opened-by-recovery',
  device: 'vault-opened-by-device',
} as const;

/** Everything an open vault can do: its records and the services over them. */
export class Session {
  readonly vault: Vault;
  /** Where the vault's file is. */
  readonly path: string;
  readonly file: string;
  readonly read: ReadResult;
  /** What this device knew of the vault when it was opened. */
  readonly anchor: AnchorState;
  readonly book: Book;
  readonly clients: Clients;
  readonly accounts: Accounts;
  readonly bulks: Bulks;
  readonly pins: Pins;
  readonly newcomers: Newcomers;
  readonly qualities: Qualities;
  readonly trash: AccountTrash;
  readonly details: AccountDetails;
  readonly factors: Factors;
  readonly platformFile: PlatformFile;
  readonly ownSteps: OwnSteps;
  readonly contacts: Contacts;
  readonly me: Me;
  readonly outbox: Outbox;
  readonly inbox: Inbox;
  readonly requests: Requests;
  readonly answers: RequestAnswers;
  readonly handoffs: Handoffs;
  readonly grants: Grants;
  readonly grantLife: GrantLife;
  readonly received: Received;
  readonly receipts: Receipts;
  readonly relay: Relay;
  readonly devices: Devices;
  readonly candidates: Candidates;
  readonly runs: Runs;
  readonly reviews: Reviews;
  readonly reminders: Reminders;
  readonly centres: Centres;
  readonly centreAssets: CentreAssets;
  readonly centreMembers: CentreMembers;
  readonly adCodes: AdCodes;
  readonly numbers: Numbers;
  readonly log: Log;
  readonly logProof: LogProof;
  readonly ledger: Ledger;
  readonly aside: Aside;
  readonly #exposures: Exposures;

  constructor(of: {
    vault: Vault;
    path: string;
    read: ReadResult;
    anchor: AnchorState;
    clock: () => number;
    onChanged: (topics: ReadonlySet<Topic>) => void;
    /** Told after a change could not be saved, and is kept aside. */
    onUnsaved?: () => void;
    /** What is new since the unlocking, of the session on the same vault that this one follows. */
    newcomers?: Newcomers;
  }) {
    this.vault = of.vault;
    this.path = of.path;
    this.file = path.basename(of.path);
    this.read = of.read;
    this.anchor = of.anchor;
    const newcomers = of.newcomers ?? new Newcomers(of.clock);
    this.newcomers = newcomers;
    const book: Book = new Book(of.vault, {
      clock: of.clock,
      random: randomBytes,
      onChanged: of.onChanged,
      onUnsaved: of.onUnsaved,
      onPut: (type, id) => type === 'account' && newcomers.changing(id, book.get('account', id)),
    });
    this.book = book;
    this.contacts = new Contacts(book);
    this.me = new Me(book);
    const exposures = new Exposures(book, this.contacts);
    this.#exposures = exposures;
    this.log = new Log(book, this.contacts);
    this.aside = new Aside(book);
    this.logProof = new LogProof({ book, contacts: this.contacts, me: this.me });
    this.clients = new Clients(book);
    this.accounts = new Accounts(book, exposures);
    this.bulks = new Bulks(book);
    this.pins = new Pins(book);
    this.qualities = new Qualities(book, randomBytes, newcomers);
    this.trash = new AccountTrash(book, exposures);
    this.details = new AccountDetails(book, this.contacts, exposures, this.log);
    this.factors = new Factors(book, exposures, new NativeCrypto());
    this.platformFile = new PlatformFile(book);
    this.ownSteps = new OwnSteps(book);
    const platforms = this.platformFile;
    this.outbox = new Outbox(book, this.me);
    this.received = new Received(book, this.contacts);
    const writing = { book, contacts: this.contacts, me: this.me, outbox: this.outbox };
    this.receipts = new Receipts(writing);
    const arrivals = new RequestArrivals(book);
    const changes = new ReceivedChanges({ book, received: this.received, receipts: this.receipts, requests: arrivals });
    const held = new Answers(book, this.received);
    this.relay = new Relay({ ...writing, factors: this.factors, exposures, held });
    this.inbox = new Inbox({
      book,
      contacts: this.contacts,
      me: this.me,
      outbox: this.outbox,
      received: this.received,
      receipts: this.receipts,
      requests: arrivals,
      takers: { 3: held.request, 4: held.code, 6: changes.revoke, 7: changes.pass },
    });
    this.requests = new Requests(writing);
    this.answers = new RequestAnswers({ ...writing, requests: this.requests });
    const giving = new Giving({ book, contacts: this.contacts, factors: this.factors, exposures });
    this.handoffs = new Handoffs({ ...writing, giving, answers: this.answers });
    this.grants = new Grants(book, this.contacts, exposures);
    this.grantLife = new GrantLife({ ...writing, giving, grants: this.grants, answers: this.answers });
    this.devices = new Devices(book, this.contacts);
    this.candidates = new Candidates(book, exposures);
    const ending = { grants: this.grants, grantLife: this.grantLife, devices: this.devices, exposures };
    this.runs = new Runs({ book, contacts: this.contacts, platforms, ...ending });
    this.ledger = new Ledger({ book, contacts: this.contacts, exposures, platforms, runs: this.runs });
    this.reviews = new Reviews({ book, contacts: this.contacts, ...ending, runs: this.runs });
    const hasSheet = (): boolean => this.vault.slots.has(3);
    this.reminders = new Reminders({ book, contacts: this.contacts, reviews: this.reviews, platforms, hasSheet });
    const views = new CentreViews(book, this.contacts);
    this.centres = new Centres(book, views);
    this.centreAssets = new CentreAssets(book, views);
    this.centreMembers = new CentreMembers({ book, contacts: this.contacts, views });
    this.adCodes = new AdCodes(book, this.contacts);
    this.numbers = new Numbers(book);
  }

  /** What the vault keeps about itself; null in one that was never founded. */
  get meta(): Entry<'meta'> | null {
    return this.book.all('meta')[0] ?? null;
  }

  /** True for a vault that takes changes and in which nothing was ever written. */
  get isEmpty(): boolean {
    return this.vault.readOnly === null && this.vault.records.size === 0;
  }

  /** Writes the first records of a new vault: its name and an identity of its own. */
  found(name: string): Promise<Done | Refused> {
    return this.book.change((draft) => {
      const now = this.book.now();
      draft.put('meta', this.book.newId(), { name, made: now, clock: now });
      const id = this.book.newId();
      const seed = newIdentitySeed(randomBytes);
      draft.put('identity', id, { name, made: now, seed: this.book.seal(id, 'seed', 1, seed) });
      wipe(seed);
      draft.note('vault-made');
      return {};
    });
  }

  /** Notes the opening, which also shows whether the file can be written, with what `stamp` makes of what the vault keeps about itself, and ends what is over. */
  async opened(by: 'password' | 'recovery' | 'device', stamp: ((meta: Data<'meta'>) => Data<'meta'>) | null = null): Promise<void> {
    if (this.vault.readOnly !== null) return;
    await this.book.change((draft) => {
      draft.note(OPENED[by]);
      const { meta } = this;
      if (stamp !== null && meta !== null) draft.put('meta', meta.id, stamp(meta.data));
      if (this.read === 'repaired') draft.note('vault-repaired');
      return {};
    });
    await this.sweep();
  }

  /** Ends and purges what has come to its last day. */
  async sweep(): Promise<void> {
    if (this.vault.readOnly !== null) return;
    await this.received.sweep();
    await this.grants.sweep();
    await this.trash.sweep();
    await this.reminders.sweep();
  }

  /** What the window's frame shows. */
  state() {
    const now = this.book.now();
    const live = this.book.all('grant').filter(({ data }) => isLive(data, now));
    const exposed = new Set(this.#exposures.open(null, now).map(({ data }) => data.account));
    return {
      name: this.book.all('meta')[0]?.data.name ?? this.file,
      file: this.file,
      read: this.read,
      readOnly: this.vault.readOnly,
      anchor: this.anchor,
      waiting: this.book.all('arrived').filter(({ data }) => data.waiting).length,
      live: live.filter(({ data }) => data.side === 'given').length,
      exposed: [...exposed].filter((account) => this.#exposures.isOverdue(account, now)).length,
      exposedLoans: this.ledger.exposed,
      runs: this.runs.waiting,
      accounts: this.book.all('account').filter(({ data }) => data.trashed === undefined).length,
      lent: live.filter(({ data }) => data.side === 'received' && data.opened !== undefined).length,
      asked: this.book.all('request').filter(({ data }) => data.side === 'made' && requestStateOf(data, now) === 'waiting').length,
      // The page's zone is this computer's too.
      due: this.reminders.due(new Intl.DateTimeFormat().resolvedOptions().timeZone),
      business: this.centres.over,
    };
  }
}
