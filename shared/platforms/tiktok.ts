import type { RunStep, Sure } from './run-step.ts';

/** A fact and how sure it is; a null value is unknown and stays so. */
export interface Fact<T> {
  readonly value: T | null;
  readonly sure: Sure;
}

const settings = ['Profile', 'Menu', 'Settings and privacy'];

/** What is known of TikTok's personal accounts, collected in August 2026 from help pages, public data sets and guides. */
export const tiktok = {
  signIn: { value: 'https://www.tiktok.com/login', sure: 'high' } satisfies Fact<string>,
  /** In the app; the web page only resets a password by mail. */
  passwordPath: { value: [...settings, 'Account', 'Password'], sure: 'low' } satisfies Fact<readonly string[]>,
  passwordReset: { value: 'https://www.tiktok.com/login/email/forget-password', sure: 'high' } satisfies Fact<string>,
  /** Described for the app only; its name varies between versions. */
  devicesPath: { value: [...settings, 'Security & permissions', 'Manage devices'], sure: 'medium' } satisfies Fact<
    readonly string[]
  >,
  signOutOne: { value: true, sure: 'medium' } satisfies Fact<boolean>,
  signOutAll: { value: null, sure: 'unknown' } satisfies Fact<boolean>,
  passwordEndsSessions: { value: null, sure: 'unknown' } satisfies Fact<boolean>,
  twoStepPath: { value: [...settings, 'Security & permissions', '2-step verification'], sure: 'medium' } satisfies Fact<
    readonly string[]
  >,
  backupCodes: { value: null, sure: 'unknown' } satisfies Fact<boolean>,
  appsPath: { value: [...settings, 'Security', 'Manage app permissions'], sure: 'low' } satisfies Fact<readonly string[]>,
  /** Digits of its authenticator codes. */
  codeDigits: { value: 6, sure: 'low' } satisfies Fact<number>,
} as const;

/** The steps of an end-of-access run on TikTok, with the menu words of its app. */
export const tiktokSteps: readonly RunStep[] = [
  {
    id: 'password',
    title: 'Set a new password',
    path: tiktok.passwordPath.value,
    link: tiktok.passwordReset.value,
    sure: tiktok.passwordPath.sure,
    advice: 'In the app, look for “Password” under “Account”. The web page can only reset it by mail, to the recovery address.',
  },
  {
    id: 'authenticator',
    title: 'Set up the authenticator again',
    path: tiktok.twoStepPath.value,
    link: null,
    sure: 'low',
    advice:
      'In the app, turn the authenticator off and on again; it shows a new key, to be taken down here and confirmed with a code. At least two methods must stay on.',
  },
  {
    id: 'devices',
    title: 'Sign out the devices that are not yours',
    path: tiktok.devicesPath.value,
    link: null,
    sure: tiktok.devicesPath.sure,
    advice:
      'In the app only. The menu may say “Security” or “Security and login” instead. Remove devices one by one with the bin beside each; no button for all of them is known, and nobody knows whether a new password signs them out.',
  },
  {
    id: 'backup_codes',
    title: 'Make new backup codes',
    path: [],
    link: null,
    sure: tiktok.backupCodes.sure,
    advice: 'TikTok is not known to have backup codes. Look for them beside 2-step verification; skip this if there are none.',
  },
  {
    id: 'apps',
    title: 'Look at roles and connected apps',
    path: tiktok.appsPath.value,
    link: null,
    sure: tiktok.appsPath.sure,
    advice: 'Remove the tools that were let in. If the account is linked to a Business Center, look there for people as well.',
  },
  {
    id: 'recovery',
    title: 'Check recovery mail and phone',
    path: [...settings, 'Account'],
    link: null,
    sure: 'low',
    advice: 'Look for the mail address and the phone number. A code by SMS or mail goes to whoever owns them.',
  },
];
