import { high, medium, unknown } from '../fact.ts';
import { level, lowest } from '../level.ts';
import type { Platform } from '../platform.ts';

/** Canva. */
export const canva: Platform = {
  id: 'canva',
  name: 'Canva',
  groups: ['work'],
  domains: ['canva.com'],
  loginOf: null,
  checked: '2026-08',
  sure: 'medium',
  signIn: high('https://www.canva.com/login'),
  password: {
    address: high('https://www.canva.com/settings/login-and-security'),
    menu: high('Settings > Login & security'),
  },
  sessions: {
    address: medium('https://www.canva.com/settings/login-and-security'),
    menu: high('Settings > Login & security'),
    everywhere: high('yes', 'Choose “Sign out from all devices”.'),
  },
  twoStep: {
    menu: medium('Settings > Login & security', 'Look for multi-factor authentication.'),
    methods: high(
      { authenticator: 'yes', sms: 'limited', passkey: 'sign_in' },
      'SMS worked in four countries and seems to have ended in 2023.',
    ),
  },
  delegated: {
    available: high('yes', 'As a role in the team; a single design can be shared as well.'),
    how: medium('You invite by mail address and pick a role.'),
    levels: high([
      level(null, 'Owner', 'What an administrator can, and deleting the team.'),
      level(null, 'Administrator', 'Members, roles, brand kit and brand controls.'),
      level(null, 'Brand designer (older: template designer)', 'Brand kit, templates and planned posts.'),
      lowest(null, 'Member', 'Uses the team’s templates and shared folders.'),
    ]),
    idExchanged: high('Their mail address.'),
    freelancerAsks: unknown('An owner or administrator invites.'),
    remove: medium({
      menu: 'Settings > People',
      say: 'Open the member and remove them; their designs can go to another member before.',
    }),
    ownerSteps: ['Open Settings > People and invite their mail address.', 'Choose Member, or share one design instead.'],
    freelancerSteps: ['Tell the owner your mail address.', 'Accept the invitation.'],
  },
  takeBack: [{ value: 'First pass their designs to another member; passing on has to be switched on for that.', sure: 'low' }],
  codes: high({ digits: 6 }),
};
