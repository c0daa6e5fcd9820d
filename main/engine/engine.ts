import type { Result } from '../../shared/contract.ts';
import { engineContract } from '../../shared/contracts/engine.ts';
import type { HostContract } from '../../shared/contracts/host.ts';
import { TOPICS, type Topic } from '../../shared/topics.ts';
import { QUIESCE_MS } from '../../shared/limits.ts';
import type { Port } from '../../shared/port.ts';
import type { Client } from '../../shared/wire/client.ts';
import { serve } from '../../shared/wire/serve.ts';
import { DigestTeller } from './digest-teller.ts';
import { engineHandlers } from './handlers.ts';
import { Host } from './host.ts';
import { WorkerKdf } from './kdf-in-worker.ts';
import { Keeper } from './keeper.ts';
import type { KnownVaults } from './known-vaults.ts';
import { LongWork } from './long-work.ts';
import { Maintenance } from './maintenance.ts';
import { OtherCopies } from './other-copies.ts';
import { Pictures } from './pictures.ts';
import type { ProcessPorts } from './process-ports.ts';
import { forkedReader, shellReader } from './reader-process.ts';
import { PinnedTeller } from './pinned-teller.ts';
import { QualityPass } from './quality-pass.ts';
import { Rescue } from './rescue.ts';
import { Safety } from './safety.ts';
import { Sandbox } from './sandbox/sandbox.ts';
import { SecretGate } from './secret-gate.ts';
import { WorkerGuesser } from './strength-in-worker.ts';
import { Uploads } from './uploads.ts';

/** Milliseconds between two looks at what has come to its end and what the file needs. */
const MAINTENANCE_MS = 15_000;
/** Milliseconds from opening a vault to making ready what a search needs. */
const WARM_MS = 300;
/** Milliseconds that calls under way get to end by themselves when the engine has to stop; the rest of `QUIESCE_MS` is for the write in hand. */
const FINISH_MS = QUIESCE_MS - 500;

const after = (ms: number): Promise<void> => new Promise((done) => void setTimeout(done, ms));

/** What the process knows before its engine is there. */
export interface EngineParts {
  readonly shell: Client<HostContract>;
  readonly page: Port;
  readonly onReader: ProcessPorts['onReader'];
  /** What the shell has told of where we live. */
  readonly home: Result<HostContract, 'host.ready'>;
  readonly known: KnownVaults;
  /** The other programs the engine is made of. */
  readonly programs: { readonly kdf: URL; readonly strength: URL; readonly pictures: URL };
  /** True once the shell has ordered the process to end: nothing new is begun. */
  readonly isStopping: () => boolean;
  readonly report: (where: string, error: unknown) => void;
}

/** An engine at work. */
export interface RunningEngine {
  /** Lets what is under way come to its end, for a bounded time, writes what is left and closes the vault. */
  finish(): Promise<void>;
}

/** Starts all the engine does: vaults, keys and codes are its alone. It serves the page at once. */
export function startEngine({ shell, page, onReader, home, known, programs, isStopping, report }: EngineParts): RunningEngine {
  const { profile, documents, clockOffset, version } = home;
  const host = new Host(shell);
  const clock = (): number => Math.floor(Date.now() / 1000) + clockOffset;
  const revisions = new Map<Topic, number>(TOPICS.map((topic) => [topic, 0]));
  const changed = (topics: ReadonlySet<Topic>): void => {
    for (const topic of topics) {
      const revision = (revisions.get(topic) ?? 0) + 1;
      revisions.set(topic, revision);
      server.emit('changed', { topic, revision });
    }
    digest.soon(topics);
    pinned.soon(topics);
  };
  const startReader = onReader === null ? forkedReader(programs.pictures) : shellReader(onReader, host);
  const kdf = new WorkerKdf(programs.kdf);
  const guesser = new WorkerGuesser(programs.strength);
  const pause = (): Promise<void> => new Promise((next) => void setImmediate(next));
  const work = new LongWork({ tell: (told) => server.emit('progress', told), pause, isStopping });
  const keeper = new Keeper({
    known,
    kdf,
    clock,
    version,
    documents,
    profile,
    watch: () => work.watch('opening'),
    onChanged: changed,
    onOpen: () => opened(),
  });
  const sandbox = new Sandbox({ keeper, host, clock, onChanged: changed, onOpen: () => opened() });
  const opened = (): void => {
    void shell.call('host.vault', { open: true });
    changed(new Set(TOPICS));
    // After the window has asked for its first rows, and before somebody can have typed into the search field.
    setTimeout(() => sandbox.current?.accounts.warm(), WARM_MS).unref();
  };
  const digest = new DigestTeller({ keeper, known, host });
  const safety = new Safety({ keeper, known, host, kdf, clock, version, profile, watch: (task) => work.watch(task) });
  const pinned = new PinnedTeller(() => sandbox.current, host);
  const qualities = new QualityPass({ session: () => sandbox.current, guesser, onChanged: changed });
  const handlers = engineHandlers({
    guesser,
    qualities,
    keeper,
    sandbox,
    safety,
    rescue: new Rescue({ keeper, host }),
    copies: new OtherCopies({ host, clock, profile, watch: (task) => work.watch(task) }),
    known,
    host,
    uploads: new Uploads(),
    pictures: new Pictures(host, startReader),
    gate: new SecretGate(
      () => performance.now(),
      (of) => host.confirmSecrets(of),
    ),
    documents,
    clockOffset,
    work,
    onCodes: async (done, total) => {
      server.emit('progress', { task: 'codes', done: Math.floor((done * 100) / total) });
      await pause();
    },
  });
  const server = serve(engineContract, handlers, page, {
    allows: (when) => !isStopping() && (when === 'any' || (when === 'open') === (sandbox.current !== null)),
    onBug: report,
  });
  // The tray's copying is the page's: the same log entry, the same clipboard.
  shell.on('copyCode', ({ account }) => {
    if (isStopping() || sandbox.current === null) return;
    void Promise.resolve(handlers['accounts.copy']({ id: account, field: 'code' })).catch((error: unknown) =>
      report('copyCode', error),
    );
  });
  const maintenance = new Maintenance(keeper, safety);
  setInterval(() => {
    if (isStopping()) return;
    const round = maintenance.run().then(() => qualities.idle());
    void round.catch((error: unknown) => report('maintenance', error));
  }, MAINTENANCE_MS).unref();
  return {
    async finish() {
      guesser.end();
      // A call that hangs, in a dialog or in long work, must not keep the write in hand from being finished.
      await Promise.race([server.idle(), after(FINISH_MS)]);
      digest.last();
      pinned.last();
      await Promise.all([keeper.close(), sandbox.close()]);
    },
  };
}
