import path from 'node:path';
import { settings as shape, type SettingsChange } from '../../shared/contracts/settings.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../shared/settings.ts';
import { Listeners } from './listeners.ts';
import { readProfileFile, writeProfileFile } from './profile-file.ts';

const NAME = 'settings.json';

/** The person's settings, kept in the profile. */
export class SettingsFile {
  /** Told of every change. */
  readonly changed = new Listeners<Settings>();
  readonly #file: string;
  #value: Settings;
  // One write at a time, so that the last change is what stays.
  #writing: Promise<unknown> = Promise.resolve();

  /** Reads them from `profile`, an absolute path of a folder; what is missing or odd there is as it is by default. */
  constructor(profile: string) {
    this.#file = path.join(profile, NAME);
    this.#value = readSettings(readProfileFile(this.#file));
  }

  get value(): Settings {
    return this.#value;
  }

  /** Changes some: for this run at once, and on disk. Rejects as the disk does; the change holds for this run all the same. */
  async change(change: SettingsChange): Promise<Settings> {
    const value = over(this.#value, change);
    this.#value = value;
    this.changed.tell(value);
    const written = this.#writing.then(() => writeProfileFile(this.#file, value));
    this.#writing = written.catch(() => undefined);
    await written;
    return value;
  }
}

/** Settings from a value somebody else may have written: each that has its own shape is taken, every other is as it is by default. */
export function readSettings(value: unknown): Settings {
  if (typeof value !== 'object' || value === null) return DEFAULT_SETTINGS;
  const taken = Object.entries(shape.shape).flatMap(([name, each]) => {
    const read = Object.hasOwn(value, name) ? each.safeParse((value as Record<string, unknown>)[name]) : null;
    return read?.success === true ? [[name, read.data] as const] : [];
  });
  return over(DEFAULT_SETTINGS, Object.fromEntries(taken) as SettingsChange);
}

function over(base: Settings, change: SettingsChange): Settings {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  return { ...base, ...(Object.fromEntries(given) as Partial<Settings>) };
}
