import { high, low, medium, unknown } from '../fact.ts';
import { level, lowest } from '../level.ts';
import type { Platform } from '../platform.ts';

/** Reddit. */
export const reddit: Platform = {
  id: 'reddit',
  name: 'Reddit',
  groups: ['social', 'ads'],
  domains: ['reddit.com'],
  loginOf: null,
  checked: '2026-08',
  sure: 'medium',
  signIn: high('https://www.reddit.com/login/'),
  password: {
    address: high('https://www.reddit.com/settings/'),
    menu: unknown('The way through the menus is not known.'),
  },
  sessions: {},
  twoStep: {
    menu: medium(
      'User settings > Privacy & security > Use two-factor authentication',
      'On the web. The old layout has it in the preferences, under password/email.',
    ),
    methods: high({ authenticator: 'yes', backup_codes: 'yes' }),
    backupCodesAnew: low(
      { say: 'Turning the second step off and on again gives a new set.' },
      'They are ten codes with six digits, good once each.',
    ),
    authenticatorAnew: low({ say: 'Turn the second step off and on again.' }),
  },
  delegated: {
    available: high('partly', 'Not the user account. A community has moderators, and Reddit Ads has business members.'),
    how: high('In a community you invite a moderator; in Ads Manager you invite a user to the business.'),
    levels: medium(
      [
        level('Moderator', 'everything', 'All tools, and inviting other moderators.'),
        lowest('Moderator', 'single permissions (access, config, flair, mail, posts, wiki)', 'Only the area you tick.'),
        level('Ads', 'Admin', 'Users and bills.'),
        lowest('Ads', 'Analyst', 'Looks, changes nothing.'),
      ],
      'The names for ads come from a guide by others.',
    ),
    idExchanged: high('Their Reddit username for a community; for ads, a mail address that has a Reddit account.'),
    remove: high({
      menu: 'Mods & members',
      say: 'Remove the person, if they stand below you in the list. For ads: Business > Users, remove from business.',
    }),
    ownerSteps: [
      'For a community: open Mod tools > Mods & members > Invite mod and tick single permissions.',
      'For ads: in Ads Manager, open Business > Users > Invite new members.',
    ],
    freelancerSteps: ['Tell the owner your Reddit username, or its mail address for ads.', 'Accept the invitation.'],
  },
  takeBack: [{ value: 'Only someone higher in the list can remove a moderator, so keep the top place yourself.', sure: 'high' }],
  codes: high({ digits: 6 }),
};
