import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { ErrorCode } from '../../shared/errors.ts';
import { unfitLine } from '../core/messages/unfit.ts';
import { CARD_NAME_MAX } from '../core/people/card.ts';
import { faultOf } from './disk.ts';
import { createCode } from './vault-codes.ts';

const ENDING = '.latchkey';
const NAMES = 100;
/** Characters of a file's name that become the name of a vault without one. */
const NAME = 16;

/** A vault's name out of its file's, where that makes one. */
export function nameFrom(file: string): string {
  const name = path.basename(file, ENDING).slice(0, NAME);
  return unfitLine(name, CARD_NAME_MAX) === null ? name : 'Vault';
}

/** Makes a folder where there is none; the code of what stood in the way, or null. */
export async function folderFault(folder: string): Promise<ErrorCode | null> {
  try {
    await mkdir(folder, { recursive: true });
    return null;
  } catch (error) {
    return createCode(faultOf(error));
  }
}

/** A path that ends as vault files do. */
export function withEnding(file: string): string {
  return file.endsWith(ENDING) ? file : `${file}${ENDING}`;
}

/** File names for a vault's name: plain letters and hyphens, a number behind where the name is taken. */
export function placesFor(folder: string, name: string): string[] {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 60);
  const base = plain === '' ? 'vault' : plain;
  return Array.from({ length: NAMES }, (_, i) => path.join(folder, `${base}${i === 0 ? '' : `-${i + 1}`}${ENDING}`));
}
