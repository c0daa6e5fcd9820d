import type { TotpSettings } from '../codes/totp.ts';
import type { Data } from '../records/shapes.ts';

/** One second factor as its account's record keeps it. */
export type Factor = Data<'account'>['factors'][number];

/** How codes follow each other: by time, by a counter that is raised with each, or by time in Steam's spelling. */
export type KeyType = 'totp' | 'hotp' | 'steam';

/** How codes are made of a key. `period` counts for codes by time, `counter`, the next one to be used, for those by a counter. */
export interface KeySettings extends TotpSettings {
  readonly type: KeyType;
  readonly counter: number;
}

/** An authenticator that gives codes. */
export interface SeedFactor extends Pick<Factor, 'id' | 'set' | 'confirmed' | 'outside'> {
  readonly seed: NonNullable<Factor['seed']>;
  readonly settings: KeySettings;
}

/** Steam Guard's only settings. */
export const STEAM: KeySettings = { type: 'steam', alphabet: 'steam', algorithm: 'sha1', digits: 5, period: 30, counter: 0 };

/** How the codes of a factor are made; null when it is no authenticator, or something it needs is missing. */
export function settingsOf({ type, algorithm, digits, period, counter = 0 }: Factor): KeySettings | null {
  if (type === 'steam') return period === undefined ? STEAM : { ...STEAM, period };
  if (algorithm === undefined || digits === undefined) return null;
  if (type === 'hotp') return { type, alphabet: 'decimal', algorithm, digits, period: 30, counter };
  return period === undefined ? null : { type: 'totp', alphabet: 'decimal', algorithm, digits, period, counter: 0 };
}

/** What a record keeps of a key's settings: of each type only what it needs. */
export function recordOf(settings: KeySettings): Pick<Factor, 'type' | 'algorithm' | 'digits' | 'period' | 'counter'> {
  const { type, algorithm, digits, period, counter } = settings;
  if (type === 'steam') return period === STEAM.period ? { type } : { type, period };
  return type === 'hotp' ? { type, algorithm, digits, counter } : { algorithm, digits, period };
}

const inForce = (account: Data<'account'>): Factor | undefined =>
  account.factors.find((one) => one.seed !== undefined && one.replaced === undefined);

/** True when the account has an authenticator. */
export function hasSeed(account: Data<'account'>): boolean {
  const factor = inForce(account);
  return factor !== undefined && settingsOf(factor) !== null;
}

/** The account's authenticator; null when it has none. */
export function seedFactor(account: Data<'account'>): SeedFactor | null {
  const factor = inForce(account);
  const settings = factor === undefined ? null : settingsOf(factor);
  return factor?.seed === undefined || settings === null ? null : { ...factor, seed: factor.seed, settings };
}

/** The account's authenticator where its codes go by time, so that they can be known ahead; null for a counter and for none. */
export function timedFactor(account: Data<'account'>): SeedFactor | null {
  const factor = seedFactor(account);
  return factor?.settings.type === 'hotp' ? null : factor;
}

/** Second factors that count now, without the authenticators that were replaced. */
export function standing(account: Data<'account'>): Factor[] {
  return account.factors.filter(({ replaced }) => replaced === undefined);
}
