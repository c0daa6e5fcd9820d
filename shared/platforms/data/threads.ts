import { elsewhere } from '../elsewhere.ts';
import { high, medium } from '../fact.ts';
import type { Platform } from '../platform.ts';

/** Threads, opened with an Instagram login. */
export const threads: Platform = {
  id: 'threads',
  name: 'Threads',
  groups: ['social'],
  domains: ['threads.com', 'threads.net'],
  loginOf: 'instagram',
  checked: '2026-08',
  sure: 'low',
  signIn: medium('https://www.threads.net/login', 'It answers at threads.com too.'),
  password: {
    ...elsewhere.password,
    address: medium('https://accountscenter.instagram.com/password_and_security/password/change/', 'It is the Instagram password.'),
  },
  sessions: elsewhere.sessions,
  twoStep: { ...elsewhere.twoStep, methods: high({ authenticator: 'yes', sms: 'yes' }, 'As on Instagram.') },
  delegated: {},
  takeBack: [],
  codes: elsewhere.codes,
};
