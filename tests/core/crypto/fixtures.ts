import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../../../../shared/fixtures/vectors');

/** A published vector file kept outside the repository; null where it is not there. */
export function published<T>(name: string): T | null {
  const file = path.join(ROOT, name);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : null;
}

export const unhex = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'hex'));
export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
