import { type ErrorCode, isErrorCode } from '../../shared/errors.ts';

/** The words of a file's own faults, where a person's code is another one. */
const codes: Readonly<Record<string, ErrorCode>> = {
  damaged: 'damaged_vault',
  gone: 'vault_missing',
  io: 'write_failed',
  in_use: 'vault_in_use',
};

/** The code whose sentence says why a vault takes no changes. */
export function readOnlyCode(reason: string): ErrorCode {
  const own = Object.hasOwn(codes, reason) ? codes[reason] : undefined;
  return own ?? (isErrorCode(reason) ? reason : 'read_only');
}
