import { shellConformance } from '../shell/conformance.ts';
import { electronDriver } from '../support/electron-driver.ts';

// A host that can stay without its window is asked to, so that the whole of the contract is tried.
shellConformance('the Electron adapter, on a fake electron and in its tray,', async () => {
  const driver = await electronDriver('linux');
  driver.shell.desk.stayInTray(true);
  driver.shell.desk.showTray({ locked: true, waits: false, items: [] });
  return driver;
});
