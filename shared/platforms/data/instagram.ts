import { high, low, medium, unknown } from '../fact.ts';
import { level, lowest } from '../level.ts';
import type { Platform } from '../platform.ts';

/** Instagram. */
export const instagram: Platform = {
  id: 'instagram',
  name: 'Instagram',
  groups: ['social'],
  domains: ['instagram.com'],
  loginOf: null,
  checked: '2026-08',
  sure: 'medium',
  signIn: high('https://www.instagram.com/accounts/login/'),
  password: {
    address: high('https://accountscenter.instagram.com/password_and_security/password/change/'),
    menu: medium('Settings > Accounts Center > Password and security > Change password'),
  },
  sessions: {
    menu: medium('Settings > Accounts Center > Password and security > Where you’re logged in', 'Then pick the account.'),
    oneByOne: medium('yes', '“Select devices to log out” takes several at once.'),
    everywhere: unknown('Guides disagree on a button for all; you can tick every device on the list.'),
    passwordSignsOut: low('choice', 'The form for a new password has a box for logging out the other devices: tick it.'),
  },
  twoStep: {
    menu: medium('Accounts Center > Password and security > Two-factor authentication', 'Then pick the account.'),
    methods: high({ authenticator: 'yes', sms: 'yes', backup_codes: 'yes' }, 'Codes over WhatsApp are offered too.'),
    backupCodesAnew: medium(
      {
        menu: 'Accounts Center > Password and security > Two-factor authentication > Additional methods > Backup codes',
        say: 'Ask for a new list there while you are signed in.',
      },
      'An older article speaks of five codes with eight digits, good for one use each.',
    ),
    authenticatorAnew: medium(
      { menu: 'Accounts Center > Password and security > Two-factor authentication > Authentication app' },
      'Whether the old key ends is not described, so try an old code afterwards.',
    ),
  },
  delegated: {
    available: medium('yes', 'For a professional account that stands in a Meta business portfolio.'),
    how: medium('Bring the account into a business portfolio, then give a person or a partner single tasks there.'),
    levels: medium([
      level(null, 'Full control', 'Everything with this account.'),
      lowest(null, 'Partial access (tasks)', 'The tasks you tick and no others: posts, messages, ads or insights.'),
    ]),
    idExchanged: medium('The ID of the partner’s business portfolio.'),
    freelancerAsks: medium('Their portfolio asks yours, or you enter their business ID under Partners.'),
    remove: medium({ menu: 'Settings > People', say: 'Look under Partners as well, and remove them there.' }),
    ownerSteps: [
      'Make the account professional and add it to your Meta business portfolio.',
      'Open the portfolio’s Settings > Partners, or People for a single person, and enter their ID or mail address.',
      'Choose partial access and tick only the tasks they need.',
    ],
    freelancerSteps: [
      'Send the owner the ID of your business portfolio, or ask for the account from there.',
      'Work in Meta Business Suite with your own login.',
    ],
  },
  takeBack: [],
  codes: unknown('Nothing unusual was reported.'),
};
