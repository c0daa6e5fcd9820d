import { high, low, medium, none, unknown } from '../fact.ts';
import type { Platform } from '../platform.ts';

/** A Google Account, which also opens YouTube, Google Ads and Business Profile. */
export const googleAccount: Platform = {
  id: 'google_account',
  name: 'Google Account',
  groups: ['identity'],
  domains: ['accounts.google.com', 'myaccount.google.com', 'mail.google.com'],
  loginOf: null,
  checked: '2026-08',
  sure: 'high',
  signIn: high('https://accounts.google.com/signin'),
  password: {
    address: high('https://myaccount.google.com/signinoptions/password'),
    menu: medium('Google Account > Security & sign-in > How you sign in to Google', 'The password is one of the lines there.'),
  },
  sessions: {
    menu: medium('Google Account > Security > Your devices > Manage all devices'),
    oneByOne: medium('yes'),
    everywhere: low('no', 'A new password does nearly the same.'),
    passwordSignsOut: high('partly', 'Left in are the devices that prove your sign-in, and some with apps of others connected.'),
  },
  twoStep: {
    menu: high('Google Account > Security & sign-in > 2-Step Verification'),
    methods: high({
      ...{ authenticator: 'yes', sms: 'yes', call: 'yes', push: 'yes' },
      ...{ security_key: 'yes', passkey: 'yes', backup_codes: 'yes' },
    }),
    backupCodesAnew: high(
      { menu: '2-Step Verification > Backup codes > Continue > Refresh', say: 'The old ones end at once.' },
      'They come as ten codes with eight digits. Advanced Protection has none.',
    ),
    authenticatorAnew: medium({
      menu: '2-Step Verification > Authenticator',
      say: 'Choose to set up or change the app, take down the new key and confirm with a code.',
    }),
  },
  connectedApps: high({
    menu: 'Security > Your connections to third-party apps and services > See all connections',
    say: 'Open an app and remove it. The same list is at myaccount.google.com/connections.',
  }),
  delegated: {
    available: high(
      'partly',
      'Not the account itself, but its products: YouTube channels, Google Ads and Business Profile each have roles.',
    ),
    how: none(),
    levels: none(),
    idExchanged: none(),
    freelancerAsks: none(),
    remove: none(),
    ownerSteps: ['Add YouTube, Google Ads or Business Profile here as an account of its own, and give the role there.'],
  },
  takeBack: [],
  codes: unknown('Nothing unusual was reported.'),
};
