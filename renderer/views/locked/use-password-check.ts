import { useEffect, useState } from 'react';
import type { Failure } from '../../lib/act.ts';
import { useEngine } from '../../lib/engine.ts';

/** Milliseconds of rest after which what was typed is judged. */
const PAUSE_MS = 500;

/** What the engine said about a passphrase that is being typed. */
export interface PasswordCheck {
  /** Whether the present text has been judged. */
  readonly settled: boolean;
  readonly failure: Failure | null;
  /** Judges at once; null means that it will be taken. */
  now(): Promise<Failure | null>;
}

/** Asks the engine whether a new passphrase would be taken, when typing rests. */
export function usePasswordCheck(password: string): PasswordCheck {
  const engine = useEngine();
  const [judged, setJudged] = useState<{ readonly password: string; readonly failure: Failure | null } | null>(null);
  const judge = async (): Promise<Failure | null> => {
    if (password === '') return null;
    const reply = await engine.call('vault.checkPassword', { password });
    const failure = reply.ok ? null : { code: reply.code, facts: reply.facts ?? {} };
    setJudged({ password, failure });
    return failure;
  };
  useEffect(() => {
    if (password === '') return;
    const timer = setTimeout(() => {
      void engine.call('vault.checkPassword', { password }).then((reply) => {
        setJudged({ password, failure: reply.ok ? null : { code: reply.code, facts: reply.facts ?? {} } });
      });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [engine, password]);
  const settled = judged !== null && password !== '' && judged.password === password;
  return { settled, failure: settled ? judged.failure : null, now: judge };
}
