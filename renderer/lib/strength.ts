import { useEffect, useState } from 'react';
import type { Against, Strength } from '../../shared/contracts/engine/strength.ts';
import { useEngine } from './engine.ts';

/** Milliseconds of rest after which what was typed is judged. */
const PAUSE_MS = 300;

/** A judgement of what is typed; `isOld` while a newer text waits for its own, null where it could not be judged. */
export interface Judged {
  readonly strength: Strength | null;
  readonly isOld: boolean;
}

/** Asks how long a text would withstand guessing, when typing rests; null for no text and until the first answer. */
export function useStrength(text: string, against: Against, about: readonly string[] = []): Judged | null {
  const engine = useEngine();
  const [judged, setJudged] = useState<{ readonly of: string; readonly strength: Strength | null } | null>(null);
  const words = about.filter((word) => word !== '').join('\n');
  const of = JSON.stringify([text, against, words]);
  useEffect(() => {
    if (text === '') return;
    let isCurrent = true;
    const ask = async (): Promise<void> => {
      const reply = await engine.call('strength.check', { text, against, about: words === '' ? [] : words.split('\n') });
      if (isCurrent) setJudged({ of, strength: reply.ok ? reply.value : null });
    };
    const timer = setTimeout(() => void ask(), PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [engine, text, against, words, of]);
  // What was typed is not kept once it is gone from its field.
  if (text === '' && judged !== null) setJudged(null);
  return text === '' || judged === null ? null : { strength: judged.strength, isOld: judged.of !== of };
}
