import { wipe } from '../crypto/sodium.ts';
import { isMigration, type Migration, readMigration } from './migration.ts';
import { type OtpauthFault, readOtpauth } from './otpauth.ts';

/** What the codes of a picture hold: each with its keys, and why the last of the others was not read; null when none was refused. */
export interface FoundCodes {
  readonly codes: readonly Migration[];
  readonly fault: OtpauthFault | null;
}

/** Takes the authenticators out of the texts of a picture's codes; what any other code says is passed over. */
export function readFoundCodes(texts: readonly string[]): FoundCodes {
  const codes: Migration[] = [];
  let fault: OtpauthFault | null = null;
  for (const text of new Set(texts)) {
    const read = readCode(text);
    if (typeof read !== 'string') codes.push(read);
    else if (read !== 'not_otpauth') fault = read;
  }
  return { codes, fault };
}

/** Wipes the seeds of codes that are not taken. */
export function wipeCodes(codes: readonly Migration[]): void {
  for (const { keys } of codes) for (const { seed } of keys) wipe(seed);
}

function readCode(text: string): Migration | OtpauthFault {
  if (isMigration(text)) return readMigration(text);
  const setup = readOtpauth(text);
  return typeof setup === 'string' ? setup : { keys: [setup], part: null };
}
