import type { RunStep } from './run-step.ts';

/** The steps for a platform whose menus are not in the catalogue: each says what to look for. */
export const genericSteps: readonly RunStep[] = [
  {
    id: 'tell',
    title: 'Tell them it has ended',
    path: [],
    link: null,
    sure: 'high',
    advice: 'A short message avoids a quarrel later. Their Latchkey removes what it holds; whatever they copied stays copied.',
  },
  {
    id: 'password',
    title: 'Set a new password',
    path: [],
    link: null,
    sure: 'unknown',
    advice:
      'Look for “Password” in the settings, under “Account”, “Security” or “Sign-in”. Make a new one here first, then paste it there.',
  },
  {
    id: 'authenticator',
    title: 'Set up the authenticator again',
    path: [],
    link: null,
    sure: 'unknown',
    advice:
      'Look for “Two-step” or “Two-factor” in the security settings. Turning the authenticator off and on again makes a new key; codes already lent then end.',
  },
  {
    id: 'devices',
    title: 'Sign out the devices that are not yours',
    path: [],
    link: null,
    sure: 'unknown',
    advice:
      'Look for “Devices”, “Sessions” or “Where you’re logged in”. A new password may not sign devices out, so do it one by one.',
  },
  {
    id: 'backup_codes',
    title: 'Make new backup codes',
    path: [],
    link: null,
    sure: 'unknown',
    advice:
      'Look for “Backup codes” or “Recovery codes” beside the two-step settings. New ones end the old ones. Skip this if the platform has none.',
  },
  {
    id: 'apps',
    title: 'Look at roles and connected apps',
    path: [],
    link: null,
    sure: 'unknown',
    advice: 'Look for “Connected apps”, “Permissions” or “Team”. An app that was let in stays in until it is removed there.',
  },
  {
    id: 'recovery',
    title: 'Check recovery mail and phone',
    path: [],
    link: null,
    sure: 'unknown',
    advice: 'Look for “Mail” and “Phone” in the account settings. Whoever owns those can take the account back.',
  },
];
