import { utf8 } from '../../main/core/bytes.ts';

/** Which code of a transfer is made: number `at`, from 0, of `of`. */
export interface MadePart {
  readonly id: number;
  readonly at: number;
  readonly of: number;
}

/** A field of a message in protocol buffers: a whole number below 2^31, or bytes. */
function field(number: number, value: number | Uint8Array): Uint8Array {
  return typeof value === 'number'
    ? Buffer.from([number * 8, ...varint(value)])
    : Buffer.concat([Buffer.from([number * 8 + 2, ...varint(value.length)]), value]);
}

function varint(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...varint(value >>> 7)];
}

/** A code as Google Authenticator makes them in an export: a key by the clock for each name, its seed made of the name. */
export function transferOf({ id, at, of }: MadePart, ...names: readonly string[]): string {
  const keys = names.map((name) =>
    field(1, Buffer.concat([field(1, utf8(`seed of ${name}`)), field(2, utf8(name)), field(4, 1), field(5, 1), field(6, 2)])),
  );
  const bytes = Buffer.concat([...keys, field(2, 1), field(3, of), field(4, at), field(5, id)]);
  return `otpauth-migration://offline?data=${encodeURIComponent(bytes.toString('base64'))}`;
}
