import { high, medium, unknown } from '../fact.ts';
import { level, lowest } from '../level.ts';
import type { Platform } from '../platform.ts';

/** Squarespace. */
export const squarespace: Platform = {
  id: 'squarespace',
  name: 'Squarespace',
  groups: ['site', 'commerce'],
  domains: ['squarespace.com'],
  loginOf: null,
  checked: '2026-08',
  sure: 'low',
  signIn: high('https://login.squarespace.com'),
  password: {
    address: high('https://account.squarespace.com/settings/security/password'),
    menu: unknown('The way through the menus is not known.'),
  },
  sessions: {},
  twoStep: { methods: high({ authenticator: 'yes', sms: 'yes' }) },
  delegated: {
    available: high('yes', 'They are called contributors.'),
    how: high('You invite a contributor by name and mail address and switch on what they may do.'),
    levels: medium(
      [
        level(null, 'Owner', 'Everything, passing it on included.'),
        level(null, 'Administrator', 'Everything short of passing it on.'),
        level(null, 'Website Editor', 'Content.'),
        level(null, 'Billing', 'Bills.'),
        lowest(null, 'Analytics / Reporting', 'Numbers only.'),
        level(null, 'Store Manager', 'Orders and goods.'),
        level(null, 'Comment Moderator', 'Comments on the blog.'),
      ],
      'Put together from guides, some of them old.',
    ),
    idExchanged: high('Their mail address.'),
    freelancerAsks: unknown('You invite.'),
    remove: medium({
      menu: 'Settings > Permissions & Ownership',
      say: 'Open the contributor and choose “Remove contributor” or “Remove permissions”.',
    }),
    ownerSteps: [
      'Open Settings > Permissions & Ownership > Invite contributor.',
      'Enter name and mail address and switch on only what they need.',
    ],
    freelancerSteps: ['Tell the owner your mail address.', 'Accept the invitation.'],
  },
  takeBack: [],
  codes: unknown('Nothing unusual was reported.'),
};
