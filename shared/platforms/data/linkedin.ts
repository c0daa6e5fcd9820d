import { high, low, medium, none } from '../fact.ts';
import type { Platform } from '../platform.ts';

/** LinkedIn: the personal profile. */
export const linkedin: Platform = {
  id: 'linkedin',
  name: 'LinkedIn',
  groups: ['social'],
  domains: ['linkedin.com'],
  loginOf: null,
  checked: '2026-08',
  sure: 'high',
  signIn: high('https://www.linkedin.com/login'),
  password: {
    address: high('https://www.linkedin.com/psettings/change-password'),
    menu: high('Me > Settings & Privacy > Sign in & security > Change password', 'Older versions say “Account access”.'),
  },
  sessions: {
    menu: medium('Me > Settings & Privacy > Sign in & security > Where you’re signed in'),
    oneByOne: medium('yes'),
    everywhere: medium('yes', '“End these sessions” leaves in only the device you hold.'),
    passwordSignsOut: medium('choice', 'Tick “Require all devices to sign in with new password” on the form.'),
  },
  twoStep: {
    menu: high('Me > Settings & Privacy > Sign in & security > Two-step verification'),
    methods: high(
      { authenticator: 'yes', sms: 'yes', push: 'yes', passkey: 'sign_in', backup_codes: 'yes' },
      'A passkey signs you in; it is no second step.',
    ),
    backupCodesAnew: low(
      { menu: 'Two-step verification > Recovery codes', say: 'Copy the codes you find there.' },
      'How to get a fresh set is not described.',
    ),
    authenticatorAnew: high({
      menu: 'Two-step verification > Authenticator app > Continue',
      say: 'Enter your password and take down the new key. A new phone needs this as well.',
    }),
  },
  delegated: {
    available: medium('no', 'Not for the profile; a Page and an ad account have roles of their own.'),
    how: none(),
    levels: none(),
    idExchanged: none(),
    freelancerAsks: none(),
    remove: none(),
    ownerSteps: ['Add LinkedIn Pages here as an account of its own, and give the role there.'],
  },
  takeBack: [],
  codes: high({ digits: 6 }),
};
