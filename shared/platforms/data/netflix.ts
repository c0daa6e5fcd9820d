import { high, low, medium, none, unknown } from '../fact.ts';
import type { Platform } from '../platform.ts';

/** Netflix. */
export const netflix: Platform = {
  id: 'netflix',
  name: 'Netflix',
  groups: ['media'],
  domains: ['netflix.com'],
  loginOf: null,
  checked: '2026-08',
  sure: 'low',
  signIn: high('https://www.netflix.com/login'),
  password: {
    address: high('https://www.netflix.com/password'),
    menu: unknown('The way through the menus is not known.'),
  },
  sessions: {
    address: medium('https://www.netflix.com/account/security'),
    menu: high('Account > Security > Manage access and devices'),
    oneByOne: high('yes'),
    everywhere: medium('yes', '“Sign out of all devices”; by an older source it can last eight hours.'),
    passwordSignsOut: low('choice', 'The password form has a box that signs the other devices out; the one you hold stays in.'),
  },
  twoStep: {
    menu: none('No second step is known.'),
    methods: high({}, 'The public list has no second step for Netflix.'),
    backupCodesAnew: none(),
    authenticatorAnew: none(),
  },
  delegated: { available: unknown('It has extra members and moves profiles; the details were not read.') },
  takeBack: [
    {
      value: 'Change the password before you sign devices out: the device page opens to everyone who is still in.',
      sure: 'medium',
    },
  ],
  codes: none('No second step is known.'),
};
