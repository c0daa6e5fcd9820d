import { z } from 'zod';
import type { Fact } from './fact.ts';
import { isAddress, isHost, isMenu, isPlain } from './plain.ts';

/** What a platform is for. */
export const GROUPS = [
  ...(['social', 'ads', 'identity', 'local', 'messaging', 'commerce', 'site'] as const),
  ...(['marketing', 'work', 'money', 'dev', 'domain', 'games', 'media'] as const),
] as const;
export type Group = (typeof GROUPS)[number];

/** Ways a platform may ask for a second step; a way that a platform's facts leave out is not listed for it. */
export const METHODS = ['authenticator', 'sms', 'call', 'mail', 'push', 'security_key', 'passkey', 'backup_codes'] as const;
export type Method = (typeof METHODS)[number];

/** An answer that is not always plain: `choice` is a box to tick, `disputed` means that sources disagree. */
export const ANSWERS = ['yes', 'no', 'partly', 'choice', 'disputed'] as const;
export type Answer = (typeof ANSWERS)[number];

/** Largest parts of a platform's facts: characters of a name, a sentence, a menu path and an address; entries of a list. */
export const SIZES = { name: 80, text: 300, menu: 200, address: 300, list: 16, steps: 8 } as const;

const text = z.string().refine((value) => isPlain(value, SIZES.text), 'text');
const name = z.string().refine((value) => isPlain(value, SIZES.name), 'name');
const menu = z.string().refine((value) => isMenu(value, SIZES.menu), 'menu');
const address = z.string().refine((value) => isAddress(value, SIZES.address), 'address');
const id = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/, 'id');

const open = z.strictObject({ sure: z.enum(['unknown', 'not_applicable']), note: text.exactOptional() });

/** A fact in the file: a value and how sure it is, or only `unknown` or `not_applicable`. */
function fact<T extends z.ZodType>(value: T) {
  const known = z.strictObject({ value, sure: z.enum(['high', 'medium', 'low']), note: text.exactOptional() });
  return z.discriminatedUnion('sure', [known, open]).exactOptional();
}

/** Where something is done: a menu path, a sentence, or both. */
const way = z
  .strictObject({ menu: menu.exactOptional(), say: text.exactOptional() })
  .refine((value) => value.menu !== undefined || value.say !== undefined, 'way');
export type Way = z.infer<typeof way>;

const level = z.strictObject({
  /** What the level is given for, where a platform has several kinds; one level of each may be the lowest. */
  scope: name.exactOptional(),
  name,
  can: text,
  lowest: z.literal(true).exactOptional(),
  note: text.exactOptional(),
});
export type Level = z.infer<typeof level>;

const method = z.enum(['yes', 'limited', 'sign_in', 'recovery', 'no']);
const methods = z.strictObject(
  Object.fromEntries(METHODS.map((key) => [key, method.exactOptional()])) as Record<Method, z.ZodExactOptional<typeof method>>,
);

const codes = z.strictObject({
  digits: z.int().min(4).max(10),
  period: z.int().min(10).max(300).exactOptional(),
  algorithm: z.enum(['SHA1', 'SHA256', 'SHA512']).exactOptional(),
  /** Only where codes are not made of digits. */
  alphabet: z
    .string()
    .regex(/^[0-9A-Z]{10,36}$/, 'alphabet')
    .exactOptional(),
});

const steps = z.array(text).max(SIZES.steps).exactOptional();

/**
 * What is known of a platform: the same shape in the built-in data, in a platform file and in memory. A fact that is left out is
 * unknown. Addresses are https; `{site}` as host stands for the owner's own site.
 */
export const platform = z.strictObject({
  id,
  name,
  groups: z.array(z.enum(GROUPS)).min(1).max(4),
  domains: z.array(z.string().refine(isHost, 'host')).max(8),
  /** The platform whose login opens this one; null when it has its own. */
  loginOf: id.nullable(),
  /** The month the facts are from, as `2026-08`. */
  checked: z.string().regex(/^20[2-9]\d-(0[1-9]|1[0-2])$/, 'month'),
  sure: z.enum(['high', 'medium', 'low']),
  signIn: fact(address),
  password: z.strictObject({ address: fact(address), menu: fact(menu) }),
  sessions: z.strictObject({
    address: fact(address),
    menu: fact(menu),
    oneByOne: fact(z.enum(ANSWERS)),
    everywhere: fact(z.enum(ANSWERS)),
    /** Whether a new password signs the other devices out. */
    passwordSignsOut: fact(z.enum(ANSWERS)),
  }),
  twoStep: z.strictObject({
    menu: fact(menu),
    methods: fact(methods),
    backupCodesAnew: fact(way),
    authenticatorAnew: fact(way),
    rules: fact(text),
    where: fact(text),
    forgetDevices: fact(text),
  }),
  connectedApps: fact(way),
  delegated: z.strictObject({
    available: fact(z.enum(['yes', 'partly', 'no'])),
    how: fact(text),
    levels: fact(z.array(level).min(1).max(SIZES.list)),
    idExchanged: fact(text),
    freelancerAsks: fact(text),
    /** How a role is taken away again. */
    remove: fact(way),
    alternative: fact(text),
    partners: fact(text),
    ownerSteps: steps,
    freelancerSteps: steps,
  }),
  takeBack: z.array(z.strictObject({ value: text, sure: z.enum(['high', 'medium', 'low']) })).max(SIZES.list),
  codes: fact(codes),
});
export type Platform = z.infer<typeof platform>;

/** The addresses of a platform, each with the name of its field. */
export function addressesOf(of: Platform): { readonly field: string; readonly address: string }[] {
  const facts: Record<string, Fact<string> | undefined> = {
    signIn: of.signIn,
    'password.address': of.password.address,
    'sessions.address': of.sessions.address,
  };
  return Object.entries(facts).flatMap(([field, one]) =>
    one !== undefined && 'value' in one ? [{ field, address: one.value }] : [],
  );
}
