import { high, low, medium, unknown } from '../fact.ts';
import { level, lowest } from '../level.ts';
import type { Platform } from '../platform.ts';

/** X, once Twitter. */
export const x: Platform = {
  id: 'x',
  name: 'X',
  groups: ['social'],
  domains: ['x.com', 'twitter.com'],
  loginOf: null,
  checked: '2026-08',
  sure: 'medium',
  signIn: high('https://x.com/i/flow/login'),
  password: {
    address: high('https://x.com/settings/password'),
    menu: unknown('The way through the menus is not known.'),
  },
  sessions: {
    menu: medium('More > Settings and privacy > Security and account access > Apps and sessions > Sessions'),
    oneByOne: medium('yes'),
    everywhere: medium('yes', '“Log out all other sessions” leaves in only the device you hold.'),
  },
  twoStep: {
    menu: high('Settings and privacy > Security and account access > Security > Two-factor authentication'),
    methods: high(
      { authenticator: 'yes', sms: 'limited', security_key: 'yes', passkey: 'yes', backup_codes: 'yes' },
      'SMS is for Premium members, and not with every phone company. Backup codes come singly.',
    ),
    backupCodesAnew: medium({
      menu: 'Security > Two-factor authentication > Backup codes',
      say: 'You get a single code, good once.',
    }),
    authenticatorAnew: low(
      { menu: 'Security > Two-factor authentication', say: 'Untick Authentication app, tick it again and take down the new key.' },
      'Whether it can be replaced without turning it off is not described.',
    ),
  },
  connectedApps: medium(
    { menu: 'Settings and privacy > Security and account access > Apps and sessions > Connected apps' },
    'The last word of that path is not certain.',
  ),
  delegated: {
    available: high('yes', 'X calls it Delegate.'),
    how: high('On the web you turn Delegate on and invite other X users; they act for you from their own login.'),
    levels: high([
      level(null, 'Owner', 'Password, phone and login settings, and who is invited.'),
      level(null, 'Admin', 'Posts, messages, schedules and deletes; invites others and sees the numbers.'),
      lowest(null, 'Contributor', 'Posts, messages, schedules and deletes; invites nobody.'),
    ]),
    idExchanged: medium('Their @username.'),
    freelancerAsks: medium('You invite. They must have delegate invitations switched on, and accept.'),
    remove: medium({
      menu: 'Settings > Security and account access > Delegate > Members you’ve delegated',
      say: 'Remove the person there.',
    }),
    ownerSteps: [
      'On the web, open Settings > Security and account access > Delegate and turn it on.',
      'Invite their @username.',
      'Choose Contributor.',
    ],
    freelancerSteps: ['Allow delegate invitations in your own settings.', 'Tell the owner your @username and accept.'],
  },
  takeBack: [{ value: 'Nobody can be a delegate for more than five accounts.', sure: 'low' }],
  codes: medium({ digits: 6 }, 'Described as the usual kind.'),
};
