import type { Device } from '../../../shared/contracts/engine/devices.ts';
import { firstName } from '../../../shared/text/common.ts';
import { deviceText } from '../../../shared/text/devices.ts';
import type { DeviceState } from '../../components/device-card.tsx';
import type { IconName } from '../../components/icon.tsx';
import type { EngineParams } from '../../lib/engine.ts';

/** Someone whose a device may be. */
export interface Owner {
  readonly contact: string | null;
  readonly name: string;
}

/** True for a device that was promised for a grant and that no list has shown yet. */
export function isAwaited({ grant, listed, signedOut }: Device): boolean {
  return grant !== null && listed === null && signedOut === null;
}

/**
 * How a device stands: kept, signed out, someone else's and still in, or undecided. One promised for `welcome`, a grant that runs, is in as
 * it should be.
 */
export function deviceStateOf(device: Device, welcome: string | null = null): DeviceState {
  const { signedOut, keep, whose, grant } = device;
  if (signedOut !== null) return 'out';
  if (keep === true) return 'keep';
  if (welcome !== null && grant === welcome && whose === 'contact') return isAwaited(device) ? 'undecided' : 'keep';
  return whose === 'me' ? 'undecided' : 'hot';
}

/** Whose a device is, in a word. */
export function whoseWord({ whose, person }: Pick<Device, 'whose' | 'person'>): string {
  if (whose === 'me') return deviceText.yours;
  return whose === 'contact' && person !== null ? deviceText.theirs(firstName(person.name)) : deviceText.whoseAsk;
}

/** Whose a device may be, to choose from. */
export function whoseOptions(
  person: Owner | null,
  shown: (name: string) => string,
): readonly { readonly value: Device['whose']; readonly label: string }[] {
  return [
    { value: 'me', label: deviceText.mine },
    ...(person === null ? [] : [{ value: 'contact' as const, label: deviceText.theirs(shown(person.name)) }]),
    { value: 'unknown', label: deviceText.unknown },
  ];
}

/** A drawing that fits the words the platform has for a device. */
export function deviceIcon({ name, place }: Pick<Device, 'name' | 'place'>): IconName {
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
