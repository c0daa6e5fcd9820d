import { startChromiumShell } from '../../main/shell/chromium/chromium-shell.ts';
import { rendererPids } from '../../main/shell/chromium/renew.ts';
import { endOnSignals } from '../../main/shell/chromium/signals.ts';

// A program of its own that runs the host with the test page: node host-program.js PAGE_FOLDER ENGINE RUNTIME_FOLDER [FLAG...]
// Writes one line of JSON once a text has gone from the page to the engine and back, then stays until a signal or its window's end.
const [pageFolder = '', engineFile = '', runtimeFolder = ''] = process.argv.slice(2);
const headless = !process.argv.includes('--headed');
const chromium = process.env['LATCHKEY_CHROMIUM'];
const size = { width: 1000, height: 700 };
const shell = await startChromiumShell({ headless, size, pageFolder, engineFile, runtimeFolder, chromium });
const engine = shell.startEngine();
shell.joinEngine(engine);
endOnSignals(async () => {
  engine.kill();
  await shell.close();
});
shell.onClosed(() => {
  engine.kill();
  void shell.close().then(() => process.exit(0));
});
const answered = new Promise<string>((done) => shell.page.onMessage(done));
await shell.open();
const opened = Math.round(performance.now());
// The test page passes on to the shell what it hears from the engine.
engine.port.post('to page relay to shell');
const relayed = await answered;
const { browserPid } = shell;
process.stdout.write(
  `${JSON.stringify({ opened, relayed, browserPid, enginePid: engine.pid, rendererPids: await rendererPids(shell.cdp) })}\n`,
);
