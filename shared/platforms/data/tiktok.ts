import { high, low, medium, unknown } from '../fact.ts';
import { level, lowest } from '../level.ts';
import type { Platform } from '../platform.ts';

/** TikTok: a personal account. */
export const tiktok: Platform = {
  id: 'tiktok',
  name: 'TikTok',
  groups: ['social'],
  domains: ['tiktok.com'],
  loginOf: null,
  checked: '2026-08',
  sure: 'medium',
  signIn: high('https://www.tiktok.com/login'),
  password: {
    address: high(
      'https://www.tiktok.com/login/email/forget-password',
      'The web page only resets a password, by mail to the recovery address.',
    ),
    menu: low('Profile > Menu > Settings and privacy > Account > Password', 'In the app, look for “Password” under “Account”.'),
  },
  sessions: {
    address: unknown('The list of devices is known from the app only.'),
    menu: medium(
      'Profile > Menu > Settings and privacy > Security & permissions > Manage devices',
      'In the app only. The menu may say “Security” or “Security and login” instead.',
    ),
    oneByOne: medium('yes', 'Tap the bin beside a device, then confirm.'),
    everywhere: unknown('No button for all of them was found anywhere.'),
  },
  twoStep: {
    menu: medium('Profile > Menu > Settings and privacy > Security & permissions > 2-step verification', 'In the app.'),
    methods: high(
      { authenticator: 'yes', sms: 'yes', mail: 'yes', passkey: 'sign_in' },
      'A passkey signs you in; it is no second step.',
    ),
    backupCodesAnew: unknown('TikTok is not known to have backup codes.'),
    authenticatorAnew: low(
      {
        say: 'In the app, turn Authenticator off and on again under 2-step verification. It shows a new key, which a code then confirms.',
      },
      'Nobody describes what becomes of the old key, so try an old code afterwards.',
    ),
    rules: medium('At least two methods must stay on; the password can be one of them.'),
    where: low('It is set up on the phone, not in the browser.'),
  },
  connectedApps: low({ menu: 'Settings and privacy > Security > Manage app permissions' }),
  delegated: {
    available: high(
      'partly',
      'Nobody can be let into the whole profile. It can be linked to a Business Center, for ads and for posting.',
    ),
    how: high('A Business Center shows a QR code. You scan it in your app and approve.'),
    levels: high(
      [
        lowest('Deliver ads', 'existing posts', 'Shows posts you already have as ads.'),
        level(
          'Deliver ads',
          'publish and manage new videos, show through ads only',
          'Adds videos that your profile does not show. TikTok itself recommends this one for publishing.',
        ),
        level(
          'Deliver ads',
          'publish and manage new videos, show on profile and in ads',
          'Adds videos that everybody sees on your profile.',
        ),
      ],
      'Wider rights exist beside these; what they are called is not known here.',
    ),
    idExchanged: high('A QR code made by the Business Center.'),
    freelancerAsks: high('They make a QR code that soon runs out and send it; you scan it and approve.'),
    remove: unknown('Where you unlink a Business Center in the app is not known.'),
    alternative: low('For a single post, a Spark Ads authorisation code is enough.'),
    ownerSteps: [
      'Ask for the QR code of their Business Center.',
      'Scan it with the TikTok app on your phone.',
      'Read what it asks for, and approve no more than was agreed.',
    ],
    freelancerSteps: [
      'In your Business Center, open Accounts > TikTok accounts > Add a TikTok account.',
      'Choose Link an existing TikTok account > Send a QR code.',
      'Send the code at once: it does not last.',
    ],
  },
  takeBack: [
    { value: 'While 2-step verification is on, the password alone is not enough: a code of yours is asked for.', sure: 'high' },
  ],
  codes: low({ digits: 6 }, 'Nothing unusual was reported.'),
};
