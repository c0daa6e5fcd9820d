import { inLanguage } from './language.ts';

/** What is said of the way to a step, whatever the step. */
export const wayAdvice = inLanguage('step-advice.wayAdvice', {
  opensDirectly: 'The page opens directly.',
  /** The login is another platform’s. */
  loginOf: (own: string, login: string) => `You open ${own} with the login of ${login}, so this is done there.`,
  skipIfNone: 'If you find nothing of the kind, skip this.',
  none: 'It has none, so there is nothing to do here: skip this.',
  /** Stands in brackets at the end of a sentence that is less sure than its step. */
  doubt: { medium: 'fairly sure', low: 'not sure' },
} as const);

/** What to do about people, roles and apps. */
export const accessAdvice = inLanguage('step-advice.accessAdvice', {
  tell: 'A short message avoids a quarrel later. Their Latchkey removes what it holds; whatever they copied stays copied.',
  listAccess:
    'Go through grants, roles and business access here, and ask them what else they use. What nobody wrote down is what stays open.',
  lookForRoles: 'Look for “Team”, “People”, “Users” or “Permissions” in the settings.',
  lookForApps: 'Look for “Connected apps”, “Apps and websites” or “Permissions” in the settings.',
  noRoles: 'No roles are known on this platform: skip this if you find none.',
  needless: 'Take away every role nobody needs any more.',
  appsStay: 'An app that was let in stays in until it is removed there.',
  rolesUnder: (path: string) => `Roles are under “${path}”.`,
  leadsToRoles: 'This way leads to the roles.',
  roleUnknown: 'Whether the platform can give a role instead is not known. Look for “Team”, “Users” or “Permissions” first.',
  role: {
    yes: 'The platform can give a role instead of the password, and take it back cleanly.',
    partly: 'The platform can give a role for a part of it.',
    no: 'The platform has no role to give, so the login itself must be lent.',
  },
} as const);

/** What to do about the login: password, authenticator, devices, backup codes, recovery. */
export const loginAdvice = inLanguage('step-advice.loginAdvice', {
  lookForPassword: 'Look for “Password” in the settings, under “Account”, “Security” or “Sign-in”.',
  lookForDevices: 'Look for “Devices”, “Sessions” or “Where you’re logged in” in the security settings.',
  lookForTwoStep: 'Look for “Two-step” or “Two-factor” in the security settings.',
  lookForAuthenticator:
    'Look for “Two-step” or “Two-factor” in the security settings. Turning the authenticator off and on again makes a new key.',
  lookForBackupAnew:
    'Look for “Backup codes” or “Recovery codes” beside the two-step settings. New ones end the old ones. Skip this if there are none.',
  lookForRecovery: 'Look for “Mail” and “Phone” in the account settings.',
  makeFirst: 'Make a new one here first, then paste it there.',
  noAuthenticator: 'Authenticator apps are not listed for it.',
  oldKeyEnds: 'Codes you have lent end with the old key.',
  writeDown: 'Write the new ones down here.',
  whoOwns: 'Whoever owns those can take the account back.',
  smsThere: 'Codes by SMS go to that phone as well.',
  oneByOne: {
    yes: 'Each device can be signed out by itself.',
    no: 'They cannot be signed out one by one.',
    disputed: 'Whether they can be signed out one by one is disputed.',
  },
  everywhere: {
    yes: 'One button signs out all the others.',
    no: 'There is no button for all of them.',
    open: 'Whether there is a button for all of them is not known.',
  },
  passwordSignsOut: {
    yes: 'A new password signs them out too; look all the same.',
    partly: 'A new password signs some of them out, not all.',
    choice: 'With a new password you choose whether they go.',
    disputed: 'Whether a new password signs them out is disputed.',
    open: 'Whether a new password signs them out is not known, so do not count on it.',
  },
} as const);
