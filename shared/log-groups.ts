import type { AuditKind } from './audit-kinds.ts';

/** What a person can narrow the log to. */
export const LOG_GROUPS = ['vault', 'accounts', 'people', 'lending', 'codes', 'work', 'business'] as const;
export type LogGroup = (typeof LOG_GROUPS)[number];

/** The first word of what happened, by group; longer beginnings come first. */
const BEGINNINGS: readonly (readonly [beginning: string, group: LogGroup])[] = [
  ['account-brought', 'vault'],
  ['code-', 'codes'],
  ['received-code', 'codes'],
  ['pass-', 'codes'],
  ['account', 'accounts'],
  ['client', 'accounts'],
  ['password', 'accounts'],
  ['secret-sent', 'lending'],
  ['secrets-opened', 'lending'],
  ['secret', 'accounts'],
  ['notes', 'accounts'],
  ['field', 'accounts'],
  ['backup', 'accounts'],
  ['authenticator', 'accounts'],
  ['factor', 'accounts'],
  ['card', 'people'],
  ['contact', 'people'],
  ['words', 'people'],
  ['ids', 'people'],
  ['handoff', 'lending'],
  ['request', 'lending'],
  ['refusal', 'lending'],
  ['steps', 'lending'],
  ['given', 'lending'],
  ['receipt', 'lending'],
  ['revoke', 'lending'],
  ['grant', 'lending'],
  ['received', 'lending'],
  ['run', 'work'],
  ['candidate', 'work'],
  ['device-remembered', 'vault'],
  ['device-forgotten', 'vault'],
  ['device', 'work'],
  ['own-step', 'work'],
  ['review', 'work'],
  ['reminder', 'work'],
  ['report', 'work'],
  ['certificate', 'work'],
  ['appointment', 'work'],
  ['centre', 'business'],
  ['asset', 'business'],
  ['member', 'business'],
  ['ad-code', 'business'],
];

/** The group of what happened; what touches the file itself, or is not known here, belongs to the vault. */
export function logGroupOf(what: AuditKind | (string & {})): LogGroup {
  const found = BEGINNINGS.filter(([beginning]) => what.startsWith(beginning)).toSorted((a, b) => b[0].length - a[0].length);
  return found[0]?.[1] ?? 'vault';
}
