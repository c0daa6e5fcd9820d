import { high, low, medium, unknown } from '../fact.ts';
import { level, lowest } from '../level.ts';
import type { Platform } from '../platform.ts';

/** Slack. */
export const slack: Platform = {
  id: 'slack',
  name: 'Slack',
  groups: ['work'],
  domains: ['slack.com'],
  loginOf: null,
  checked: '2026-08',
  sure: 'medium',
  signIn: high('https://slack.com/signin'),
  password: {
    address: low('https://my.slack.com/account/settings', 'That is the page of settings; look for the password on it.'),
    menu: low('Profile > Account settings'),
  },
  sessions: {
    address: medium('https://my.slack.com/account/settings'),
    menu: medium('Profile > Account settings > Sign out all other sessions', 'On a computer, not on the phone.'),
    everywhere: medium('yes', 'It asks for the password and leaves in the session you are using.'),
  },
  twoStep: {
    menu: high('Account settings > Two-factor authentication'),
    methods: high(
      { authenticator: 'yes', sms: 'yes' },
      'An owner can allow authenticator apps alone. With single sign-on it is set where that login lives.',
    ),
  },
  delegated: {
    available: high('yes', 'As a guest, a member, or from workspace to workspace by Slack Connect. Guests need a paid plan.'),
    how: high('An owner or admin invites a guest and picks channels and a last day; a member can only suggest it.'),
    levels: high([
      level(null, 'Workspace owner / admin', 'Settings and people.'),
      level(null, 'Member', 'All public channels.'),
      level(null, 'Multi-channel guest', 'The channels you pick. Costs a seat.'),
      lowest(null, 'Single-channel guest', 'One channel, for free; five for each paying member.'),
    ]),
    idExchanged: medium('Their mail address.'),
    freelancerAsks: unknown('The workspace invites.'),
    remove: high({
      menu: 'Manage members',
      say: 'Deactivate the person. A last day does it by itself, and says so five days before.',
    }),
    ownerSteps: ['Invite their mail address as a guest.', 'Pick one channel and set the last day.'],
    freelancerSteps: ['Tell the owner your mail address.', 'Join by the invitation.'],
  },
  takeBack: [],
  codes: unknown('Nothing unusual was reported.'),
};
