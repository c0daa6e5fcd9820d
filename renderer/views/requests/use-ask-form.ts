import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReceivedDetail } from '../../../shared/contracts/engine/grants.ts';
import type { Contact } from '../../../shared/contracts/engine/people.ts';
import { engineNow } from '../../lib/clock-sync.ts';
import { type AskForm, freshAsk, keepAsk } from './ask-form.ts';

/** A request being written, and the ways to change it. */
export interface AskState {
  readonly form: AskForm;
  /** It was begun earlier and left. */
  readonly kept: boolean;
  readonly change: (part: Partial<AskForm>) => void;
  /** Puts a new form in its place. */
  readonly startAgain: () => void;
  /** Keeps nothing any more, as when it was made. */
  readonly drop: () => void;
}

/** The request to one person, for something new or to keep something longer, kept beside the facts of the open vault while the person looks elsewhere, and gone with them at lock. */
export function useAskForm(contact: string | null, people: readonly Contact[], keeps: ReceivedDetail | null): AskState {
  const cache = useQueryClient();
  const [key] = useState(() => {
    const made = ['ask-draft', contact, keeps?.row.id ?? null] as const;
    cache.setQueryDefaults(made, { gcTime: Number.POSITIVE_INFINITY });
    return made;
  });
  const start = (): AskForm => {
    const fresh = freshAsk(contact, people, engineNow());
    return keeps === null ? fresh : keepAsk(fresh, keeps);
  };
  const [kept, setKept] = useState(() => cache.getQueryData<AskForm>(key) !== undefined);
  const [form, setForm] = useState(() => cache.getQueryData<AskForm>(key) ?? start());
  const drop = (): void => cache.removeQueries({ queryKey: key });
  return {
    form,
    kept,
    change(part) {
      const next = { ...form, ...part };
      setForm(next);
      cache.setQueryData(key, next);
    },
    startAgain() {
      setForm(start());
      setKept(false);
      drop();
    },
    drop,
  };
}
