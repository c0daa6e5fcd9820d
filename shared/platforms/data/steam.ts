import { high, low, medium, unknown } from '../fact.ts';
import type { Platform } from '../platform.ts';

/** Steam. */
export const steam: Platform = {
  id: 'steam',
  name: 'Steam',
  groups: ['games'],
  domains: ['steampowered.com', 'steamcommunity.com'],
  loginOf: null,
  checked: '2026-08',
  sure: 'low',
  signIn: high('https://store.steampowered.com/login'),
  password: {
    address: high('https://help.steampowered.com/en/wizard/HelpChangePassword?redir=store/account/'),
    menu: unknown('The way through the menus is not known.'),
  },
  sessions: {
    address: medium('https://store.steampowered.com/account/'),
    menu: medium('Account details > Account security > Manage Steam Guard > Deauthorize all other devices'),
    oneByOne: low('disputed', 'Older guides know only all at once, a newer one has a page of authorised devices.'),
    everywhere: medium('yes', 'After that each device needs the password and Steam Guard anew.'),
  },
  twoStep: {
    menu: medium('Settings > Account > Account details > Manage Steam Guard', 'In the desktop program.'),
    methods: high(
      { mail: 'yes', push: 'yes', backup_codes: 'yes' },
      'The authenticator is Valve’s own app, Steam Mobile. A phone number helps when it is lost.',
    ),
    backupCodesAnew: medium(
      { menu: 'Manage Steam Guard > Get backup codes', say: 'A new set ends the old one.' },
      'Your phone number is needed for it.',
    ),
    authenticatorAnew: medium({
      say: 'Remove the mobile authenticator, by SMS or with the recovery code that begins with R, and add it again in the Steam app.',
    }),
  },
  delegated: {},
  takeBack: [{ value: 'If you do not use a Steam Web API key, end it.', sure: 'low' }],
  codes: high({ digits: 5, period: 30, algorithm: 'SHA1', alphabet: '23456789BCDFGHJKMNPQRTVWXY' }, 'Five letters and digits.'),
};
