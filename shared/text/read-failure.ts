import type { ErrorCode, ErrorFacts } from '../errors.ts';
import type { ErrorText } from './error-text.ts';
import { errorText } from './errors.ts';
import { inLanguage } from './language.ts';

const unchanged = 'Nothing was changed.';

/** Why a sealed message could not be opened, by the name of the check it failed; null for a name without words of its own. */
export const couldNotOpen = inLanguage('read-failure.couldNotOpen', (why: string): ErrorText | null => {
  switch (why) {
    case 'not_for_me':
      return { what: 'This was sealed to someone else.', safe: unchanged, todo: 'Ask the sender to seal it to your card.' };
    case 'unknown_sender':
      return {
        what: 'This is from someone whose card you do not have.',
        safe: unchanged,
        todo: 'Paste their card first, then this again.',
      };
    case 'retired':
      return {
        what: 'This is signed by a key that was replaced.',
        safe: unchanged,
        todo: 'Call the sender: their new card should sign it.',
      };
    case 'expired':
      return { what: 'This message is too old to be read.', safe: unchanged, todo: 'Ask the sender to seal it again.' };
    case 'not_yet':
      return {
        what: 'This message is dated in the future.',
        safe: unchanged,
        todo: 'Compare the clocks of both computers, then paste it again.',
      };
    case 'version':
    case 'kind':
    case 'kind_unknown':
      return {
        what: 'This is a kind of message this Latchkey does not know yet.',
        safe: unchanged,
        todo: 'A newer version of Latchkey may read it.',
      };
    case 'unmatched':
      return { what: 'This answers something you did not send.', safe: unchanged, todo: 'Ask the sender what it belongs to.' };
    case 'stale':
      return {
        what: 'A newer message of the same loan was read before.',
        safe: unchanged,
        todo: 'Find the newer one in the inbox.',
      };
    case 'too_large':
      return {
        what: 'This message is larger than any Latchkey writes.',
        safe: unchanged,
        todo: 'Ask the sender for a shorter one.',
      };
    case 'commitment':
    case 'seal':
    case 'length':
    case 'magic':
    case 'signature':
      return {
        what: 'This was changed or cut short on the way.',
        safe: unchanged,
        todo: 'Ask for it again, as a file if the chat breaks long texts.',
      };
    case 'recipients':
    case 'padding':
    case 'inner_length':
    case 'json':
    case 'schema':
    case 'recipient_list':
    case 'kind_mismatch':
    case 'lifetime':
    case 'pass':
      return {
        what: 'This message does not keep to the rules of Latchkey.',
        safe: unchanged,
        todo: 'Ask the sender which app made it.',
      };
    default:
      return null;
  }
});

/** A failed reading in three sentences, with what the engine told of it. */
export function readFailure(code: ErrorCode, facts: ErrorFacts): ErrorText {
  const why = code === 'could_not_open' ? facts['why'] : undefined;
  return (typeof why === 'string' ? couldNotOpen(why) : null) ?? errorText(code, facts);
}
