import { high, low, medium, unknown } from '../fact.ts';
import { level } from '../level.ts';
import type { Platform } from '../platform.ts';

/** Etsy. */
export const etsy: Platform = {
  id: 'etsy',
  name: 'Etsy',
  groups: ['commerce'],
  domains: ['etsy.com'],
  loginOf: null,
  checked: '2026-08',
  sure: 'medium',
  signIn: high('https://www.etsy.com/signin'),
  password: {
    address: high('https://www.etsy.com/your/account'),
    menu: medium('You > Account settings', 'The password is one of the lines there.'),
  },
  sessions: {
    menu: low('You > Account settings > Security > Sign-in history', 'From an old guide; the history may have to be switched on.'),
    oneByOne: low('yes'),
  },
  twoStep: {
    menu: high('You > Account settings > Security > Two-factor authentication'),
    methods: high(
      { authenticator: 'yes', sms: 'yes', call: 'yes', backup_codes: 'yes' },
      'New shops have it on from the start. A new browser is asked for a code, then again after 30 days.',
    ),
    backupCodesAnew: high(
      {
        menu: 'You > Account settings > Security > Two-factor authentication > Edit > Generate new codes',
        say: 'The old ones end.',
      },
      'From an older page.',
    ),
    authenticatorAnew: medium({
      menu: 'You > Account settings > Security > Two-factor authentication > Authenticator app',
      say: 'Take down the new key there.',
    }),
  },
  delegated: {
    available: medium(
      'no',
      'No login for helpers was found. Shop members are a public list on the About page, whatever one blog says.',
    ),
    how: high('You name helpers in public, under About; it gives them no access.'),
    levels: high([
      level(
        null,
        'Owner / Assistant / Maker / Curator / Customer service / Designer',
        'Words for visitors. None of them opens anything.',
      ),
    ]),
    remove: unknown('Whoever had the password: change it, end the sessions, make new backup codes.'),
    ownerSteps: ['Open Shop Manager, the pencil beside the shop, then About > Shop members, and name your helpers.'],
  },
  takeBack: [
    {
      value: 'Etsy wants all helpers named as shop members and the owner at work too; hired help has a policy of its own.',
      sure: 'high',
    },
  ],
  codes: unknown('It recommends Google Authenticator; nothing unusual was reported.'),
};
