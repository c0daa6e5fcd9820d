import { inLanguage } from './language.ts';

/** What a platform may ask for after the password. */
export type AskedMore = 'push' | 'sms' | 'mail';

const asked: Readonly<Record<AskedMore, string>> = { push: 'a tap on your phone', sms: 'a code by SMS', mail: 'a code by mail' };

function either(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} or ${parts.at(-1)}`;
}

/** What to look at before a login is lent, and once the other side is in. */
export const handoffAdvice = inLanguage('step-advice-more.handoffAdvice', {
  lookForBackup: 'Look for “Backup codes” or “Recovery codes” beside the two-step settings.',
  codesFromYou: 'An authenticator app is not listed here, so codes will have to come from you.',
  lendCodes: 'With an authenticator you can lend codes for a time, and never the key.',
  backupWhy: 'If anything goes wrong they let you back in. Making new ones now would end those you have.',
  devicesBefore: 'Write down what is there now, so that a new one stands out later.',
  oneNew: 'One new device should be there: theirs, with the place and the hour you agreed.',
  whoseDevice: 'Write it down here as the platform words it. You will need the name on the last day.',
  anythingElse:
    'Password, recovery mail, phone and second step should be as they were. A second new device, or a change nobody announced, is worth a question at once.',
} as const);

/** What the two sides agree on for the first sign-in. */
export const signInAdvice = inLanguage('step-advice-more.signInAdvice', {
  time: 'Name it in both time zones and with the date. Half an hour is enough; the codes you lend run in just that window.',
  deviceAndPlace:
    'Ask which device it will be and where it stands. A sign-in far from home, or over a VPN, makes platforms ask for more.',
  standBy: 'You, or whoever holds the recovery phone and mail, should be reachable for that half hour.',
  calendar: 'Each side opens it in their own calendar, which shows the hour in their own zone.',
  mayAsk: (what: readonly AskedMore[]) =>
    what.length > 0
      ? `It may ask for ${either(what.map((one) => asked[one]))}. Read it out only to the person you expect, and only at the time you agreed.`
      : 'It may ask by SMS, mail or phone. Read a code out only to the person you expect, and only at the time you agreed.',
  strange:
    'If it warns of a strange sign-in, compare place and device before you confirm. Never approve one that nobody announced.',
  unknown: 'What this platform asks for is not known: look for it on its first page after the password.',
} as const);

/** How an authenticator is put on an account. */
export const authenticatorAdvice = inLanguage('step-advice-more.authenticatorAdvice', {
  turnOn: 'Turn the second step on there, or add to it if it is on.',
  notListed: 'An authenticator app is not listed for this platform; look whether it is offered all the same.',
  notKnown: 'Which second steps it has is not known: look for “Authenticator app”.',
  lookForApp: 'Look for “Authenticator app”, also called “Authentication app” or “TOTP”, and choose it.',
  chooseApp: 'Look for “Authenticator app” and choose it.',
  noKey: 'Without a key, codes cannot be lent from here.',
  qrCode: 'It shows a QR code. Below it, look for “Can’t scan it?” or “Enter a key”: that gives the same as letters.',
  typeKey:
    'Type or paste the key, or give a picture of the QR code. On a phone, read it out in groups of four. It stays in this vault and goes into no message.',
  digits: (n: number) => `Its codes have ${n} characters.`,
  confirm:
    'Type the code shown here into the platform before it runs out. If it is refused, check the clock of this computer, then the key.',
  lookForBackup: 'Look for “Backup codes” or “Recovery codes” on the same page.',
  noBackup: 'So there is nothing to save: skip this.',
  keepBackup: 'Keep them here. Each opens the account once when the phone is lost.',
  backupNotListed: 'None are listed for this platform, so there may be none.',
  smsNotListed: 'SMS is not listed as a second step here. Look for it all the same.',
  sms: 'Look for SMS beside the authenticator. Keep it as a spare if the phone is yours; else remove it, for whoever holds that phone gets codes.',
} as const);

/** What the monthly review looks at. */
export const reviewAdvice = inLanguage('step-advice-more.reviewAdvice', {
  grants: 'Is every grant still needed, and is every last day right? End what nobody uses.',
  fewLeft: 'Fewer than three left? Then make a new set.',
} as const);

/** The ways back into an account that nobody can open. */
export const recoveryAdvice = inLanguage('step-advice-more.recoveryAdvice', {
  lookForHelp: 'Look for “Forgot password” or “Need help?” under the sign-in.',
  whoHoldsIt:
    'Who has the recovery mail, who the recovery phone, who the authenticator? Ask them before you try: too many tries lock an account for longer.',
  mail: 'The address noted here gets the link. See that you can open that mailbox first.',
  phone: 'Whoever holds it reads out the code, to you and to nobody who calls.',
  noSms: 'A code by SMS is not listed for this platform.',
  noBackup: 'Backup codes are not listed for this platform; look here whether some were noted all the same.',
  takeBackup: 'Take one from here, and mark it as used.',
  knownPlace: 'Use a device and a place the account knows.',
  begin: 'Begin at the sign-in you know, on a device and in a place the account knows.',
  thenTakeBack:
    'Set a new password, sign out every device that is not yours, set the authenticator up again and make new backup codes, in that order.',
} as const);
