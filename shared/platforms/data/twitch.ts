import { high, low, medium, unknown } from '../fact.ts';
import { level, lowest } from '../level.ts';
import type { Platform } from '../platform.ts';

/** Twitch. */
export const twitch: Platform = {
  id: 'twitch',
  name: 'Twitch',
  groups: ['social'],
  domains: ['twitch.tv'],
  loginOf: null,
  checked: '2026-08',
  sure: 'medium',
  signIn: high('https://www.twitch.tv/login'),
  password: {
    address: high('https://www.twitch.tv/settings/security'),
    menu: high('Profile picture > Settings > Security and Privacy > Security > Change password'),
  },
  sessions: {},
  twoStep: {
    menu: medium('Settings > Security and Privacy > Set up two-factor authentication', 'It reads “Edit” once it is on.'),
    methods: high({ authenticator: 'yes', sms: 'yes', push: 'yes' }, 'A mobile number comes first. The push is Authy’s.'),
    authenticatorAnew: low({
      menu: 'Settings > Security and Privacy > Edit Two-Factor Authentication > Disable',
      say: 'Then set it up again with the new key.',
    }),
  },
  connectedApps: low({ say: 'A new password cuts the tools that were let in; where they are listed was not quoted.' }),
  delegated: {
    available: high('yes', 'They are roles on the channel.'),
    how: high('You add the user in the Roles Manager and tick roles.'),
    levels: high(
      [
        level(null, 'Editor', 'Dashboard, stream details, videos, clips and ad breaks.'),
        lowest(null, 'Moderator', 'Chat rules and bans.', 'Enough for the chat; for content take Editor.'),
        level(null, 'VIP', 'Comforts in chat, no work.'),
      ],
      'One weak guide names a newer role, Manager.',
    ),
    idExchanged: high('Their Twitch username.'),
    remove: high({ menu: 'Creator Dashboard > Community > Roles Manager', say: 'Untick the role, or choose the x beside it.' }),
    ownerSteps: [
      'In the Creator Dashboard, open Community > Roles Manager > Add new.',
      'Enter their username and tick Moderator or Editor.',
    ],
    freelancerSteps: ['Tell the owner your Twitch username.'],
  },
  takeBack: [
    { value: 'A live channel needs its second step; leave it on.', sure: 'medium' },
    { value: 'Twitch warns that a new password asks for a new stream key and cuts the services of others.', sure: 'medium' },
  ],
  codes: unknown('Nothing unusual was reported.'),
};
