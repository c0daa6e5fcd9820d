import { high, low, medium, unknown } from '../fact.ts';
import { level, lowest } from '../level.ts';
import type { Platform } from '../platform.ts';

/** Discord. */
export const discord: Platform = {
  id: 'discord',
  name: 'Discord',
  groups: ['messaging', 'social'],
  domains: ['discord.com'],
  loginOf: null,
  checked: '2026-08',
  sure: 'medium',
  signIn: high('https://discord.com/login'),
  password: {
    address: high('https://discord.com/settings/account'),
    menu: medium('User Settings > My Account > Change Password'),
  },
  sessions: {
    menu: medium('User Settings > Devices'),
    oneByOne: medium('yes', 'It asks for password and code.'),
    everywhere: medium('yes', 'Choose “Log Out All Known Devices”.'),
    passwordSignsOut: low('disputed', 'Two guides say yes, one doubts it: use the button for all devices.'),
  },
  twoStep: {
    menu: medium('User Settings > My Account > Password and Authentication > Enable Authenticator App'),
    methods: high(
      { authenticator: 'yes', sms: 'yes', security_key: 'yes', passkey: 'sign_in', backup_codes: 'yes' },
      'Nobody at support can reset it.',
    ),
    backupCodesAnew: medium(
      { menu: 'User Settings > My Account > View Backup Codes', say: 'It shows them, to look at or to download.' },
      'Each has eight digits and works once. How to get a fresh set is not described.',
    ),
    authenticatorAnew: low({
      menu: 'User Settings > My Account > Remove 2FA',
      say: 'Enter a code or a backup code, then turn the authenticator on again.',
    }),
  },
  connectedApps: unknown('Look for “Authorized Apps”; no source gives the way.'),
  delegated: {
    available: high('partly', 'Servers have roles. The personal account is yours alone.'),
    how: high('You make a role on the server, tick what it may do, and give it to the member.'),
    levels: high([
      level(null, 'Server owner', 'Everything, one person only; can pass the server on or delete it.'),
      level(null, 'Role with Administrator', 'Everything short of owning it; can bring in bots.'),
      level(null, 'Moderator-type role', 'Messages, time-outs, kicks or bans, as ticked.'),
      lowest(null, 'Custom role with single permissions', 'What you tick, channel by channel if you like.'),
    ]),
    idExchanged: medium('They join by an invitation to the server; the member then gets the role.'),
    freelancerAsks: unknown('You invite.'),
    remove: medium({ say: 'Take the role away, or the member. A role controls only those lower in the list.' }),
    ownerSteps: [
      'Invite the person to the server.',
      'Open Server Settings > Roles > Create role and tick single permissions; leave Administrator off.',
      'Give the role to the member.',
    ],
    freelancerSteps: ['Join by the invitation, with your own login.'],
  },
  takeBack: [
    { value: 'A lost authenticator without backup codes may cost the account.', sure: 'medium' },
    { value: 'Look through bots and webhooks: an administrator may have brought some in.', sure: 'medium' },
  ],
  codes: medium({ digits: 6 }),
};
