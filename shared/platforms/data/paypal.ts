import { high, low, medium, unknown } from '../fact.ts';
import { level, lowest } from '../level.ts';
import type { Platform } from '../platform.ts';

/** PayPal. */
export const paypal: Platform = {
  id: 'paypal',
  name: 'PayPal',
  groups: ['money'],
  domains: ['paypal.com'],
  loginOf: null,
  checked: '2026-08',
  sure: 'medium',
  signIn: high('https://www.paypal.com/signin'),
  password: {
    address: high('https://www.paypal.com/myaccount/security/password/change'),
    menu: unknown('The way through the menus is not known.'),
  },
  sessions: {
    menu: low('Settings > Security > Manage logins', 'Other guides say “Auto logins” or “Devices”.'),
    oneByOne: low('yes', 'Remove each device.'),
    everywhere: unknown('Guides contradict each other.'),
  },
  twoStep: {
    menu: low('Settings > Security', 'On the website only; look for two-step verification.'),
    methods: high(
      { authenticator: 'yes', security_key: 'yes', passkey: 'sign_in' },
      'A security key wants another method behind it. A passkey signs you in; it is no second step.',
    ),
  },
  delegated: {
    available: high('yes', 'For business accounts, up to 200 users.'),
    how: high('You add a user and tick what they may do. They activate it from a mail and choose their own password.'),
    levels: high([
      level(null, 'Primary user', 'Everything.'),
      level(null, 'Secondary user with ticked privileges', 'What you tick: refunds, payments, withdrawals, API, balance.'),
      lowest(null, 'Secondary user, view only', 'Sees payments and moves no money.'),
    ]),
    idExchanged: medium('Their mail address, and a user ID that you make up.'),
    freelancerAsks: unknown('You add them.'),
    remove: medium({ menu: 'Manage users > View profile', say: 'Take away single permissions, or the user.' }),
    ownerSteps: [
      'Open Account settings > Account access > Manage users > Add user.',
      'Enter their mail address and a user ID.',
      'Tick view only; add refunds or payments only if that was agreed.',
    ],
    freelancerSteps: ['Tell the owner your mail address.', 'Activate the user from the mail, with your own password.'],
  },
  takeBack: [{ value: 'On a personal account there are no further users.', sure: 'high' }],
  codes: unknown('Nothing unusual was reported.'),
};
