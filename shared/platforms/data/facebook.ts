import { high, medium, unknown } from '../fact.ts';
import { level, lowest } from '../level.ts';
import type { Platform } from '../platform.ts';

/** Facebook: the profile and its Pages. */
export const facebook: Platform = {
  id: 'facebook',
  name: 'Facebook',
  groups: ['social'],
  domains: ['facebook.com', 'messenger.com'],
  loginOf: null,
  checked: '2026-08',
  sure: 'high',
  signIn: high('https://www.facebook.com/login'),
  password: {
    address: high('https://accountscenter.facebook.com/password_and_security/password/change'),
    menu: medium('Settings & privacy > Settings > Accounts Center > Password and security > Change password'),
  },
  sessions: {
    menu: medium('Settings & privacy > Settings > Password and security > Where you’re logged in'),
    oneByOne: medium('yes'),
    everywhere: medium('yes', 'It stood at the end of the list as “Log out of all sessions”; the words may be others by now.'),
  },
  twoStep: {
    menu: high(
      'Settings & privacy > Settings > Accounts Center > Password and security > Two-factor authentication',
      'Then pick the account.',
    ),
    methods: high(
      { authenticator: 'yes', sms: 'yes', security_key: 'yes', passkey: 'yes', backup_codes: 'yes' },
      'There are ten recovery codes.',
    ),
    backupCodesAnew: medium(
      { menu: 'Two-factor authentication > Additional methods > Recovery codes > Get new codes' },
      'You get ten, each good once.',
    ),
    authenticatorAnew: medium(
      { menu: 'Two-factor authentication > Authentication app', say: 'Go through its steps and confirm with a code.' },
      'What becomes of the old app is not described, so try an old code afterwards.',
    ),
  },
  connectedApps: high(
    {
      menu: 'Settings & privacy > Settings > Apps and websites',
      say: 'Look at Business integrations as well; each is removed there on its own.',
    },
    'A business integration keeps its rights on Pages and ads after the personal permission has run out at 90 days.',
  ),
  delegated: {
    available: high('partly', 'For Pages. The personal profile is yours alone.'),
    how: high('You switch to the Page and add the person under Page access.'),
    levels: high([
      level(null, 'Facebook access, full control', 'Everything, also letting others in and deleting the Page.'),
      level(null, 'Facebook access, partial control', 'Posts, messages, comments, ads and insights; neither settings nor access.'),
      lowest(
        null,
        'Task access',
        'The tasks you tick, through Meta’s tools: posts, messages, community activity, ads or insights.',
      ),
    ]),
    idExchanged: medium('Their name on Facebook, or their mail address.'),
    freelancerAsks: medium('You begin. A firm can ask from one business portfolio to another.'),
    remove: medium({
      menu: 'Manage > Page access',
      say: 'Open the menu beside the person and remove the access. Your password is asked for.',
    }),
    ownerSteps: [
      'Switch to the Page.',
      'Open Professional dashboard, or Manage, > Page access > Add new.',
      'Choose the person, leave full control off, and tick only the tasks they need.',
    ],
    freelancerSteps: ['Tell the owner your name on Facebook or its mail address.', 'Accept, and work with your own login.'],
  },
  takeBack: [{ value: 'Someone with full control can remove others, you among them; give it rarely.', sure: 'high' }],
  codes: unknown('Nothing unusual was reported.'),
};
