import { shellConformance } from '../shell/conformance.ts';
import { electronDriver } from '../support/electron-driver.ts';

shellConformance('the Electron adapter, on a fake electron,', () => electronDriver('linux'));
