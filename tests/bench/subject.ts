import type { Login } from './logins.ts';

/** An open vault under measurement. */
export interface OpenVault {
  /** How many logins a list shows. */
  count(): number;
  /** How many logins a search finds. */
  search(query: string): number;
  /** The code of the login with this number in the list it was made from. */
  code(login: number): string;
  /** Changes a login's title; resolves when that is flushed to the disk. */
  rename(login: number, title: string): Promise<void>;
  /** The title of a login, to prove a save after opening again. */
  title(login: number): string;
}

/** A vault program under measurement. Its key derivation is kept out: none runs, or the least it allows. */
export interface Subject {
  make(file: string, logins: readonly Login[]): Promise<void>;
  open(file: string): Promise<OpenVault>;
}
