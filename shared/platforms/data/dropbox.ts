import { high, medium, unknown } from '../fact.ts';
import type { Platform } from '../platform.ts';

/** Dropbox. */
export const dropbox: Platform = {
  id: 'dropbox',
  name: 'Dropbox',
  groups: ['work'],
  domains: ['dropbox.com'],
  loginOf: null,
  checked: '2026-08',
  sure: 'high',
  signIn: high('https://www.dropbox.com/login'),
  password: {
    address: high('https://www.dropbox.com/account/security'),
    menu: high('Avatar > Settings > Security > Password'),
  },
  sessions: {
    address: high('https://www.dropbox.com/account/security'),
    menu: high('Settings > Security > Devices', 'Web browsers stand in a list of their own. The Security checkup shows both.'),
    oneByOne: high('yes'),
  },
  twoStep: {
    menu: high('Avatar > Settings > Security > Two-step verification', 'On the web only.'),
    methods: high(
      { authenticator: 'yes', sms: 'yes', push: 'yes', security_key: 'yes', passkey: 'yes', backup_codes: 'yes' },
      'A security key wants the app or SMS behind it. The push goes to a device that is connected already.',
    ),
    backupCodesAnew: high(
      { menu: 'Settings > Security > Recovery codes > Show', say: 'It asks for the password.' },
      'That shows the codes; how to get a fresh set was not described.',
    ),
    authenticatorAnew: high({
      menu: 'Settings > Security > Two-step verification',
      say: 'Make the authenticator app the first method again and take down its key.',
    }),
  },
  connectedApps: high({
    menu: 'Settings > Connected apps',
    say: 'The Security checkup has them too, under “Review linked apps”.',
  }),
  delegated: {
    available: high('yes', 'Share folders instead. Handing on the password is against Dropbox’s terms.'),
    how: medium('You share a folder or a link, or you use a plan for teams or families.'),
    levels: unknown('What a share allows was not quoted.'),
    ownerSteps: ['Put what they need into one folder.', 'Share that folder with their mail address.'],
    freelancerSteps: ['Tell the owner the mail address of your own Dropbox.'],
  },
  takeBack: [],
  codes: high({ digits: 6 }),
};
