import { z } from 'zod';
import { allDiffer, id, line, list, secret, text } from './fields.ts';

const item = z.strictObject({
  account: id,
  platform: line(64),
  title: line(120),
  live_codes: z.boolean(),
  username: line(254).exactOptional(),
  password: secret(1024).exactOptional(),
  backup_codes: list(line(64), 1, 32).exactOptional(),
  links: list(line(2048), 1, 8).exactOptional(),
  notes: text(4000).exactOptional(),
  rules: list(line(254), 1, 32).exactOptional(),
  steps: list(text(1000), 1, 40).exactOptional(),
});

/** The accounts of a handoff, 1 to 50, none twice: what is given, or the steps to take instead. There is no place for a seed. */
export const items = list(item, 1, 50).refine((all) => allDiffer(all.map((one) => one.account)));
