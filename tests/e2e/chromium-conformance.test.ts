import { chromiumDriver } from '../support/chromium-driver.ts';
import { shellConformance } from '../shell/conformance.ts';

shellConformance('the Chromium host', chromiumDriver);
