import type { Platform } from '../../../shared/platforms/platform.ts';

/** The example of docs/platform-file.md: small, and with each kind of fact once. */
export const shop = {
  id: 'corner_shop',
  name: 'Corner Shop',
  groups: ['commerce'],
  domains: ['corner-shop.example'],
  loginOf: null,
  checked: '2026-11',
  sure: 'medium',
  signIn: { value: 'https://www.corner-shop.example/login', sure: 'high' },
  password: { menu: { value: 'Profile > Password', sure: 'high' } },
  sessions: {
    menu: { value: 'Profile > Devices', sure: 'medium', note: 'On a computer only.' },
    everywhere: { value: 'yes', sure: 'medium' },
    passwordSignsOut: { sure: 'unknown' },
  },
  twoStep: {
    methods: { value: { authenticator: 'yes', sms: 'limited' }, sure: 'high' },
    backupCodesAnew: { sure: 'not_applicable', note: 'It has none.' },
    authenticatorAnew: { value: { menu: 'Profile > Second step', say: 'Turn it off and on again.' }, sure: 'low' },
  },
  delegated: {
    available: { value: 'yes', sure: 'high' },
    how: { value: 'You invite a helper by mail address.', sure: 'high' },
    levels: {
      value: [
        { name: 'Helper', can: 'Sees and packs orders.', lowest: true },
        { name: 'Keeper', can: 'Everything but the bank account.' },
      ],
      sure: 'high',
    },
    ownerSteps: ['Open Team > Invite.', 'Choose Helper.'],
  },
  takeBack: [{ value: 'Helpers keep the price lists they downloaded.', sure: 'medium' }],
  codes: { value: { digits: 6 }, sure: 'high' },
} as const satisfies PlatformSample;

type PlatformSample = { readonly [K in keyof Platform]: unknown };

/** A copy that may be changed. */
export function freshShop(): Record<string, unknown> {
  return structuredClone(shop) as unknown as Record<string, unknown>;
}
