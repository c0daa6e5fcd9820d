import { app } from 'electron';
import { emptyCoreDumps } from '../core-dumps.ts';
import { endProcess } from '../end-process.ts';
import { boot, prepare, takeProfile } from './boot.ts';
import { listenOutside } from './outside.ts';

emptyCoreDumps();
prepare();
const profile = takeProfile();
const outside = listenOutside(process.argv.slice(1));

// Two apps on one profile would fight for the vault; the first one comes to the front instead.
if (app.requestSingleInstanceLock()) {
  // Not awaited at top level: Electron is ready only after this module has been evaluated (electron#40719).
  void app
    .whenReady()
    .then(() => boot(profile, outside))
    .then(
      ({ hanging }) => endProcess(hanging, () => app.exit(0)),
      (error: unknown) => {
        process.stderr.write(`Latchkey ended: ${error instanceof Error ? error.name : typeof error}\n`);
        app.exit(1);
      },
    );
} else {
  app.quit();
}
