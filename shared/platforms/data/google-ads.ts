import { elsewhere } from '../elsewhere.ts';
import { high, medium } from '../fact.ts';
import { level, lowest } from '../level.ts';
import type { Platform } from '../platform.ts';

/** Google Ads, opened with a Google Account. */
export const googleAds: Platform = {
  id: 'google_ads',
  name: 'Google Ads',
  groups: ['ads'],
  domains: ['ads.google.com'],
  loginOf: 'google_account',
  checked: '2026-08',
  sure: 'high',
  signIn: medium('https://ads.google.com'),
  password: elsewhere.password,
  sessions: elsewhere.sessions,
  twoStep: elsewhere.twoStep,
  connectedApps: medium({ say: 'Look for linked products in the ad account itself; an Admin manages them.' }),
  delegated: {
    available: high('yes', 'Single users, or the freelancer’s manager account.'),
    how: high('You invite a Google mail address at a level, or you accept the link their manager account asks for.'),
    levels: high([
      level(null, 'Admin (Administrative)', 'Everything, with users, manager links and product links.'),
      level(null, 'Standard', 'Campaigns and bills; lets nobody in.'),
      level(null, 'Read-only', 'Looks at campaigns, bills and reports.'),
      level(null, 'Billing', 'Bills and nothing else.'),
      lowest(
        null,
        'Email-only',
        'Gets mails and reports, cannot sign in to work.',
        'For a check-up take Read-only, for real work Standard.',
      ),
    ]),
    idExchanged: high(
      'Your customer ID of ten digits, shown at the top right as xxx-xxx-xxxx.',
      'Nobody gets in by that number alone.',
    ),
    freelancerAsks: high('Their manager account sends a link request with your customer ID, and an Admin of yours accepts it.'),
    remove: high({
      menu: 'Admin > Access and security',
      say: 'Under Users or Managers, an Admin removes the person or unlinks the manager.',
    }),
    ownerSteps: [
      'Send the freelancer your customer ID, from the top right corner.',
      'When the request arrives, open Admin > Access and security > Managers and accept it.',
      'Leave administrative ownership off.',
      'For one person instead: invite their mail address under Users, with Read-only or Standard.',
    ],
    freelancerSteps: [
      'In your manager account, open Accounts > Sub-account settings > + > Link existing account.',
      'Enter the customer ID and choose Send request.',
      'Wait until the owner accepts.',
    ],
  },
  takeBack: [
    {
      value: 'A manager account that was made administrative owner can change your users and links, so look at that first.',
      sure: 'high',
    },
    { value: 'Admins can read how each user signs in and when that was last.', sure: 'high' },
  ],
  codes: elsewhere.codes,
};
