import type { ErrorFacts, INPUT_ERRORS } from '../errors.ts';
import { number, wait, word } from './error-facts.ts';
import type { ErrorWords } from './error-text.ts';
import { keychainFaults } from './keychain.ts';
import { blockedSentence } from './run-steps.ts';
import { inLanguage } from './language.ts';

const unchanged = 'Nothing was changed.';
const notSent = 'Nothing was sealed.';

function bytes(facts: ErrorFacts): string {
  const most = number(facts, 'max', 0);
  return most === 0 ? '' : `: ${most} plain letters at most`;
}

function keychainSentence(facts: ErrorFacts): string {
  const why = word(facts, 'why');
  const known = Object.entries(keychainFaults).find(([fault]) => fault === why);
  return known?.[1] ?? 'The keychain of this computer cannot be used now.';
}

const inUse: Readonly<Record<'grants' | 'centre' | 'ad_code', { readonly what: string; readonly todo: string }>> = {
  grants: { what: 'Something is still lent to or by this person.', todo: 'Close those grants first.' },
  centre: { what: 'This person is still in a business centre, or waits to be.', todo: 'Note their removal there first.' },
  ad_code: { what: 'This person holds an ad code that still runs.', todo: 'Withdraw it at the platform and note that first.' },
};

function whereInUse(facts: ErrorFacts): keyof typeof inUse {
  const why = word(facts, 'why');
  return why === 'centre' || why === 'ad_code' ? why : 'grants';
}

