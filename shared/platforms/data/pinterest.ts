import { high, low, medium, unknown } from '../fact.ts';
import { level, lowest } from '../level.ts';
import type { Platform } from '../platform.ts';

/** Pinterest. */
export const pinterest: Platform = {
  id: 'pinterest',
  name: 'Pinterest',
  groups: ['social', 'ads'],
  domains: ['pinterest.com'],
  loginOf: null,
  checked: '2026-08',
  sure: 'medium',
  signIn: high('https://www.pinterest.com/login/'),
  password: {
    address: high('https://www.pinterest.com/settings/account-settings'),
    menu: unknown('The way through the menus is not known.'),
  },
  sessions: {
    menu: low('Settings > Security > Show sessions', 'From an old guide; it may read “Connected devices” now.'),
    oneByOne: low('yes', 'Choose “End activity” beside an entry.'),
    passwordSignsOut: medium(
      'partly',
      'Everybody is signed out when Pinterest forces the new password; for one you choose yourself it is not described.',
    ),
  },
  twoStep: {
    menu: high('Settings > Security > Require code at login', 'On the web only.'),
    methods: high(
      { sms: 'yes', push: 'yes', backup_codes: 'yes' },
      'The app it names is Authy. A phone number comes first, and there is one backup code.',
    ),
    backupCodesAnew: low({ menu: 'Settings > Security', say: 'A new backup code can be had there.' }),
    authenticatorAnew: unknown('The number is changed in Authy.'),
  },
  connectedApps: low({ menu: 'Settings > Apps' }, 'From an older layout.'),
  delegated: {
    available: high('yes', 'For business accounts: Business Manager, or Business Access.'),
    how: high('You add the person as an employee, or a firm as a partner, and then assign ad accounts.'),
    levels: high([
      level('Business role', 'Manager', 'Looks after people, partners and who may use which ad account.'),
      lowest('Business role', 'Employee', 'Has the ad accounts you assign.'),
      level('Ad account', 'Admin', 'As the first owner, bills included.'),
      level('Ad account', 'Campaign', 'Makes and edits campaigns.'),
      level('Ad account', 'Audience', 'Nothing but audiences.'),
      level('Ad account', 'Catalogs', 'Data sources and product groups.'),
      level('Ad account', 'Finance', 'Nothing but bills.'),
      lowest('Ad account', 'Analyst', 'Looks; sees neither bills nor settings.'),
    ]),
    idExchanged: medium(
      'The mail address of their business account; for catalogues, the business user ID.',
      'What a partner firm gives was not seen.',
    ),
    freelancerAsks: high('They can ask for an ad account from Business Access.'),
    remove: high({ menu: 'Business Manager > Employees', say: 'Or Ad accounts: edit the entry and choose Remove.' }),
    ownerSteps: [
      'In Business Manager, open Employees > Add employee; for a firm, Partners.',
      'Enter the mail address of their business account and choose Employee.',
      'Assign single ad accounts, with Analyst to look or Campaign to work.',
    ],
    freelancerSteps: ['Send the owner the mail address of your business account.', 'Or ask for the ad account in Business Access.'],
  },
  takeBack: [
    {
      value: 'The second step hangs on a phone that gets texts. If it is lost, nothing but that single backup code lets you in.',
      sure: 'high',
    },
  ],
  codes: unknown('The public list names Authy, not authenticator apps at large.'),
};
