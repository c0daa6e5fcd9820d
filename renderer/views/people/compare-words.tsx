import { type FormEvent, useState } from 'react';
import type { Contact } from '../../../shared/contracts/engine/people.ts';
import { firstName } from '../../../shared/text/common.ts';
import { errorLine, errorText } from '../../../shared/text/errors.ts';
import { wordsText } from '../../../shared/text/people.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Button } from '../../components/button.tsx';
import { WordsInput } from '../../components/words-input.tsx';
import { useAct } from '../../lib/act.ts';
import { showToast } from '../../lib/toast-store.ts';

const empty = Array.from({ length: 8 }, () => '');

/** The place to type the eight words a person reads out. Their card's own words are never shown, so that nobody only nods. */
export function CompareWords({ person }: { readonly person: Contact }) {
  const verify = useAct('people.verify');
  const [words, setWords] = useState<readonly string[]>(empty);
  const readOnly = useWhyReadOnly();
  const name = firstName(person.name);
  const typed = words.filter((word) => word !== '').length;
  const compare = async (): Promise<void> => {
    if (typed < words.length) return;
    const reply = await verify.run({ id: person.id, words: words.join(' '), pasted: false });
    if (reply.ok) showToast({ text: wordsText.done(name) });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void compare();
  };
  return (
    <form className="card pad compare" onSubmit={submit}>
      <h2>{wordsText.title(name)}</h2>
      <p className="small soft pretty">{wordsText.lead(name)}</p>
      <WordsInput
        label={wordsText.field}
        words={words}
        onChange={(next) => {
          verify.forget();
          setWords(next);
        }}
        nameOf={(index) => wordsText.word(index + 1)}
        pasteRefused={errorText('words_pasted').what}
        onDone={() => void compare()}
      />
      {verify.failure && (
        <p className="hint error" role="alert">
          {errorLine(verify.failure.code, verify.failure.facts)}
        </p>
      )}
      <div className="row">
        <Button
          type="submit"
          variant="primary"
          busy={verify.busy ? wordsText.comparing : null}
          why={readOnly ?? (typed < words.length ? wordsText.count(typed) : null)}
        >
          {wordsText.compare}
        </Button>
        <span className="hint">{typed < words.length ? wordsText.count(typed) : ''}</span>
      </div>
    </form>
  );
}
