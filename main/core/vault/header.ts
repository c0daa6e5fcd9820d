import { type Bytes, concat, le, readLe, sameBytes, utf8 } from '../bytes.ts';
import { equal, hash } from '../crypto/sodium.ts';
import { readSlots, SLOT_SIZE, type Slot, type SlotFault } from './slots.ts';

/** Why a file's header was not read; the order of the checks is part of the format. */
export type HeaderFault = 'not_a_vault' | 'damaged_header' | SlotFault;

/** A vault file's header, its shape checked; its MAC is not, until `authenticate`. */
export interface Header {
  readonly vaultId: Bytes;
  /** Null when above 2^53 - 1, as the next one: refused only after the MAC. */
  readonly epoch: number | null;
  readonly baseSeq: number | null;
  readonly baseChain: Bytes;
  readonly slots: readonly Slot[];
  readonly mac: Bytes;
  /** The whole header, MAC included, as it stands in the file. */
  readonly bytes: Bytes;
}

/** Where a file's frames begin to count. */
export interface HeaderFields {
  readonly vaultId: Bytes;
  readonly epoch: number;
  readonly baseSeq: number;
  readonly baseChain: Bytes;
}

const MAGIC = utf8('LKVT\r\n\x1a\n');
const VERSION = 1;
const SLOTS_AT = 81;
const MAC_SIZE = 32;
const MAX_SLOTS = 8;
const LEAST_HEADER = SLOTS_AT + SLOT_SIZE + MAC_SIZE;

/** Reads the header at the start of a file, first fault first. Nothing is decrypted and no key is derived. */
export function readHeader(file: Bytes): Header | HeaderFault {
  if (!sameBytes(file.subarray(0, MAGIC.length), MAGIC)) return 'not_a_vault';
  if (file.length < 10) return 'damaged_header';
  if (readLe(file, 8, 2) !== VERSION) return 'newer_version';
  if (file.length < LEAST_HEADER) return 'damaged_header';
  if (readLe(file, 12, 4) !== 0) return 'newer_version';
  const count = readLe(file, 80, 1);
  const length = readLe(file, 10, 2);
  if (count < 1 || count > MAX_SLOTS || length !== SLOTS_AT + SLOT_SIZE * count + MAC_SIZE || file.length < length) {
    return 'damaged_header';
  }
  const bytes = file.slice(0, length);
  const slots = readSlots(bytes.subarray(SLOTS_AT, length - MAC_SIZE));
  if (typeof slots === 'string') return slots;
  return {
    vaultId: bytes.subarray(16, 32),
    epoch: readLe(bytes, 32, 8),
    baseSeq: readLe(bytes, 40, 8),
    baseChain: bytes.subarray(48, 80),
    slots,
    mac: bytes.subarray(length - MAC_SIZE),
    bytes,
  };
}

/** The header's counters once its MAC holds; null when it does not, or a counter is out of range. */
export function authenticate(header: Header, headerKey: Bytes): HeaderFields | null {
  const { vaultId, epoch, baseSeq, baseChain } = header;
  const mac = hash(MAC_SIZE, header.bytes.subarray(0, -MAC_SIZE), headerKey);
  if (!equal(mac, header.mac) || epoch === null || epoch === 0 || baseSeq === null) return null;
  return { vaultId, epoch, baseSeq, baseChain };
}

/** Writes a header around finished slots, given rising by type with the first of type 1. */
export function writeHeader(fields: HeaderFields, slots: readonly Bytes[], headerKey: Bytes): Bytes {
  const body = concat(
    MAGIC,
    le(VERSION, 2),
    le(SLOTS_AT + SLOT_SIZE * slots.length + MAC_SIZE, 2),
    le(0, 4),
    fields.vaultId,
    le(fields.epoch, 8),
    le(fields.baseSeq, 8),
    fields.baseChain,
    le(slots.length, 1),
    ...slots,
  );
  return concat(body, hash(MAC_SIZE, body, headerKey));
}
