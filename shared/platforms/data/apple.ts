import { high, low, medium, none, unknown } from '../fact.ts';
import type { Platform } from '../platform.ts';

/** An Apple Account, once Apple ID. */
export const apple: Platform = {
  id: 'apple',
  name: 'Apple Account',
  groups: ['identity'],
  domains: ['account.apple.com', 'appleid.apple.com', 'icloud.com'],
  loginOf: null,
  checked: '2026-08',
  sure: 'medium',
  signIn: medium('https://account.apple.com', 'The older address is at appleid.apple.com.'),
  password: {
    address: high('https://appleid.apple.com/account/manage'),
    menu: unknown('The way through the menus is not known.'),
  },
  sessions: {
    address: low('https://account.apple.com', 'The general page of the account.'),
    menu: medium('Devices', 'Look for the list of devices in the account; the way to it was not read.'),
    oneByOne: medium('yes', 'Remove the device from the list.'),
  },
  twoStep: {
    menu: unknown('No source that was read says where.'),
    methods: high(
      { sms: 'yes', call: 'yes', push: 'yes', security_key: 'yes', passkey: 'yes' },
      'A trusted device shows six digits, or they come by text or call. Security keys are used in pairs at least.',
    ),
    backupCodesAnew: none('None are known.'),
    authenticatorAnew: none('It takes no authenticator app.'),
  },
  delegated: {
    available: high('no', 'Apple advises against sharing the account.'),
    how: none(),
    levels: none(),
    idExchanged: none(),
    freelancerAsks: none(),
    remove: none(),
  },
  takeBack: [{ value: 'Look through the trusted phone numbers, and the passwords made for single apps.', sure: 'medium' }],
  codes: none('Its codes come from a trusted device, not from a key.'),
};
