import { high, low, medium, unknown } from '../fact.ts';
import { level, lowest } from '../level.ts';
import type { Platform } from '../platform.ts';

/** Notion. */
export const notion: Platform = {
  id: 'notion',
  name: 'Notion',
  groups: ['work'],
  domains: ['notion.so', 'notion.com'],
  loginOf: null,
  checked: '2026-08',
  sure: 'low',
  signIn: high('https://www.notion.so/login'),
  password: { menu: unknown('No source quotes it.') },
  sessions: {
    menu: low('Settings > My account > Log out of all devices'),
    everywhere: low('yes', 'From one weak guide.'),
  },
  twoStep: {
    menu: high('Settings > your name > Account security > 2-step verification'),
    methods: high(
      { authenticator: 'yes', sms: 'limited', passkey: 'sign_in', backup_codes: 'yes' },
      'The account needs a password first. SMS depends on where you are. Two authenticators and two numbers can stand side by side.',
    ),
    backupCodesAnew: unknown('You see the codes with the first method; how to get a fresh set was not described.'),
    authenticatorAnew: high(
      {
        menu: 'Settings > your name > Account security > 2-step verification > Change verification methods',
        say: 'Prove yourself and add the new authenticator; only then delete the one before.',
      },
      'Until then both work.',
    ),
  },
  delegated: {
    available: high('yes', 'As a guest or as a member.'),
    how: high('You share a page with a guest’s mail address, or add a member to the workspace.'),
    levels: high([
      level(null, 'Workspace owner', 'Settings, bills and members.'),
      level(null, 'Membership admin', 'Members, on Enterprise only.'),
      level(null, 'Member', 'Every page the team shares.'),
      lowest(
        null,
        'Guest',
        'The pages shared with them and no others.',
        'On each page you say what: Can view is the least, then Can comment, Can edit and Full access.',
      ),
    ]),
    idExchanged: medium('Their mail address.'),
    remove: unknown('Look in the page’s Share menu, and under Members in the settings.'),
    ownerSteps: [
      'Open the page and choose Share.',
      'Invite their mail address as a guest.',
      'Choose Can view, Can comment or Can edit.',
    ],
    freelancerSteps: ['Tell the owner the mail address of your Notion login.'],
  },
  takeBack: [],
  codes: unknown('Nothing unusual was reported.'),
};
