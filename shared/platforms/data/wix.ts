import { high, medium, unknown } from '../fact.ts';
import { level, lowest } from '../level.ts';
import type { Platform } from '../platform.ts';

/** Wix. */
export const wix: Platform = {
  id: 'wix',
  name: 'Wix',
  groups: ['site', 'commerce'],
  domains: ['wix.com'],
  loginOf: null,
  checked: '2026-08',
  sure: 'low',
  signIn: high('https://users.wix.com/signin'),
  password: {
    address: unknown('Look below manage.wix.com/account.'),
    menu: unknown('No source gives the way.'),
  },
  sessions: {},
  twoStep: {
    methods: high(
      { authenticator: 'yes', sms: 'limited', mail: 'limited' },
      'SMS takes a Premium plan; mail works with some providers only.',
    ),
  },
  delegated: {
    available: high('yes'),
    how: high('You invite a collaborator by mail address, with roles.'),
    levels: high([
      level(null, 'Owner', 'Everything.'),
      level(null, 'Admin (Co-Owner)', 'Nearly all an owner can, short of deleting the site or passing it on.'),
      level(null, 'Website Manager', 'Edits and publishes; no bills, no deleting, copying or passing on.'),
      level(null, 'Website Designer', 'Edits site and settings; sees no inbox, no contacts, nothing private.'),
      level(null, 'Back Office Manager', 'Dashboard, settings and apps, but not the site itself.'),
      level(null, 'Store Manager', 'Goods, orders, shipping and tax.'),
      level(null, 'Marketing Manager', 'Tools for marketing.'),
      level(null, 'Domain Manager', 'Connects and looks after domains.'),
      level(null, 'Billing Manager', 'Bills.'),
      lowest(null, 'Blog Writer', 'Blog posts.', 'The narrowest that edits; a role you make yourself can be narrower.'),
    ]),
    idExchanged: high('The mail address of their Wix account.'),
    freelancerAsks: unknown('You invite.'),
    remove: medium({ menu: 'Settings > Roles & Permissions', say: 'Open the collaborator and remove them.' }),
    ownerSteps: [
      'In the site’s dashboard, open Settings > Roles & Permissions and invite people.',
      'Enter the mail address and tick the narrowest role that fits.',
    ],
    freelancerSteps: ['Tell the owner the mail address of your Wix account.', 'Accept the invitation.'],
  },
  takeBack: [
    {
      value: 'A guide speaks of Editor, Contributor and Member. Wix itself has no such roles; go by the names above.',
      sure: 'medium',
    },
  ],
  codes: unknown('Nothing unusual was reported.'),
};
