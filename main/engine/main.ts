import { engineContract } from '../../shared/contracts/engine.ts';
import { TOPICS, type Topic } from '../../shared/topics.ts';
import type { HostContract } from '../../shared/contracts/host.ts';
import { QUIESCE_MS } from '../../shared/limits.ts';
import { speak } from '../../shared/text/speak.ts';
import { createClient } from '../../shared/wire/client.ts';
import { serve } from '../../shared/wire/serve.ts';
import { DigestTeller } from './digest-teller.ts';
import { engineHandlers } from './handlers.ts';
import { Host } from './host.ts';
import { WorkerKdf } from './kdf-in-worker.ts';
import { Keeper } from './keeper.ts';
import { KnownVaults } from './known-vaults.ts';
import { LongWork } from './long-work.ts';
import { Maintenance } from './maintenance.ts';
import { OtherCopies } from './other-copies.ts';
import { Pictures } from './pictures.ts';
import { processPorts } from './process-ports.ts';
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
/** Milliseconds the shell has to take the last word. */
const FAREWELL_MS = 300;

const after = (ms: number): Promise<void> => new Promise((done) => void setTimeout(done, ms));

// SECURITY: an exception's text may hold what it was about; only its kind is ever written.
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
const report = (where: string, error: unknown): void => void process.stderr.write(`bug in ${where}: ${nameOf(error)}\n`);

/** A bug nobody caught: Node would print all of it. What was acknowledged is on disk, and the shell starts a fresh engine. */
function dieQuietly(): void {
  const die = (error: unknown): void => {
    report('engine', error);
    process.exit(1);
  };
  process.on('uncaughtException', die);
  process.on('unhandledRejection', die);
}

// The engine's process: it alone opens vaults, holds keys and computes codes. Until the shell has answered, nothing is served.
async function main(): Promise<void> {
  const ports = processPorts();
  const shell = createClient<HostContract>(ports.shell);
  const host = new Host(shell);
  shell.on('ping', ({ n }) => void shell.call('host.pong', { n }));
  const home = await shell.call('host.ready', {});
  if (!home.ok) throw new Error(`the shell refused: ${home.code}`);
  const { profile, documents, clockOffset, version, language } = home.value;
  await speak(language);
  shell.on('language', (chosen) => void speak(chosen.language));
  const clock = (): number => Math.floor(Date.now() / 1000) + clockOffset;
  const known = new KnownVaults(profile);
  await known.load();

  let stopping = false;
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
  const startReader =
    ports.onReader === null ? forkedReader(new URL('./pictures.js', import.meta.url)) : shellReader(ports.onReader, host);
  const kdf = new WorkerKdf(new URL('./kdf.js', import.meta.url));
  const guesser = new WorkerGuesser(new URL('./strength.js', import.meta.url));
  const pause = (): Promise<void> => new Promise((next) => void setImmediate(next));
  const work = new LongWork({ tell: (told) => server.emit('progress', told), pause, isStopping: () => stopping });
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
  const server = serve(engineContract, handlers, ports.page, {
    allows: (when) => !stopping && (when === 'any' || (when === 'open') === (sandbox.current !== null)),
    onBug: report,
  });
  // The tray's copying is the page's: the same log entry, the same clipboard.
  shell.on('copyCode', ({ account }) => {
    if (stopping || sandbox.current === null) return;
    void Promise.resolve(handlers['accounts.copy']({ id: account, field: 'code' })).catch((error: unknown) =>
      report('copyCode', error),
    );
  });
  const maintenance = new Maintenance(keeper, safety);
  setInterval(() => {
    if (stopping) return;
    const round = maintenance.run().then(() => qualities.idle());
    void round.catch((error: unknown) => report('maintenance', error));
  }, MAINTENANCE_MS).unref();
  shell.on('quiesce', () => {
    stopping = true;
    guesser.end();
    // A call that hangs, in a dialog or in long work, must not keep the write in hand from being finished.
    void Promise.race([server.idle(), after(FINISH_MS)]).then(async () => {
      digest.last();
      pinned.last();
      await Promise.all([keeper.close(), sandbox.close()]);
      await Promise.race([shell.call('host.quiesced', {}), after(FAREWELL_MS)]);
      process.exit(0);
    });
  });
}

dieQuietly();
void main().catch((error: unknown) => {
  report('start', error);
  process.exit(1);
});
