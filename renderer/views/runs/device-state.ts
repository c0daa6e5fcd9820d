import type { Device } from '../../../shared/contracts/engine/runs.ts';
import { firstName } from '../../../shared/text/common.ts';
import { deviceText } from '../../../shared/text/runs.ts';
import type { DeviceState } from '../../components/device-card.tsx';
import type { IconName } from '../../components/icon.tsx';
import type { EngineParams } from '../../lib/engine.ts';

/** How a device stands: kept, signed out, someone else's and still in, or undecided. */
export function deviceStateOf({ signedOut, keep, whose }: Device): DeviceState {
  if (signedOut !== null) return 'out';
  if (keep === true) return 'keep';
  return whose === 'me' ? 'undecided' : 'hot';
}

/** Whose a device is, in a word. */
export function whoseWord({ whose, person }: Device): string {
  if (whose === 'me') return deviceText.yours;
  return whose === 'contact' && person !== null ? deviceText.theirs(firstName(person.name)) : deviceText.whoseAsk;
}

/** A drawing that fits the words the platform has for a device. */
export function deviceIcon({ name, place }: Device): IconName {
  const words = `${name} ${place ?? ''}`;
  if (/iphone|phone|pixel|galaxy|android|ipad|tablet|redmi|oneplus/i.test(words)) return 'phone';
  if (/mac|windows|pc\b|laptop|linux|ubuntu|chromebook|thinkpad|desktop/i.test(words)) return 'laptop';
  return 'globe';
}

/** A device as the engine takes it, with some of it changed. */
export function changed(
  device: Device,
  change: Partial<Pick<Device, 'whose' | 'keep'>> & { signedOut?: boolean },
): EngineParams<'devices.save'> {
  const { id, account, name, place, seen, person } = device;
  const whose = change.whose ?? device.whose;
  return {
    id,
    account,
    name,
    place,
    seen,
    whose,
    contact: whose === 'contact' ? (person?.contact ?? null) : null,
    keep: change.keep === undefined ? device.keep : change.keep,
    signedOut: change.signedOut ?? device.signedOut !== null,
  };
}
