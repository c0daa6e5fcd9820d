import type { Topic } from '../../shared/topics.ts';
import type { Done, Refused } from '../../shared/errors.ts';
import { Candidates } from '../core/access/candidates.ts';
import { Devices } from '../core/access/devices.ts';
import { Exposures } from '../core/access/exposures.ts';
import { Grants } from '../core/access/grants.ts';
import { Handoffs } from '../core/access/handoffs.ts';
import { Log } from '../core/access/log.ts';
import { Received } from '../core/access/received.ts';
import { Runs } from '../core/access/runs.ts';
import { AccountDetails } from '../core/accounts/account-detail.ts';
import { Accounts } from '../core/accounts/accounts.ts';
import { Clients } from '../core/accounts/clients.ts';
import { Factors } from '../core/accounts/factors.ts';
import { randomBytes } from '../core/crypto/sodium.ts';
import { Inbox } from '../core/messages/inbox.ts';
import { Outbox } from '../core/messages/outbox.ts';
import { Contacts } from '../core/people/contacts.ts';
import { newIdentitySeed } from '../core/people/identity.ts';
import { Me } from '../core/people/me.ts';
import { Book } from '../core/records/book.ts';
import type { Entry } from '../core/records/shapes.ts';
import { wipe } from '../core/crypto/sodium.ts';
import { isLive } from '../core/access/grant-state.ts';
import type { Vault } from '../core/vault/vault.ts';
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
  readonly details: AccountDetails;
  readonly factors: Factors;
  readonly contacts: Contacts;
  readonly me: Me;
  readonly outbox: Outbox;
  readonly inbox: Inbox;
  readonly handoffs: Handoffs;
  readonly grants: Grants;
  readonly received: Received;
  readonly devices: Devices;
  readonly candidates: Candidates;
  readonly runs: Runs;
  readonly log: Log;
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
  }) {
    this.vault = of.vault;
    this.path = of.path;
    this.file = path.basename(of.path);
    this.read = of.read;
    this.anchor = of.anchor;
    const book = new Book(of.vault, { clock: of.clock, random: randomBytes, onChanged: of.onChanged, onUnsaved: of.onUnsaved });
    this.book = book;
    this.contacts = new Contacts(book);
    this.me = new Me(book);
    const exposures = new Exposures(book, this.contacts);
    this.#exposures = exposures;
    this.log = new Log(book, this.contacts);
    this.clients = new Clients(book);
    this.accounts = new Accounts(book, exposures);
    this.details = new AccountDetails(book, this.contacts, exposures, this.log);
    this.factors = new Factors(book, exposures);
    this.outbox = new Outbox(book, this.me);
    this.received = new Received(book, this.contacts);
    this.inbox = new Inbox({ book, contacts: this.contacts, me: this.me, outbox: this.outbox, received: this.received });
    this.handoffs = new Handoffs({
      book,
      contacts: this.contacts,
      me: this.me,
      factors: this.factors,
      exposures,
      outbox: this.outbox,
    });
    this.grants = new Grants(book, this.contacts, exposures);
    this.devices = new Devices(book, this.contacts);
    this.candidates = new Candidates(book, exposures);
    this.runs = new Runs({ book, contacts: this.contacts, grants: this.grants, devices: this.devices, exposures });
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

  /** Notes the opening, which also shows whether the file can be written, and ends what is over. */
  async opened(by: 'password' | 'recovery' | 'device'): Promise<void> {
    if (this.vault.readOnly !== null) return;
    await this.book.change((draft) => {
      draft.note(OPENED[by]);
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
  }

  /** What the window's frame shows. */
  state() {
    const now = this.book.now();
    const grants = this.book.all('grant');
    const live = grants.filter(({ data }) => isLive(data, now));
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
      runs: grants.filter(
        ({ data }) => data.side === 'given' && data.closed === undefined && data.refused === undefined && !isLive(data, now),
      ).length,
      accounts: this.book.all('account').filter(({ data }) => data.trashed === undefined).length,
      lent: live.filter(({ data }) => data.side === 'received' && data.opened !== undefined).length,
    };
  }
}
