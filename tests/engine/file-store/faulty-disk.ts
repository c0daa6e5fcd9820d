import nodeFs, { type FileHandle } from 'node:fs/promises';
import { type Disk, type FileSystem, localDisk } from '../../../main/engine/disk.ts';

export const systemError = (code: string): Error => Object.assign(new Error(code), { code });

/** Asked before each call; the code of the error it is to meet, or null. */
export type Meets = (call: string, n: number) => string | null;

/**
 * The local disk, whose calls, those on open files among them as `file.write`, can be made to fail: a failing call is not made, a closing apart.
 * Waiting takes no time, and the clock shows what was waited.
 */
export function faultyDisk(meets: Meets): Disk & { readonly calls: readonly string[] } {
  const calls: string[] = [];
  const guard = (call: string): void => {
    calls.push(call);
    const code = meets(call, calls.length);
    if (code !== null) throw systemError(code);
  };
  const guarded = <T extends object>(of: T, prefix: string): T =>
    new Proxy(of, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        return async (...args: unknown[]): Promise<unknown> => {
          // A descriptor is gone after its closing, whatever that said.
          if (name === 'close') await Reflect.apply(value, target, args);
          guard(prefix + String(name));
          if (name === 'close') return undefined;
          const result: unknown = await Reflect.apply(value, target, args);
          return name === 'open' ? guarded(result as FileHandle, 'file.') : result;
        };
      },
    });
  let time = 0;
  const timing = {
    now: () => time,
    sleep: async (ms: number) => {
      time += ms;
      await Promise.resolve();
    },
  };
  return { fs: guarded<FileSystem>(nodeFs, ''), timing, calls };
}

type HandleCall = (handle: FileHandle, ...rest: unknown[]) => unknown;

/** The local disk with some calls on open files replaced. */
export function diskWith(calls: Partial<Record<'write' | 'sync' | 'truncate', HandleCall>>): Disk {
  const open: FileSystem['open'] = async (...of) =>
    new Proxy(await nodeFs.open(...of), {
      get: (target, name) => {
        const replaced = calls[name as keyof typeof calls];
        if (replaced !== undefined) return (...rest: unknown[]) => replaced(target, ...rest);
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  return { ...localDisk, fs: { ...nodeFs, open } };
}
