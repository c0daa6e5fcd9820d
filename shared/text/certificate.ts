import { count } from './common.ts';
import { inLanguage } from './language.ts';

type Secret = 'password' | 'codes' | 'backup_codes';

const of = (title: string | null): string => (title === null ? '' : ` of ${title}`);
const changedTo = { password: 'Password', codes: 'Authenticator key', backup_codes: 'Backup codes' } as const;
const names = { password: 'The password', codes: 'Codes already sent', backup_codes: 'The backup codes' } as const;

/** Words of a closing certificate. */
export const certificateText = inLanguage('certificate.certificateText', {
  title: (client: string) => `Closing certificate: ${client}`,
  head: (vault: string, by: string) => `From the vault ${vault}, made by ${by}`,
  verdict: (all: number, open: number) => {
    if (all === 0) return 'Nothing of this client was ever lent.';
    if (open === 0) return all === 1 ? 'The one loan of this client is closed.' : `All ${all} loans of this client are closed.`;
    return `Not everything has come back: ${open} of ${count(all, 'loan')} not closed, listed first.`;
  },
  notClosed: 'Not closed',
  closed: 'Closed',
  lent: (what: string, from: string, until: string) => `Lent: ${what}, ${from} to ${until}`,
  declined: (day: string) => `Declined ${day}; nothing was taken up, told by their app`,
  running: (day: string) => `Still runs, until ${day}`,
  ended: (day: string) => `Ended ${day}`,
  returned: (day: string) => `Returned ${day}: secrets removed there, told by their app, receipt signed`,
  expired: (day: string) => `Ended there ${day}, told by their app, receipt signed`,
  noReceipt: 'No receipt came from their app; what was read may still be known',
  changed: (secret: Secret, title: string | null, day: string) => `${changedTo[secret]}${of(title)} changed ${day}`,
  ranOut: (title: string | null, day: string) => `Codes${of(title)} ran out ${day}, kept by cryptography`,
  exposed: (secret: Secret, title: string | null, day: string) =>
    `${names[secret]}${of(title)}, seen ${day}: not changed since, exposed until you change it`,
  signedOut: (device: string, day: string) => `Signed out ${day}: ${device}`,
  stillIn: (device: string) => `Not signed out: ${device}`,
  kept: (device: string) => `Kept signed in: ${device}`,
  stillAt: (centre: string, level: string) => `Still at ${centre} as ${level}: not taken out there`,
  takenOut: (centre: string, level: string) => `Taken out of ${centre}, where they were ${level}`,
  takenOutOn: (centre: string, level: string, day: string) => `Taken out of ${centre} ${day}, where they were ${level}`,
  skipped: (step: string, reason: string | null) => `Skipped: ${step}${reason === null ? '' : `. Reason: ${reason}`}`,
  closedOn: (day: string) => `Closed ${day}`,
  notClosedYet: 'Ended, not closed: its end-of-access run is not done',
  nothingToClose: 'Declined, and nothing of it is exposed',
  foot: [
    'No secret is in this page. It says what the vault that made it knew at that time; the platforms keep their own record.',
    'What another person’s app tells is told by their app. A changed password or key ends what was seen of it, kept by the platform.',
  ],
  log: (n: number, hash: string) => `The vault’s log stood at record ${n}, ${hash}.`,
} as const);
