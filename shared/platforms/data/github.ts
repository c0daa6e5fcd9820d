import { high, medium, unknown } from '../fact.ts';
import { level, lowest } from '../level.ts';
import type { Platform } from '../platform.ts';

/** GitHub. */
export const github: Platform = {
  id: 'github',
  name: 'GitHub',
  groups: ['dev'],
  domains: ['github.com'],
  loginOf: null,
  checked: '2026-08',
  sure: 'high',
  signIn: high('https://github.com/login'),
  password: {
    address: high('https://github.com/settings/security'),
    menu: medium('Settings > Password and authentication > Change password', 'The middle word may read a little differently.'),
  },
  sessions: {
    menu: high('Settings > Sessions'),
    oneByOne: high('yes', 'Each session has its button, those of phones too.'),
    everywhere: medium('no', 'Its guide knows only one session at a time.'),
    passwordSignsOut: medium(
      'partly',
      'Its phone app stays in: end the GitHub iOS or Android app by itself. For browsers nothing is said.',
    ),
  },
  twoStep: {
    menu: medium(
      'Settings > Password and authentication > Two-factor authentication',
      'The middle word may read a little differently.',
    ),
    methods: high(
      {
        ...{ authenticator: 'yes', sms: 'yes', push: 'yes' },
        ...{ security_key: 'yes', passkey: 'yes', backup_codes: 'yes' },
      },
      'The push is GitHub Mobile’s. There are 16 recovery codes.',
    ),
    backupCodesAnew: high(
      { menu: 'Recovery codes > Generate new recovery codes', say: 'The old ones end.' },
      'A new authenticator leaves them as they are.',
    ),
    authenticatorAnew: high(
      {
        menu: 'Settings > Password and authentication > Two-factor authentication',
        say: 'Edit the authenticator, take down the new key, enter a code from it, then Save. The second step stays on.',
      },
      'Until Save, the old key works.',
    ),
  },
  connectedApps: high(
    { menu: 'Settings', say: 'Look through authorised apps there; SSH keys, access tokens and app tokens are lists of their own.' },
    'What those menus are called was not read.',
  ),
  delegated: {
    available: high('yes', 'As a collaborator on a repository; an organisation has finer roles.'),
    how: high('You add the person to a repository, and they accept from a mail.'),
    levels: high([
      level(null, 'Owner (personal repository)', 'Everything.'),
      lowest(
        null,
        'Collaborator (personal repository)',
        'One level, the same for all.',
        'Reading only, or anything finer, takes an organisation.',
      ),
    ]),
    idExchanged: high('Their GitHub username, or mail address.'),
    freelancerAsks: unknown('You invite.'),
    remove: medium({ menu: 'Repository > Settings > Collaborators', say: 'Remove the person.' }),
    ownerSteps: ['In the repository, open Settings > Collaborators > Add people.', 'Enter their username.'],
    freelancerSteps: ['Tell the owner your GitHub username.', 'Accept from the mail.'],
  },
  takeBack: [
    { value: 'Ending the session of a phone takes that phone away as a second step too.', sure: 'high' },
    { value: 'A new password is not enough: replace access tokens and SSH keys as well.', sure: 'high' },
  ],
  codes: unknown('The usual kind; nothing unusual was reported.'),
};
