import type { HostContract } from '../../shared/contracts/host.ts';
import { speak } from '../../shared/text/speak.ts';
import { createClient } from '../../shared/wire/client.ts';
import type { RunningEngine } from './engine.ts';
import { FirstAnswers } from './first-answers.ts';
import { KnownVaults } from './known-vaults.ts';
import { processPorts } from './process-ports.ts';

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

// The engine's process: it alone opens vaults, holds keys and computes codes. Until the shell has answered, nothing is served; then what the
// lock screen asks, and the rest once it is loaded.
async function main(): Promise<void> {
  const ports = processPorts();
  const shell = createClient<HostContract>(ports.shell);
  let stopping = false;
  let engine: RunningEngine | null = null;
  const isStopping = (): boolean => stopping;
  shell.on('ping', ({ n }) => void shell.call('host.pong', { n }));
  shell.on('quiesce', () => {
    stopping = true;
    void (engine?.finish() ?? Promise.resolve()).then(async () => {
      await Promise.race([shell.call('host.quiesced', {}), after(FAREWELL_MS)]);
      process.exit(0);
    });
  });
  const answer = await shell.call('host.ready', {});
  if (!answer.ok) throw new Error(`the shell refused: ${answer.code}`);
  const home = answer.value;
  let { language } = home;
  shell.on('language', (chosen) => {
    ({ language } = chosen);
    void speak(language);
  });
  const known = new KnownVaults(home.profile);
  await known.load();
  const first = new FirstAnswers(ports.page, {
    handlers: {
      'clock.offset': () => ({ seconds: home.clockOffset }),
      // Only the rest can open one.
      'vault.state': () => ({ open: null }),
      'vaults.list': () => known.list(home.documents),
    },
    isStopping,
    onBug: report,
  });
  await first.wanted;
  const [{ startEngine }] = await Promise.all([import('./engine.ts'), speak(language)]);
  if (stopping) return;
  engine = startEngine({
    ...{ shell, known, home, isStopping, report },
    page: first.handOver(),
    onReader: ports.onReader,
    programs: {
      kdf: new URL('./kdf.js', import.meta.url),
      strength: new URL('./strength.js', import.meta.url),
      pictures: new URL('./pictures.js', import.meta.url),
    },
  });
}

dieQuietly();
void main().catch((error: unknown) => {
  report('start', error);
  process.exit(1);
});
