import type { Login } from './logins.ts';

type Soon<T> = T | Promise<T>;

/** An open vault under measurement. */
export interface OpenVault {
  /** `performance.now()` from which opening counts, for a program that had to be started first; left out when it counts from the call. */
  readonly start?: number;
  /** How many logins a list shows. */
  count(): Soon<number>;
  /** How many logins a search finds. */
  search(query: string): Soon<number>;
  /** The code of the login with this number in the list it was made from. */
  code(login: number): Soon<string>;
  /** Changes a login's title; resolves when that is flushed to the disk. */
  rename(login: number, title: string): Promise<void>;
  /** The title of a login, to prove a save after opening again. */
  title(login: number): Soon<string>;
  /** What an idle program does before it is asked; left out when it does nothing. */
  idle?(): void;
  /** Resident bytes of the program, now and at most so far; left out when it is this process. */
  memory?(): { readonly now: number; readonly peak: number };
  close?(): Promise<void>;
}

/** The derivation of a vault that asks for one: Argon2id, 64 MiB, three passes, one lane, the same for all. */
export const KDF = { memoryKiB: 64 * 1024, passes: 3 } as const;

/** A vault program under measurement. Unless `derives`, its key derivation is kept out: none runs, or the least it allows. */
export interface Subject {
  make(file: string, logins: readonly Login[], derives: boolean): Promise<void>;
  open(file: string, count: number, derives: boolean): Promise<OpenVault>;
}
