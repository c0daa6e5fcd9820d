import type { Topic } from '../../shared/topics.ts';
import type { Guesser } from '../core/accounts/guessing.ts';
import type { Session } from './session.ts';

/** Milliseconds of rest after each password judged in the background, so that what somebody types meanwhile has its turn. */
const REST_MS = 20;

const rest = (): Promise<void> => new Promise((next) => void setTimeout(next, REST_MS).unref());

/** Looks through all passwords of the open vault once somebody asks for the weak ones, and then again for those that changed. */
export class QualityPass {
  readonly #session: () => Session | null;
  readonly #guesser: Guesser;
  readonly #onChanged: (topics: ReadonlySet<Topic>) => void;
  #running: Session | null = null;
  #judged: Session | null = null;
  /** What of it the page has been told of. */
  #told = 0;

  constructor(of: {
    session: () => Session | null;
    guesser: Guesser;
    onChanged: (topics: ReadonlySet<Topic>) => void;
  }) {
    this.#session = of.session;
    this.#guesser = of.guesser;
    this.#onChanged = of.onChanged;
  }

  /** Compares the passwords of the open vault while nobody waits; how strong they are only once that was asked for. */
  async idle(): Promise<void> {
    const session = this.#session();
    if (session === null || this.#running === session) return;
    if (this.#judged === session) await this.begin();
    else await session.qualities.compare(async () => (await rest(), this.#session() === session));
  }

  /** Judges all of them; what is judged already is passed over. Ends early when the vault is closed. */
  async begin(): Promise<void> {
    const session = this.#session();
    if (session === null || this.#running === session) return;
    this.#running = session;
    const isOpen = async (): Promise<boolean> => {
      await rest();
      return this.#session() === session;
    };
    const isDone = await session.qualities.judge(this.#guesser, isOpen).finally(() => {
      if (this.#running === session) this.#running = null;
    });
    if (!isDone || this.#session() !== session) return;
    const { revision } = session.qualities;
    const isNews = this.#judged !== session || this.#told !== revision;
    this.#judged = session;
    this.#told = revision;
    session.accounts.judgeBy(session.qualities.of);
    if (isNews) this.#onChanged(new Set(['strength']));
  }
}
