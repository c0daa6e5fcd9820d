import { high, medium, unknown } from '../fact.ts';
import { lowest } from '../level.ts';
import type { Platform } from '../platform.ts';

/** Namecheap. */
export const namecheap: Platform = {
  id: 'namecheap',
  name: 'Namecheap',
  groups: ['domain'],
  domains: ['namecheap.com'],
  loginOf: null,
  checked: '2026-08',
  sure: 'medium',
  signIn: high('https://www.namecheap.com/myaccount/login/'),
  password: {
    address: high('https://ap.www.namecheap.com/settings/security'),
    menu: medium('Profile > Security > Access', 'The password is one of the lines there.'),
  },
  sessions: {},
  twoStep: {
    menu: high('Profile > Security > Access > Two-Factor Authentication'),
    methods: high(
      { authenticator: 'yes', security_key: 'yes', passkey: 'yes', backup_codes: 'yes' },
      'One method at a time is on.',
    ),
    backupCodesAnew: high({
      menu: 'Profile > Security > Access > Two-Factor Authentication',
      say: 'Make a new set; the old one ends.',
    }),
    authenticatorAnew: medium(
      {
        menu: 'Profile > Security > Access > Two-Factor Authentication > TOTP',
        say: 'Turn it on again: password, backup codes, then the new key.',
      },
      'Several devices can hold one key.',
    ),
  },
  delegated: {
    available: high('yes', 'Domain by domain.'),
    how: high('You share a domain with a manager and tick which settings they may change.'),
    levels: high([
      lowest(
        null,
        'Domain manager with ticked settings',
        'What you tick: DNS, nameservers, contacts.',
        'For the least, tick DNS and nothing else.',
      ),
    ]),
    idExchanged: high('Their Namecheap username or mail address; they need an account.'),
    freelancerAsks: unknown('You invite, one domain at a time.'),
    remove: high({
      menu: 'Domain List > Manage > Sharing & Transfer',
      say: 'Choose Edit beside the manager, then Remove and Done. An invitation not answered yet: Cancel.',
    }),
    ownerSteps: [
      'Open Domain List > Manage > Sharing & Transfer > Share Access.',
      'Enter the manager’s mail address or username.',
      'Tick DNS only, and confirm with your password.',
    ],
    freelancerSteps: ['Tell the owner your Namecheap username.', 'Accept within seven days.'],
  },
  takeBack: [{ value: 'An invitation not taken up is dead after a week, unless the other side accepts by itself.', sure: 'low' }],
  codes: high({ digits: 6, period: 30 }),
};
