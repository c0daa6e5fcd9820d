import { elsewhere } from '../elsewhere.ts';
import { high, unknown } from '../fact.ts';
import { level, lowest } from '../level.ts';
import type { Platform } from '../platform.ts';

/** Google Business Profile, opened with a Google Account. */
export const googleBusinessProfile: Platform = {
  id: 'google_business_profile',
  name: 'Google Business Profile',
  groups: ['local'],
  domains: ['business.google.com'],
  loginOf: 'google_account',
  checked: '2026-08',
  sure: 'high',
  signIn: unknown('It is edited from Search, Maps or the Business Profile Manager; no address was quoted.'),
  password: elsewhere.password,
  sessions: elsewhere.sessions,
  twoStep: elsewhere.twoStep,
  delegated: {
    available: high('yes'),
    how: high('You add a mail address as Owner or Manager under People and access.'),
    levels: high([
      level(null, 'Primary owner', 'An Owner who can also pass that place on. A profile has one.'),
      level(null, 'Owner', 'Everything, people and removing the profile included.'),
      lowest(null, 'Manager', 'Looks after the profile; neither people nor its removal.'),
    ]),
    idExchanged: high('Their mail address. An agency gives its business group ID for one profile, its organisation ID for many.'),
    freelancerAsks: high(
      'On Maps or Search they choose Claim this business > Request access; an agency asks from the Business Profile Manager.',
      'You get a mail. Guides give you three days to answer, older ones seven.',
    ),
    remove: high({
      menu: 'Business Profile settings > People and access',
      say: 'Open the person and choose Remove. A primary owner has to be replaced before.',
    }),
    ownerSteps: [
      'On the profile, open the menu > Business Profile settings > People and access > Add.',
      'Enter their mail address and choose Manager.',
      'Stay the primary owner yourself.',
    ],
    freelancerSteps: [
      'Tell the owner your mail address.',
      'Or choose Claim this business > Request access on the profile, and wait for the answer.',
    ],
  },
  takeBack: [
    { value: 'For seven days a new Owner or Manager can neither remove people nor delete or pass on the profile.', sure: 'high' },
  ],
  codes: elsewhere.codes,
};
