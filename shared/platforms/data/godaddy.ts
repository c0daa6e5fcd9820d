import { high, unknown } from '../fact.ts';
import { level, lowest } from '../level.ts';
import type { Platform } from '../platform.ts';

/** GoDaddy. */
export const godaddy: Platform = {
  id: 'godaddy',
  name: 'GoDaddy',
  groups: ['domain', 'site'],
  domains: ['godaddy.com'],
  loginOf: null,
  checked: '2026-08',
  sure: 'medium',
  signIn: high('https://sso.godaddy.com/'),
  password: {
    address: high('https://sso.godaddy.com/security/password'),
    menu: unknown('The way through the menus is not known.'),
  },
  sessions: {},
  twoStep: {
    methods: high(
      { authenticator: 'yes', sms: 'yes', security_key: 'yes', passkey: 'yes' },
      'With a hardware key, have another method too, or support on the phone cannot know you.',
    ),
  },
  delegated: {
    available: high('yes', 'It is called Delegate access.'),
    how: high('You invite a name and a mail address with a level, under People who can access my account.'),
    levels: high([
      level(null, 'Products, Domains, & Purchase', 'Products and domains, and buys with the card you stored.'),
      level(null, 'Products & Domains', 'The same without buying.'),
      lowest(
        null,
        'Domains Only',
        'Managing domains, transferring them, or both, folder by folder.',
        'The least with which one can work. Leave transfers off.',
      ),
      level(null, 'Accounts Connection Only', 'Nothing now; the link waits for later.', 'Good between two jobs.'),
    ]),
    idExchanged: high('Their name and mail address; they need a GoDaddy account.'),
    remove: high({
      menu: 'Delegate Access',
      say: 'Open the person to lower the level or remove them. An invitation not answered yet can be cancelled.',
    }),
    ownerSteps: [
      'Open account.godaddy.com/access and choose Invite to Access under People who can access my account.',
      'Enter name and mail address.',
      'Choose Domains Only, without transfers.',
    ],
    freelancerSteps: ['Tell the owner the mail address of your GoDaddy account.', 'Accept the invitation.'],
  },
  takeBack: [
    { value: 'Passwords and cards stay out of a delegate’s sight; what a delegate buys is yours.', sure: 'high' },
    { value: 'At no level does a delegate get at password, PIN, cards or past orders, and none can invite others.', sure: 'high' },
  ],
  codes: unknown('Nothing unusual was reported.'),
};
