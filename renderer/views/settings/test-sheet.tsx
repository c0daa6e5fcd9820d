import { useState } from 'react';
import { commonText } from '../../../shared/text/common.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { testText } from '../../../shared/text/settings.ts';
import { Dialog } from '../../components/dialog.tsx';
import { WordsInput } from '../../components/words-input.tsx';
import { useAct } from '../../lib/act.ts';
import { useStale } from '../../lib/query.ts';
import { showToast } from '../../lib/toast-store.ts';

const empty = Array.from({ length: 24 }, () => '');

/** Asks for the 24 words from paper and says whether they are this vault's. Mounted while it is open, so that they go with it. */
export function TestSheet({ onClose }: { readonly onClose: () => void }) {
  const test = useAct('vault.testRecovery');
  const stale = useStale('vault.health');
  const [words, setWords] = useState<readonly string[]>(empty);
  const typed = words.filter((word) => word !== '').length;
  const wrong = test.failure?.code === 'unknown_word' ? test.failure.facts.at : null;
  const act = async (): Promise<void> => {
    if (typed < words.length) return;
    const reply = await test.run({ words: words.join(' ') });
    if (!reply.ok) return;
    stale();
    showToast({ text: testText.done });
    onClose();
  };
  return (
    <Dialog
      open
      wide
      onClose={() => !test.busy && onClose()}
      title={testText.title}
      lead={testText.lead}
      safe={commonText.cancel}
      act={{
        label: testText.act,
        onAct: () => void act(),
        busy: test.busy ? testText.acting : null,
        why: typed < words.length ? testText.count(typed) : null,
      }}
    >
      <div className="test-words">
        <WordsInput
          label={testText.words}
          words={words}
          onChange={(next) => {
            test.forget();
            setWords(next);
          }}
          nameOf={(index) => testText.word(index + 1)}
          markOf={(index) => (index + 1 === wrong ? 'wrong' : null)}
          onDone={() => void act()}
        />
        <p className={test.failure ? 'hint error' : 'hint'} role={test.failure ? 'alert' : undefined}>
          {test.failure ? errorLine(test.failure.code, test.failure.facts) : testText.count(typed)}
        </p>
      </div>
    </Dialog>
  );
}
