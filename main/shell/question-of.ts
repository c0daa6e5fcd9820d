import type { Many } from '../../shared/contracts/host.ts';
import { assertNever } from '../../shared/errors.ts';
import { trashText } from '../../shared/text/account-list.ts';
import { type Question, questions } from '../../shared/text/question.ts';

/** The question about what so much was asked of; `accounts` is how many are to be deleted for good. */
export function questionOf(of: Many, accounts = 1): Question {
  switch (of) {
    case 'secrets':
      return questions.manySecrets;
    case 'codes':
      return questions.manyCodes;
    case 'purges':
      return { title: trashText.purgeMany(accounts), body: trashText.purgeBody, yes: trashText.purge, no: trashText.keepAll };
    default:
      return assertNever(of);
  }
}
