import { high, unknown } from '../fact.ts';
import { level, lowest } from '../level.ts';
import type { Platform } from '../platform.ts';

/** Mailchimp. */
export const mailchimp: Platform = {
  id: 'mailchimp',
  name: 'Mailchimp',
  groups: ['marketing'],
  domains: ['mailchimp.com'],
  loginOf: null,
  checked: '2026-08',
  sure: 'low',
  signIn: high('https://login.mailchimp.com/'),
  password: {},
  sessions: {},
  twoStep: { methods: high({ authenticator: 'yes', sms: 'yes' }) },
  delegated: {
    available: high('yes', 'How many users there can be hangs on the plan.'),
    how: high('You invite a user by mail address, with a level.'),
    levels: high(
      [
        level(null, 'Owner', 'Everything.'),
        level(null, 'Admin', 'As much as the owner.'),
        level(null, 'Manager', 'Creates, sends, imports and reads reports; no bills, no export, no closing.'),
        level(null, 'Author', 'Creates, edits and reads reports; cannot send.'),
        lowest(null, 'Viewer', 'Reads reports.'),
      ],
      'Which ones there are depends on the plan: Admin begins with Essentials, Author and Viewer with Standard, Manager with Premium.',
    ),
    idExchanged: high('Their mail address.'),
    freelancerAsks: unknown('An owner or admin invites.'),
    remove: high({ menu: 'Account & billing > Settings > Users', say: 'An owner or admin ends the access there.' }),
    ownerSteps: [
      'Open your profile, then Account & billing > Settings > Users > Invite a user.',
      'Enter the mail address and choose Author or Viewer.',
    ],
    freelancerSteps: ['Tell the owner your mail address.', 'Accept the invitation.'],
  },
  takeBack: [],
  codes: unknown('Nothing unusual was reported.'),
};
