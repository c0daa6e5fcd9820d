import { high, low, medium, unknown } from '../fact.ts';
import { level, lowest } from '../level.ts';
import type { Platform } from '../platform.ts';

/** Snapchat. */
export const snapchat: Platform = {
  id: 'snapchat',
  name: 'Snapchat',
  groups: ['social', 'ads'],
  domains: ['snapchat.com'],
  loginOf: null,
  checked: '2026-08',
  sure: 'medium',
  signIn: high(
    'https://accounts.snapchat.com/accounts/v2/login',
    'Ads are at ads.snapchat.com, the business side at business.snapchat.com.',
  ),
  password: { address: high('https://accounts.snapchat.com/accounts/change_password') },
  sessions: {
    address: high('https://accounts.snapchat.com', 'Look for “Session Management”.'),
    menu: high('accounts.snapchat.com > Session Management', 'The app has it in its settings too.'),
    oneByOne: high('yes', '“Log out” stands beside each device.'),
    everywhere: unknown('Snapchat’s own words have no such button; one weak page does.'),
    passwordSignsOut: unknown('One weak page says so, nobody else.'),
  },
  twoStep: {
    menu: high('My Profile > Settings > Two-Factor Authentication', 'In the app.'),
    methods: high(
      { authenticator: 'yes', sms: 'yes', passkey: 'sign_in', backup_codes: 'yes' },
      'There is one recovery code. A passkey signs you in; it is no second step.',
    ),
    backupCodesAnew: unknown('You see a recovery code when you turn the second step on; where to make another was not read.'),
    authenticatorAnew: medium(
      { menu: 'Settings > Two-Factor Authentication > Authentication app' },
      'Whoever resets the phone, or loses app and recovery code, may be locked out for good.',
    ),
    forgetDevices: low('Devices that no longer need a code can be forgotten in the settings.'),
  },
  delegated: {
    available: medium('partly', 'For ads, as members of a Business Manager. For the personal account nothing was seen.'),
    how: medium('You invite a member by name and mail address, then add each ad account with a role.'),
    levels: low(
      [
        level('Organisation', 'Organisation admin', 'Members, assets and settings.'),
        lowest('Organisation', 'Organisation member', 'Has what you assign.'),
        level('Ad account', 'Account admin', 'Everything.'),
        level('Ad account', 'Campaign manager', 'Campaigns.'),
      ],
      'Guides differ on the names for ad accounts, and there are more roles than these.',
    ),
    idExchanged: medium('The mail address of their Snapchat account.'),
    remove: low({ menu: 'Business Manager > Members', say: 'Open the person to edit or remove them.' }),
    ownerSteps: [
      'In Business Manager, open Members > Invite new member.',
      'Enter name and the mail address of their Snapchat account, as Organisation member.',
      'Choose Add asset and give a role on each ad account.',
    ],
    freelancerSteps: ['Tell the owner the mail address of your Snapchat account.', 'Accept the invitation.'],
  },
  takeBack: [],
  codes: unknown('Nothing unusual was reported.'),
};
