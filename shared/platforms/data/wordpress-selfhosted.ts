import { high, medium, none, unknown } from '../fact.ts';
import { level, lowest } from '../level.ts';
import type { Platform } from '../platform.ts';

/** WordPress on the owner's own server. */
export const wordpressSelfhosted: Platform = {
  id: 'wordpress_selfhosted',
  name: 'WordPress, own server',
  groups: ['site'],
  domains: [],
  loginOf: null,
  checked: '2026-08',
  sure: 'medium',
  signIn: medium('https://{site}/wp-login.php', 'The dashboard is at /wp-admin. A plugin may have moved either.'),
  password: {
    address: unknown('It depends on the site.'),
    menu: medium('wp-admin > Users', 'Open the user; the password is lower on the page.'),
  },
  sessions: {
    address: unknown('It depends on the site.'),
    menu: high('Users > Profile > Sessions', 'For somebody else: Users, then edit the user.'),
    oneByOne: medium('no', 'WordPress itself ends all other sessions at once.'),
    everywhere: high(
      'yes',
      'Your own: “Log Out Everywhere Else”; another’s: “Log Out Everywhere”. Changing the secret keys in wp-config.php signs everybody out.',
    ),
  },
  twoStep: {
    menu: none('A plugin or the host brings the second step.'),
    methods: none('WordPress itself has none.'),
    backupCodesAnew: none('Look in the plugin.'),
    authenticatorAnew: none('Look in the plugin.'),
  },
  connectedApps: high({ menu: 'Users > Edit user > Application Passwords', say: 'End each there, or all of them.' }),
  delegated: {
    available: medium('yes', 'Each person gets a user of their own.'),
    how: medium('You add a user with their mail address and a role.'),
    levels: medium(
      [
        level(null, 'Administrator', 'Everything.'),
        level(null, 'Editor', 'All content.'),
        level(null, 'Author', 'Own posts, published without asking.'),
        lowest(null, 'Contributor', 'Own drafts.'),
        level(null, 'Subscriber', 'Their own profile.'),
      ],
      'These are the roles of WordPress.com too; a plugin may add others.',
    ),
    idExchanged: medium('Their mail address.'),
    remove: medium(
      { menu: 'wp-admin > Users', say: 'Delete the user and give their content to another, or lower the role.' },
      'Content given to nobody is deleted for good.',
    ),
    ownerSteps: [
      'In wp-admin, open Users > Add new user.',
      'Enter their mail address and choose Contributor or Author.',
      'Leave Administrator to yourself.',
    ],
    freelancerSteps: ['Tell the owner your mail address.', 'Set a password of your own from the mail you get.'],
  },
  takeBack: [
    { value: 'Application passwords let tools in without the password, so end those along with the sessions.', sure: 'high' },
  ],
  codes: none('A plugin decides.'),
};