/** Failures of what a person typed, pasted or chose. */
export const inputErrors = inLanguage('errors-input.inputErrors', {
  not_found: () => ({ what: 'This is not in the vault any more.', safe: unchanged, todo: 'Go back to the list.' }),
  expired_token: () => ({ what: 'The chosen file was not used in time.', safe: unchanged, todo: 'Choose the file again.' }),
  word_count: (facts) => ({
    what: `There are ${number(facts, 'count', 0)} words where ${number(facts, 'expected', 24)} belong.`,
    safe: unchanged,
    todo: 'Compare with the sheet, row by row.',
  }),
  unknown_word: (facts) => {
    const at = number(facts, 'at', 0);
    return {
      what: at > 0 ? `Word ${at} is not one of the list.` : `${word(facts, 'word') ?? 'One word'} is not one of the list.`,
      safe: unchanged,
      todo: 'Look at it again; every word of the list differs in its first four letters.',
    };
  },
  word_checksum: () => ({
    what: 'The words are all of the list, but not together.',
    safe: unchanged,
    todo: 'One is misread or out of place: compare them with the sheet.',
  }),
  words_differ: () => ({
    what: 'These are not the words of this card.',
    safe: 'The person stays unverified.',
    todo: 'Have them read out again; if they still differ, the card is not theirs.',
  }),
  words_pasted: () => ({
    what: 'Pasted words prove nothing: whoever sent the card could have sent the words.',
    safe: 'The person stays unverified.',
    todo: 'Call, and type what you hear.',
  }),
  not_a_message: () => ({
    what: 'There is no Latchkey message in this text.',
    safe: unchanged,
    todo: 'Copy the whole block, from LATCHKEY1 to END.',
  }),
  not_a_card: () => ({ what: 'There is no Latchkey card in this text.', safe: unchanged, todo: 'Ask for the card again.' }),
  own_card: () => ({ what: 'This is your own card.', safe: unchanged, todo: 'Ask the other person for theirs.' }),
  could_not_open: () => ({
    what: 'This message could not be opened.',
    safe: 'It was sealed to someone else, or cut short. Nothing was changed.',
    todo: 'Ask the sender to seal it to your card and send it whole.',
  }),
  already_read: () => ({ what: 'This message was read before.', safe: unchanged, todo: 'Find it in the inbox.' }),
  already_known: () => ({ what: 'This card is already in the vault.', safe: unchanged, todo: 'Find the person under People.' }),
  seed_not_base32: () => ({
    what: 'A setup key has only the letters A to Z and the digits 2 to 7.',
    safe: unchanged,
    todo: 'Type it again; 0 is O, 1 is I and 8 is B.',
  }),
  seed_too_short: () => ({
    what: 'This setup key is too short.',
    safe: unchanged,
    todo: 'Type all of it; most have 16 or 32 characters.',
  }),
  uri_not_otpauth: () => ({
    what: 'This address is not one for authenticator apps.',
    safe: unchanged,
    todo: 'It should begin with otpauth://.',
  }),
  uri_refused: () => ({
    what: 'This otpauth address has a part that cannot be right.',
    safe: unchanged,
    todo: 'Copy it again, or type the setup key.',
  }),
  code_differs: () => ({
    what: 'Your phone shows another code.',
    safe: 'The key is not saved yet.',
    todo: 'Check the key, the settings and both clocks, then type the code it shows now.',
  }),
  no_seed: () => ({
    what: 'This account has no authenticator key here.',
    safe: unchanged,
    todo: 'Add it first, or leave the codes out.',
  }),
  codes_by_counter: () => ({
    what: 'The codes of this account follow a counter, so none can be made for a time to come.',
    safe: notSent,
    todo: 'Leave the windows out; lend it with codes on request, and type the next code in when you are asked.',
  }),
  picture_unreadable: () => ({
    what: 'This is no picture that Latchkey can read.',
    safe: unchanged,
    todo: 'Take a screenshot of the code, or type the setup key.',
  }),
  picture_too_large: () => ({
    what: 'This picture has more than 25 million pixels or 20 MB.',
    safe: unchanged,
    todo: 'Cut it down to the code.',
  }),
  picture_timeout: () => ({
    what: 'Reading this picture took longer than a second and was stopped.',
    safe: unchanged,
    todo: 'Cut it down to the code, or type the setup key.',
  }),
  no_code_in_picture: () => ({
    what: 'No QR code was found in this picture.',
    safe: unchanged,
    todo: 'Take it nearer and straight, or type the setup key.',
  }),
  code_not_otpauth: () => ({
    what: 'The QR code in this picture is not one for authenticator apps.',
    safe: 'It was not looked at further, and nothing was changed.',
    todo: 'Use the code the platform shows while an authenticator is set up.',
  }),
  transfer_doubled: (facts) => ({
    what: `Picture ${number(facts, 'at', 1)} of ${number(facts, 'of', 2)} is here already.`,
    safe: 'Its keys are in the list once.',
    todo: 'Add one that is missing.',
  }),
  transfer_other: () => ({
    what: 'This picture is not part of the same transfer.',
    safe: 'The keys found so far are still there.',
    todo: 'Add the next picture of the one you began with, or leave the list and begin anew.',
  }),
  nothing_to_send: () => ({ what: 'Nothing is ticked to travel.', safe: notSent, todo: 'Tick the password, codes, or both.' }),
  no_windows: () => ({
    what: 'No code window is left before the last day.',
    safe: notSent,
    todo: 'Draw a window, or move the last day.',
  }),
  too_many_codes: (facts) => ({
    what: `These windows need more than ${number(facts, 'max', 92_000)} codes.`,
    safe: notSent,
    todo: 'Draw shorter windows, or an earlier last day.',
  }),
  ends_in_past: () => ({ what: 'The last day is already over.', safe: notSent, todo: 'Choose a later day.' }),
  too_far_ahead: () => ({
    what: `Codes can be lent for 31 days at most.`,
    safe: notSent,
    todo: 'Choose an earlier last day, and renew it then.',
  }),
  not_verified: () => ({
    what: 'You have not compared words with this person.',
    safe: notSent,
    todo: 'Call and compare them, or say that you send it all the same.',
  }),
  secrets_closed: () => ({
    what: 'The secrets of this message are still closed.',
    safe: unchanged,
    todo: 'Compare words with the sender first.',
  }),
  grant_not_ended: () => ({
    what: 'This grant has not ended yet.',
    safe: unchanged,
    todo: 'Wait for its last day, or end it first.',
  }),
  request_over: () => ({
    what: 'This request does not wait for an answer any more.',
    safe: unchanged,
    todo: 'Ask for a new one, or make a new one.',
  }),
  grant_over: () => ({
    what: 'This access is over already.',
    safe: unchanged,
    todo: 'Hand off anew to lend it again.',
  }),
  not_less: () => ({
    what: 'That would give more than before.',
    safe: unchanged,
    todo: 'Extend it, or hand off anew, to give more.',
  }),
  no_live_codes: () => ({
    what: 'Codes on request are not part of this loan.',
    safe: unchanged,
    todo: 'Ask its owner to hand it off anew with them.',
  }),
  run_not_done: () => ({
    what: 'Some steps are neither done nor skipped with a reason.',
    safe: 'The grant stays open.',
    todo: 'Finish them, then close it.',
  }),
  no_candidate: () => ({ what: 'There is no new password waiting.', safe: 'The present one stays.', todo: 'Make one first.' }),
  candidate_exists: () => ({
    what: 'A new password is already waiting for this account.',
    safe: 'Both passwords are kept.',
    todo: 'Say whether it worked, or drop it, before you make another.',
  }),
  contact_in_use: (facts) => ({ ...inUse[whereInUse(facts)], safe: unchanged }),
  centre_in_use: () => ({
    what: 'Someone is still in this business centre, or waits to be.',
    safe: unchanged,
    todo: 'Note their removal first, or archive the centre.',
  }),
  member_removed: () => ({
    what: 'They are out of this business centre already.',
    safe: 'What is noted of them stays.',
    todo: 'Add them anew if they are back.',
  }),
  too_many: (facts) => ({
    what: `There is room for ${number(facts, 'max', 0) || 'no more'} of these.`,
    safe: unchanged,
    todo: 'Remove some first.',
  }),
  access_ended: () => ({
    what: 'What was lent has ended here.',
    safe: 'Its secrets are no longer in this vault.',
    todo: 'Ask the owner if you need it again.',
  }),
  access_not_begun: () => ({
    what: 'What was lent is not to be used yet.',
    safe: unchanged,
    todo: 'Wait for the first day its owner named.',
  }),
  reason_missing: () => ({ what: 'A skipped step needs a reason.', safe: unchanged, todo: 'Write down why in a few words.' }),
  devices_open: () => ({
    what: 'Some devices are neither kept nor signed out.',
    safe: unchanged,
    todo: 'Decide for each device first.',
  }),
  step_blocked: (facts) => ({
    what: 'This step is not done yet.',
    safe: unchanged,
    todo: blockedSentence(word(facts, 'why')),
  }),
  file_unreadable: () => ({ what: 'This file cannot be read.', safe: unchanged, todo: 'Check that it is a file you may open.' }),
  text_too_long: (facts) => ({
    what: `A text is longer than a message can carry${bytes(facts)}.`,
    safe: unchanged,
    todo: 'Shorten it; accents, other alphabets and emoji count two to four times.',
  }),
  text_unfit: () => ({
    what: 'A text holds a character that cannot be kept here, such as a line break inside a name.',
    safe: unchanged,
    todo: 'Type it again without copying.',
  }),
  ends_earlier: () => ({
    what: 'That is earlier than the end this loan has now.',
    safe: notSent,
    todo: 'Choose a later day, or give less instead.',
  }),
  in_sandbox: () => ({
    what: 'In the sandbox nothing is written, read or kept outside of this window.',
    safe: unchanged,
    todo: 'End the sandbox and make a vault of your own.',
  }),
  platform_needed: (facts) => ({
    what: `${word(facts, 'name') ?? 'Another platform you added'} signs in by this platform, and cannot be without it.`,
    safe: unchanged,
    todo: 'Remove that one first.',
  }),
  link_refused: () => ({
    what: 'Latchkey opens only https addresses whose host it has shown.',
    safe: 'Nothing was opened.',
    todo: 'Check the address of this account.',
  }),
  capability_missing: () => ({
    what: 'This computer does not offer that to Latchkey.',
    safe: unchanged,
    todo: 'Use another way; what needs it is left out.',
  }),
  too_often: (facts) => ({
    what: 'That was asked for too often in one minute.',
    safe: unchanged,
    todo: wait(facts) ?? 'Wait a minute and try again.',
  }),
  settings_unsaved: () => ({
    what: 'The settings could not be written to disk.',
    safe: 'They hold until Latchkey is closed.',
    todo: 'Check that the disk has room and allows writing.',
  }),
  not_confirmed: (facts) => {
    const again = wait(facts);
    return {
      what:
        again === null
          ? 'You did not confirm it.'
          : 'So much within an hour needs your yes to a question of the system’s own, and there was none.',
      safe: unchanged,
      todo:
        again === null
          ? 'Ask again if you want it after all.'
          : `Ask again if you want it after all. Where no question comes: ${again}`,
    };
  },
  too_many_secrets: () => ({
    what: 'More different secrets were asked for within a minute than one person needs.',
    safe: 'This one was not given out.',
    todo: 'The vault is locked; unlock it to go on.',
  }),
  keychain_unavailable: (facts) => ({
    what: keychainSentence(facts),
    safe: 'Nothing was kept anywhere else.',
    todo: 'The passphrase opens the vault as before.',
  }),
} satisfies Readonly<Record<(typeof INPUT_ERRORS)[number], ErrorWords>>);
