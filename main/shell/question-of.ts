import type { Many } from '../../shared/contracts/host.ts';
import { assertNever } from '../../shared/errors.ts';
import { trashText } from '../../shared/text/account-list.ts';
import { type Question, questions } from '../../shared/text/question.ts';

/** The question about what so much was asked of; `count` is how many accounts are to be deleted for good. */
export function questionOf(of: Many, count = 1): Question {
  switch (of) {
    case 'secrets':
      return questions.manySecrets;
    case 'codes':
      return questions.manyCodes;
    case 'purges':
      return { title: trashText.purgeMany(count), body: trashText.purgeBody, yes: trashText.purge, no: trashText.keepAll };
    case 'removals':
      return questions.manyRemovals;
    case 'overwrites':
      return questions.manyOverwrites;
    default:
      return assertNever(of);
  }
}
