import { z } from 'zod';
import { fromB64u } from '../bytes.ts';
import { readCardField } from '../people/card.ts';
import { isLine, isSecret, isText } from './text-rules.ts';

/** Last second of the year 9999: the latest time a message can name. */
export const TIME_MAX = 253_402_300_799;

/** One line of 1 to `bytes` bytes of UTF-8. */
export const line = (bytes: number) => z.string().refine((value) => isLine(value, bytes));

/** Text of 1 to `bytes` bytes of UTF-8, line feed and tab allowed. */
export const text = (bytes: number) => z.string().refine((value) => isText(value, bytes));

/** Any text of 1 to `bytes` bytes of UTF-8 without U+0000. */
export const secret = (bytes: number) => z.string().refine((value) => isSecret(value, bytes));

/** base64url of `low` to `high` bytes. */
export const bytesField = (low: number, high: number) =>
  z
    .string()
    .max(Math.ceil((high * 4) / 3))
    .refine(
      (value) => {
        const length = fromB64u(value)?.length ?? -1;
        return length >= low && length <= high;
      },
      { abort: true },
    );

/** base64url of 16 bytes. */
export const id = bytesField(16, 16);

/** base64url of 32 bytes: a hash or a fingerprint. */
export const hash = bytesField(32, 32);

/** Whole Unix seconds from 1 to the end of the year 9999. */
export const time = z.int().min(1).max(TIME_MAX);

/** Whole number from 0. */
export const count = z.int().min(0);

/** base64url of a card that reads. */
export const card = z
  .string()
  .max(274)
  .refine((value) => readCardField(value) !== null);

/** List of `low` to `high` elements; its length is looked at before its elements, so a hostile list costs no more than its bytes. */
export const list = <T extends z.ZodType>(element: T, low: number, high: number) =>
  z.array(z.unknown()).min(low).max(high).pipe(z.array(element)).readonly();

/** True when no value occurs twice. */
export const allDiffer = (values: readonly string[]): boolean => new Set(values).size === values.length;
