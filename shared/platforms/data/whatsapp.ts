import { high, none, unknown } from '../fact.ts';
import type { Platform } from '../platform.ts';

/** WhatsApp and its linked devices. */
export const whatsapp: Platform = {
  id: 'whatsapp',
  name: 'WhatsApp',
  groups: ['messaging'],
  domains: ['whatsapp.com'],
  loginOf: null,
  checked: '2026-08',
  sure: 'high',
  signIn: high('https://web.whatsapp.com/', 'A browser is linked by QR code or number; the account is the phone number itself.'),
  password: {
    address: none('There is no password: a phone number, and a PIN if you set one.'),
    menu: high('Settings > Account > Two-step verification > Change PIN', 'What you change is the PIN.'),
  },
  sessions: {
    address: none('On the phone only.'),
    menu: high('Settings > Linked devices', 'In the app.'),
    oneByOne: high('yes', 'Tap the device and choose Log Out.'),
    everywhere: unknown('No button for all was found; no more than four can be linked.'),
    passwordSignsOut: none(
      'There is no password. A linked device falls out by itself: unused for 30 days, or 14 days after the phone was last online.',
    ),
  },
  twoStep: {
    menu: high('Settings > Account > Two-step verification', 'In the app.'),
    methods: high(
      { sms: 'recovery', call: 'recovery', mail: 'recovery', passkey: 'yes' },
      'The second step is a PIN of six digits that you choose. SMS and calls only register the number, mail only resets the PIN.',
    ),
    backupCodesAnew: none('There are none. A PIN is reset by mail, or after seven days.'),
    authenticatorAnew: none('It takes no authenticator app.'),
  },
  delegated: {
    available: high(
      'partly',
      'You can link up to four devices, and each has your chats. A Business account can stand in a Meta business portfolio.',
    ),
    how: high('You scan the code on their screen, and their device is linked.'),
    levels: none('There are none: a linked device can do nearly everything.'),
    idExchanged: high('A QR code on the freelancer’s screen.'),
    freelancerAsks: none('You scan.'),
    remove: high({ menu: 'Settings > Linked devices', say: 'Tap the device and choose Log Out.' }),
    ownerSteps: [
      'Open Settings > Linked devices > Link a device.',
      'Scan the QR code on their screen.',
      'Write the device down here, so that you know it again.',
    ],
    freelancerSteps: ['Open WhatsApp Web or the desktop app and show the QR code.'],
  },
  takeBack: [
    {
      value: 'Change the PIN and the mail address that resets it. A forgotten PIN without one costs you seven days.',
      sure: 'high',
    },
  ],
  codes: none('A PIN, no codes.'),
};
