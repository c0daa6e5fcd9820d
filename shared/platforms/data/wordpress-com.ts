import { high, medium, unknown } from '../fact.ts';
import { level, lowest } from '../level.ts';
import type { Platform } from '../platform.ts';

/** WordPress.com: a site hosted there. */
export const wordpressCom: Platform = {
  id: 'wordpress_com',
  name: 'WordPress.com',
  groups: ['site'],
  domains: ['wordpress.com'],
  loginOf: null,
  checked: '2026-08',
  sure: 'medium',
  signIn: high('https://wordpress.com/log-in'),
  password: { address: high('https://wordpress.com/me/security/password'), menu: high('Profile > Security > Password') },
  sessions: {},
  twoStep: {
    menu: high('Profile > Security > Two-Step Authentication', 'The profile is at wordpress.com/me.'),
    methods: high(
      { authenticator: 'yes', sms: 'yes', security_key: 'yes', passkey: 'yes' },
      'A security key comes on top of the app or SMS.',
    ),
    authenticatorAnew: medium({
      menu: 'Profile > Security > Two-Step Authentication > Set up using an app',
      say: 'Take down the new key and enter a code of six digits.',
    }),
  },
  delegated: {
    available: high('yes'),
    how: high('You add the person to the team by mail address or username, with a role.'),
    levels: high([
      level(null, 'Administrator', 'Everything, other users and deleting the site included.'),
      level(null, 'Editor', 'All posts, pages and comments.'),
      level(null, 'Author', 'Own posts and pictures, published without asking.'),
      lowest(null, 'Contributor', 'Own drafts; neither publishes nor uploads.', 'The least with which one can write.'),
      level(null, 'Viewer / Subscriber', 'Reads and comments.'),
    ]),
    idExchanged: high('Their mail address, or their username at WordPress.com.'),
    freelancerAsks: unknown('You invite.'),
    remove: high({
      menu: 'Dashboard > Users',
      say: 'Open the person and choose Remove. An invitation not answered yet can be withdrawn.',
    }),
    ownerSteps: [
      'In the dashboard, open Users > Team > Add a team member.',
      'Enter the mail address or username.',
      'Choose Contributor or Author; Administrator is as good as owner.',
    ],
    freelancerSteps: ['Tell the owner the mail address of your own WordPress.com login.', 'Accept the invitation.'],
  },
  takeBack: [
    {
      value: 'Administrators are as good as owners and can delete the site, but they cannot remove its first owner.',
      sure: 'high',
    },
  ],
  codes: high({ digits: 6 }),
};
