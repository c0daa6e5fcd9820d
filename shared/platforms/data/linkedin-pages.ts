import { elsewhere } from '../elsewhere.ts';
import { high, low, medium } from '../fact.ts';
import { level, lowest } from '../level.ts';
import type { Platform } from '../platform.ts';

/** LinkedIn Pages and Campaign Manager, opened with a LinkedIn login. */
export const linkedinPages: Platform = {
  id: 'linkedin_pages',
  name: 'LinkedIn Pages',
  groups: ['social', 'ads'],
  domains: ['linkedin.com'],
  loginOf: 'linkedin',
  checked: '2026-08',
  sure: 'high',
  signIn: low(
    'https://www.linkedin.com/campaignmanager/login',
    'That is the page for ads; Pages open with the usual LinkedIn sign-in.',
  ),
  password: elsewhere.password,
  sessions: elsewhere.sessions,
  twoStep: elsewhere.twoStep,
  delegated: {
    available: high('yes'),
    how: high(
      'A Page’s super admin adds admins. In Campaign Manager you add a user under Manage access; what a Business Manager has claimed is given out there.',
      'Where the admins of a Page are added was not read.',
    ),
    levels: high([
      level('Page', 'Super admin', 'Everything, admins and switching the Page off included.'),
      level('Page', 'Content admin', 'Posts, events, jobs and boosts.'),
      level('Page', 'Curator', 'Recommended content and numbers.', 'A newer help page no longer has it.'),
      lowest('Page', 'Analyst', 'Numbers only.'),
      level('Paid media', 'Sponsored content poster', 'Runs ads under the Page’s name, without posting on it.'),
      level('Paid media', 'Lead Gen Forms manager', 'Downloads leads.'),
      level('Paid media', 'Landing Pages manager', 'Looks after landing pages.'),
      level('Ads', 'Billing admin', 'What an Account manager can, and the bills. An account has one.'),
      level('Ads', 'Account manager', 'Campaigns, users and the details of the account.'),
      level('Ads', 'Campaign manager', 'Makes and edits campaigns and ads.'),
      level('Ads', 'Creative manager', 'Edits ads, no more.'),
      lowest('Ads', 'Viewer', 'Looks at results and past bills.'),
    ]),
    idExchanged: medium(
      'The name of their LinkedIn profile, or its public address.',
      'What two Business Managers exchange was not seen.',
    ),
    freelancerAsks: medium('A member can ask for access to a Page.'),
    remove: medium(
      { menu: 'Campaign Manager > Manage access', say: 'Choose the X beside the person, then Save.' },
      'To remove an Account manager takes an Account manager who is billing admin too.',
    ),
    ownerSteps: [
      'For the Page: open its admin tools, look for “Manage admins”, and add the person with the lowest role that fits.',
      'For ads: in Campaign Manager, open Account settings > Manage access and add the person.',
      'Choose Viewer to look, Creative manager or Campaign manager to work.',
    ],
    freelancerSteps: ['Send the owner the address of your LinkedIn profile.', 'Or ask for access on the Page itself.'],
  },
  takeBack: [{ value: 'If the billing admin changes, ads stop until somebody enters new billing details.', sure: 'high' }],
  codes: elsewhere.codes,
};
