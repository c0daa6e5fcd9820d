import { high, medium, unknown } from '../fact.ts';
import { level } from '../level.ts';
import type { Platform } from '../platform.ts';

/** Stripe. */
export const stripe: Platform = {
  id: 'stripe',
  name: 'Stripe',
  groups: ['money', 'dev'],
  domains: ['stripe.com', 'dashboard.stripe.com'],
  loginOf: null,
  checked: '2026-08',
  sure: 'low',
  signIn: high('https://dashboard.stripe.com/login'),
  password: {},
  sessions: {},
  twoStep: {
    methods: high(
      { authenticator: 'yes', sms: 'yes', security_key: 'yes', passkey: 'yes', backup_codes: 'yes' },
      'The fingerprint or face reader of a device is listed too. There is a backup code.',
    ),
  },
  delegated: {
    available: high('yes', 'As roles in the team.'),
    how: medium('You invite a user and give one role or several.', 'The way through the menus was not read.'),
    levels: high(
      [
        level(null, 'Owner', 'Everything; cannot be given to another.'),
        level(
          null,
          'Administrator',
          'Nearly all of it, team and API keys included; can neither change the owner nor delete the main bank account.',
        ),
      ],
      'There are some fourteen roles. Only these were read in full, so which is the lowest is not known: look for a view-only one.',
    ),
    idExchanged: unknown('No source that was read says it.'),
    freelancerAsks: unknown('An administrator invites.'),
    remove: high({ menu: 'Team settings', say: 'An administrator or the owner removes the member.' }),
    ownerSteps: [
      'Look for “Team” in the settings and invite the person.',
      'Choose one role, the narrowest you find; leave Administrator off.',
    ],
    freelancerSteps: ['Accept the invitation with your own login.'],
  },
  takeBack: [
    { value: 'Several roles on one person add up to all their rights.', sure: 'high' },
    { value: 'An administrator may have made API keys, so roll the keys when you take back.', sure: 'medium' },
  ],
  codes: unknown('Nothing unusual was reported.'),
};
