import { high, medium, unknown } from '../fact.ts';
import { level, lowest } from '../level.ts';
import type { Platform } from '../platform.ts';

/** TikTok Business Center and Ads Manager. */
export const tiktokBusiness: Platform = {
  id: 'tiktok_business',
  name: 'TikTok Business Center',
  groups: ['ads'],
  domains: ['ads.tiktok.com', 'business.tiktok.com'],
  loginOf: null,
  checked: '2026-08',
  sure: 'low',
  signIn: medium('https://ads.tiktok.com/i18n/login', 'Guides open the Business Center itself at business.tiktok.com.'),
  password: {},
  sessions: {},
  twoStep: { methods: unknown('The public list names TikTok, not its business side.') },
  delegated: {
    available: high('yes'),
    how: high('You invite a person as a member, or link their Business Center as a partner and share chosen things with it.'),
    levels: high([
      level('Business Center', 'Admin', 'Manages members, partners and everything in it.'),
      lowest(
        'Business Center',
        'Standard',
        'Sees only what an Admin assigned.',
        'Give Analyst on the ad account with it, and little is left to misuse.',
      ),
      level('Extra', 'Finance Manager', 'Full say over bills and payments.'),
      level('Extra', 'Finance Analyst', 'Reads bills, invoices and payments made.'),
      level('Ad account', 'Admin', 'Everything, money and settings included.'),
      level('Ad account', 'Operator', 'Makes and edits ads, audiences and reports; no money, no settings.'),
      lowest('Ad account', 'Analyst', 'Only looks at ads and reports.'),
    ]),
    idExchanged: high('For a partner, the ID of their Business Center; for a request, the Advertiser Account ID.'),
    freelancerAsks: high(
      'They enter your Advertiser Account ID, say what they need, and you approve. Only an Admin of their Business Center can ask.',
      'The menu for accounts may read “Advertiser accounts”, “Ad accounts” under Assets, or “Accounts”.',
    ),
    remove: high({ menu: 'Users > Members', say: 'Open the member and choose Remove. Only an Admin can remove a partner.' }),
    partners: medium('Enter their Business Center ID under Partners and choose level and accounts; they accept from a mail.'),
    ownerSteps: [
      'For one person: open Users > Members > Invite member, enter the mail address and choose Standard.',
      'For a firm: open Partners, enter the ID of their Business Center, and choose a level and the accounts.',
      'Assign single ad accounts, with Analyst or Operator.',
    ],
    freelancerSteps: [
      'In your Business Center, open Advertiser accounts > Request access.',
      'Enter the Advertiser Account ID you were given and choose the permissions you need.',
      'Wait until the owner approves.',
    ],
  },
  takeBack: [{ value: 'Only Admins invite, remove and answer requests, so count the Admins when you take back.', sure: 'high' }],
};
