import { none } from './fact.ts';

const not = none();

/** The facts of a platform whose login is another's: password, devices, second step and codes are looked up there. */
export const elsewhere = {
  password: { address: not, menu: not },
  sessions: { address: not, menu: not, oneByOne: not, everywhere: not, passwordSignsOut: not },
  twoStep: { menu: not, methods: not, backupCodesAnew: not, authenticatorAnew: not },
  codes: not,
} as const;
