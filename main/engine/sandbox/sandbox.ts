import type { InboxRow } from '../../../shared/contracts/engine/inbox.ts';
import { type SandboxBeside, type SandboxSide, type SandboxState, sandboxSide } from '../../../shared/contracts/engine/sandbox.ts';
import { type Done, isRefused, type Refused, refuse } from '../../../shared/errors.ts';
import type { SandboxStep } from '../../../shared/sandbox-steps.ts';
import { TOPICS, type Topic } from '../../../shared/topics.ts';
import { KDF_PRESETS, type Kdf } from '../../core/crypto/kdf.ts';
import { KEY, randomBytes } from '../../core/crypto/sodium.ts';
import { pagePassphrase } from '../../core/crypto/words.ts';
import { Vault } from '../../core/vault/vault.ts';
import type { Host } from '../host.ts';
import type { Keeper } from '../keeper.ts';
import { Session } from '../session.ts';
import { besideOf, OTHER } from './beside.ts';
import { furnish } from './furnish.ts';
import { MemoryFile } from './memory-file.ts';
import { PEOPLE } from './sample.ts';

const DAY = 86_400;

/** Nobody opens a vault of the sandbox a second time: its password's slot is sealed with a key that is drawn and thrown away. */
const unknownKey: Kdf = { derive: async () => randomBytes(KEY) };

interface Two {
  readonly owner: Session;
  readonly freelancer: Session;
  who: SandboxSide;
  /** Loans that were there from the start. */
  readonly given: ReadonlySet<string>;
}

/** Two vaults in memory, side by side, to try Latchkey with; nothing of them reaches a disk, and the end of the process is theirs. */
export class Sandbox {
  readonly #keeper: Keeper;
  readonly #host: Host;
  readonly #clock: () => number;
  readonly #onChanged: (topics: ReadonlySet<Topic>) => void;
  readonly #onOpen: () => void;
  #two: Two | null = null;
  #daysAgo = 0;

  constructor(of: {
    keeper: Keeper;
    host: Host;
    clock: () => number;
    onChanged: (topics: ReadonlySet<Topic>) => void;
    onOpen: () => void;
  }) {
    this.#keeper = of.keeper;
    this.#host = of.host;
    this.#clock = of.clock;
    this.#onChanged = of.onChanged;
    this.#onOpen = of.onOpen;
  }

  /** The vault of the one who is shown; null outside the sandbox. */
  get session(): Session | null {
    return this.#two?.[this.#two.who] ?? null;
  }

  /** The open vault, of the sandbox or of a file; null while there is none. */
  get current(): Session | null {
    return this.session ?? this.#keeper.session;
  }

  /** Makes both vaults and opens them; `busy` when a file is open, or is being opened. */
  async begin(): Promise<Done | Refused> {
    if (this.#two !== null) return refuse('busy');
    const [owner, freelancer, before] = await Promise.all([
      this.#make(PEOPLE.owner),
      this.#make(PEOPLE.freelancer),
      this.#make(PEOPLE.before),
    ]);
    await furnish({ owner, freelancer, before }, (daysAgo) => {
      this.#daysAgo = daysAgo;
    });
    await before.vault.close();
    // From here to the end of it there is no pause, so that nothing is opened in between.
    if (this.#two !== null || !this.#keeper.standBack()) return refuse('busy');
    this.#host.keepNothing();
    const given = new Set(owner.book.all('grant').map(({ id }) => id));
    this.#two = { owner, freelancer, who: 'owner', given };
    this.#onOpen();
    return {};
  }

  /** Shows the vault of one of the two. */
  async as(who: SandboxSide): Promise<Done | Refused> {
    const two = this.#two;
    if (two === null) return refuse('not_found');
    await two[who].sweep();
    two.who = who;
    this.#onChanged(new Set(TOPICS));
    return {};
  }

  /** Reads a sealed message of either into the inbox of the other. */
  async give(message: string): Promise<{ kind: InboxRow['kind'] } | Refused> {
    const two = this.#two;
    for (const from of sandboxSide.options) {
      const text = two?.[from].outbox.text(message) ?? null;
      if (two === null || text === null) continue;
      const landed = await two[OTHER[from]].inbox.read(text);
      return isRefused(landed) ? landed : { kind: landed.kind };
    }
    return refuse('not_found');
  }

  /** The side that is not shown, at a glance. */
  beside(): SandboxBeside | Refused {
    return this.#two === null ? refuse('not_found') : besideOf(this.#two);
  }

  /** What the window's frame shows; null outside the sandbox. */
  state() {
    const two = this.#two;
    if (two === null) return null;
    const { who } = two;
    const sandbox: SandboxState = { who, name: two[who].me.name, other: two[OTHER[who]].me.name, done: stepsOf(two) };
    return { ...two[who].state(), holder: null, unsaved: 0, kept: false, sandbox };
  }

  /** Wipes the keys of both. */
  async close(): Promise<void> {
    const two = this.#two;
    this.#two = null;
    await Promise.all([two?.owner.vault.close(), two?.freelancer.vault.close()]);
  }

  async #make(name: string): Promise<Session> {
    const access = { password: pagePassphrase(randomBytes(10)), entropy: null, settings: KDF_PRESETS.lowMemory };
    const made = await Vault.create({ file: new MemoryFile(), kdf: unknownKey, random: randomBytes }, access);
    if (!made.ok) throw new Error(`a vault in memory is not made: ${made.code}`);
    const session = new Session({
      vault: made.vault,
      // A name, and no place: nothing in the sandbox may look for one.
      path: 'sandbox',
      read: 'clean',
      anchor: 'fits',
      clock: () => this.#clock() - this.#daysAgo * DAY,
      onChanged: (topics) => {
        // Before both stand there is nothing to tell; after, each sees the other.
        if (this.#two !== null) this.#onChanged(new Set<Topic>([...(session === this.session ? topics : []), 'sandbox']));
      },
    });
    this.#daysAgo = 41;
    const founded = await session.found(name);
    if (isRefused(founded)) throw new Error(`a vault in memory is not founded: ${founded.refused}`);
    return session;
  }
}

/** What was tried already, by what both vaults hold. */
function stepsOf({ owner, freelancer, given }: Two): SandboxStep[] {
  const lent = owner.book.all('grant').filter(({ id, data }) => data.side === 'given' && !given.has(id));
  const numbers = new Set(lent.map(({ data }) => data.grant));
  const got = freelancer.book.all('grant').filter(({ data }) => data.side === 'received' && numbers.has(data.grant));
  const facts: Record<SandboxStep, boolean> = {
    sealed: lent.length > 0,
    given: got.length > 0,
    taken: got.some(({ data }) => data.opened !== undefined),
    receipt: lent.some(({ data }) => data.opened !== undefined),
    ended: lent.some(({ data }) => data.ended !== undefined),
  };
  return (Object.keys(facts) as SandboxStep[]).filter((step) => facts[step]);
}
