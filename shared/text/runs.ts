/** Words of the end-of-access run. */
export const runText = {
  title: 'End of access',
  listTitle: 'Runs',
  done: (n: number, all: number) => `${n} of ${all}`,
  lentTo: (name: string, from: string, until: string) => `Lent to ${name}, ${from} to ${until}`,
  start: 'Start the end-of-access run',
  close: 'Close this grant',
  closeWhy: 'Possible when every step is done or skipped with a reason.',
  closed: 'Closed. The key is back.',
  tick: 'tick',
  skip: 'skip',
  open: 'open',
  reason: 'Why it is skipped',
  unsure: 'The words on the page may differ from these.',
  lookFor: (words: string) => `Look for ${words}.`,
  codesEnded: 'Codes ended',
  passwordChanged: 'Password changed',
  passwordStill: 'Password still exposed',
  devicesIn: (n: number) => (n === 1 ? '1 device may still be in' : `${n} devices may still be in`),
  devicesWhy: 'A signed-in device needs no password.',
  emptyTitle: 'No run is open',
  emptyBody: 'When a grant ends, its run walks you through what really ends access.',
  makePassword: 'Make a new password',
  copyOld: 'Copy the old one',
  copyNew: 'Copy the new one',
  worked: 'It worked',
  notTaken: 'It was not taken',
} as const;

/** Titles of the steps; `person` is a first name. */
export const stepText = {
  tell: (person: string) => `Tell ${person} it has ended`,
  password: () => 'Set a new password',
  authenticator: () => 'Set up the authenticator again',
  devices: () => 'Sign out the devices that are not yours',
  backup_codes: () => 'Make new backup codes',
  apps: () => 'Look at roles and connected apps',
  recovery: () => 'Check recovery mail and phone',
} as const;

/** Why a step cannot be ticked yet. */
export const blockedText = {
  no_candidate: 'Make a new password first.',
  candidate_waits: 'Say first whether the new password worked.',
  devices_open: 'Some devices are neither kept nor signed out.',
} as const;
