import { inLanguage } from './language.ts';

/** Why a step cannot be ticked yet. */
export const blockedText = inLanguage('run-steps.blockedText', {
  no_candidate: 'Make a new password first.',
  candidate_waits: 'Say first whether the new password worked.',
  devices_open: 'Some devices are neither kept nor signed out.',
  codes_open: 'Codes already sent still work. Set the authenticator up again, with another key.',
  outside_seed: 'Someone outside has the key of its authenticator, and so every code. Set it up again here, with another key.',
  backup_open: 'The backup codes they saw still work. Write down the new ones first.',
  password_first: 'Set the new password first.',
  others_outdated: 'Someone who stays still has the old password.',
  grant_live: 'It still runs. End it first.',
  no_list: 'No device is written down yet. Paste the list, or add them one by one.',
  promised_missing: 'The device that was promised was not on the list yet.',
  no_factor: 'No key is here yet.',
  not_confirmed: 'The key is here, but no code of it was compared with the platform yet.',
} as const);

/** As {@link blockedText}, by a word that may be of a newer version. */
export const blockedSentence = inLanguage('run-steps.blockedSentence', (why: string | null): string => {
  return Object.entries(blockedText).find(([known]) => known === why)?.[1] ?? 'Look at the step again.';
});

/** Titles of steps whose words name a person or that no platform has; the rest are titled by the catalogue. `person` is a first name. */
export const ownStepText = inLanguage('run-steps.ownStepText', {
  tell: (person: string) => `Tell ${person} it has ended`,
  send_anew: () => 'Send the new password to those who stay',
  end_grant: () => 'End the loan',
  member: (centre: string) => `Take them out of ${centre}`,
  whose_device: (person: string) => `Say which one is ${person}’s`,
} as const);

/** What to do in the steps that no platform has a place for. */
export const ownAdvice = inLanguage('run-steps.ownAdvice', {
  send_anew: 'They still have access, but the password they know opens nothing any more. Seal the new one for each of them.',
  end_grant: 'Their Latchkey removes what it holds once the word is pasted in. What they copied stays copied until you change it.',
  member: (name: string, level: string) => `${name} is there as ${level}. Remove them at the platform, then tick this.`,
} as const);

/** Headings over a leaver’s steps, by what comes first. */
export const phaseText = inLanguage('run-steps.phaseText', {
  list_access: 'First',
  end_grant: 'What they can still use',
  password: 'Passwords, the longest known first',
  send_anew: 'Those who stay',
  authenticator: 'Codes',
  devices: 'Devices',
  roles: 'Roles and business centres',
  backup_codes: 'Backup codes',
  apps: 'Connected apps',
  recovery: 'Recovery mail and phone',
  tell: 'Last',
} as const);

/** Words of the ways a leaver’s steps may be ordered. */
export const orderText = inLanguage('run-steps.orderText', {
  label: 'Order',
  byUrgency: 'What comes first',
  byAccount: 'By account',
  whole: 'For all of it',
  centres: 'Business centres',
} as const);

/** Words of the step that ends what still runs. */
export const endGrantText = inLanguage('run-steps.endGrantText', {
  end: 'End it now',
  endAll: (n: number) => `End all ${n} now`,
  ending: 'Ending',
  reason: 'Access has ended.',
  over: (day: string) => `Ended ${day}.`,
  asked: (n: number, person: string) => (n === 1 ? `End it for ${person}?` : `End all ${n} for ${person}?`),
  body: 'Each end is sealed as a word for them. Passwords they have seen stay exposed until you change them.',
  keep: 'Let it run',
} as const);

/** Words of telling someone. */
export const tellText = inLanguage('run-steps.tellText', {
  make: 'Seal the word for them',
  making: 'Sealing',
  none: (person: string) => `Nothing of ${person}’s has ended yet.`,
  copy: 'Copy the word',
  copied: 'Copied. Send it by the chat you use.',
  copyAll: (n: number) => `Copy all ${n}`,
  notSealed: 'not sealed yet',
  sealedOn: (when: string) => `sealed ${when}`,
  receipt: {
    opened: 'opened once · receipt signed',
    declined: 'declined · receipt signed',
    purged: 'removed by their app · receipt signed',
    expired: 'ended by their app · receipt signed',
  },
  noReceipt: 'no receipt yet',
} as const);

/** Words of sending the new password to those who stay. */
export const sendAnewText = inLanguage('run-steps.sendAnewText', {
  nobody: 'Nobody who stays has an old password.',
  seal: 'Seal it',
  sealing: 'Sealing',
  copy: 'Copy the message',
  copied: 'Copied. Send it by the chat you use.',
  unverifiedTitle: (person: string) => `${person}’s words were not compared`,
  unverifiedBody: 'Whoever sent the card may not be who you think. The password would go to that card.',
  unverifiedSafe: 'Do not seal it',
  unverifiedAct: 'Seal it all the same',
} as const);
