import { high, low, medium, unknown } from '../fact.ts';
import type { Platform } from '../platform.ts';

/** A personal Microsoft account. */
export const microsoft: Platform = {
  id: 'microsoft',
  name: 'Microsoft account',
  groups: ['identity'],
  domains: ['live.com', 'microsoft.com', 'outlook.com'],
  loginOf: null,
  checked: '2026-08',
  sure: 'low',
  signIn: high('https://login.live.com', 'Work accounts sign in at login.microsoftonline.com.'),
  password: {
    address: high('https://account.live.com/password/Change'),
    menu: unknown('The way through the menus is not known.'),
  },
  sessions: {
    menu: medium('Security > Advanced security options > Sign out everywhere'),
    everywhere: medium('yes', 'It can last a day until all are out, and an Xbox stays in.'),
  },
  twoStep: {
    menu: low('Account page > Advanced security options', 'Look for two-step verification on that page.'),
    methods: high(
      { authenticator: 'yes', sms: 'yes', call: 'yes', mail: 'yes', push: 'yes', passkey: 'yes' },
      'With a passkey the password can be left out.',
    ),
  },
  delegated: {},
  takeBack: [{ value: 'Keep three ways to prove who you are. Losing the one it asks for can cost 30 days.', sure: 'medium' }],
  codes: unknown('Nothing unusual was reported.'),
};
