import { high, medium, unknown } from '../fact.ts';
import { level, lowest } from '../level.ts';
import type { Platform } from '../platform.ts';

/** Cloudflare. */
export const cloudflare: Platform = {
  id: 'cloudflare',
  name: 'Cloudflare',
  groups: ['dev', 'domain'],
  domains: ['cloudflare.com', 'dash.cloudflare.com'],
  loginOf: null,
  checked: '2026-08',
  sure: 'high',
  signIn: high('https://dash.cloudflare.com/login'),
  password: {
    address: high('https://dash.cloudflare.com/profile/authentication'),
    menu: high('Profile > Authentication > Change Password'),
  },
  sessions: {},
  twoStep: {
    menu: high('Profile > Authentication > Two-Factor Authentication'),
    methods: high(
      { authenticator: 'yes', security_key: 'yes', passkey: 'yes', backup_codes: 'yes' },
      'For recovery a code can come by mail.',
    ),
    backupCodesAnew: high({ menu: 'My Profile > Authentication > Regenerate', say: 'The old ones end.' }),
    authenticatorAnew: high({
      menu: 'Profile > Authentication > Mobile App Authentication',
      say: 'Set it up again. Codes from the old key end, and the second step stays on.',
    }),
  },
  connectedApps: high({ say: 'API tokens do not hang on the password. Roll them after you changed it.' }),
  delegated: {
    available: high('yes', 'As members of the account.'),
    how: high('You invite a member with policies: what they reach, and as what.', 'The way through the menus was not read.'),
    levels: high(
      [
        level(null, 'Super Administrator', 'Everything, members and bills included.'),
        level(null, 'Administrator', 'Everything but who is a member and how it is paid.'),
        level(null, 'DNS', 'DNS records.'),
        level(null, 'Cache Purge', 'Empties the cache and reads a zone’s settings.'),
        level(null, 'Billing', 'How it is paid.'),
        lowest(null, 'Analytics', 'Reads numbers.', 'The narrowest for looking; for DNS work, DNS on one domain.'),
        level(null, 'Administrator Read Only', 'Reads everything.'),
      ],
      'A few of many.',
    ),
    idExchanged: medium('Their mail address.'),
    freelancerAsks: unknown('A Super Administrator invites.'),
    remove: high({ say: 'A Super Administrator ends the membership.' }),
    ownerSteps: [
      'Look for “Members” in the account and invite their mail address.',
      'Choose one domain as scope and one role, DNS or Analytics.',
    ],
    freelancerSteps: ['Tell the owner the mail address of your Cloudflare login.', 'Turn on your own second step, and accept.'],
  },
  takeBack: [
    {
      value: 'The second step belongs to a person, so each member sets their own; yours says nothing about theirs.',
      sure: 'medium',
    },
  ],
  codes: unknown('A code is said to last 30 to 60 seconds; nothing unusual.'),
};
