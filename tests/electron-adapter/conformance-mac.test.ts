import { shellConformance } from '../shell/conformance.ts';
import { electronDriver } from '../support/electron-driver.ts';

shellConformance('the Electron adapter as on macOS, on a fake electron,', () => electronDriver('darwin'));
