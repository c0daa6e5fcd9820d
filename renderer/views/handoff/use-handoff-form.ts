import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { engineNow } from '../../lib/clock-sync.ts';
import { freshForm, type HandoffForm, type Lendable } from './handoff-form.ts';

/** A form, whether it differs from a new one, and the ways to change it. */
export interface FormState {
  readonly form: HandoffForm;
  /** It was begun earlier and left. */
  readonly kept: boolean;
  readonly change: (part: Partial<HandoffForm>) => void;
  /** Puts a new form in its place. */
  readonly startAgain: () => void;
  /** Keeps nothing any more, as when it was sealed. */
  readonly drop: () => void;
}

/**
 * The handoff of one account, kept beside the facts of the open vault when the person looks elsewhere, and gone with them at lock.
 * `contact` is whom the place was opened for; a draft kept for somebody else then gives way.
 */
export function useHandoffForm(account: string, can: Lendable, contact: string | null): FormState {
  const cache = useQueryClient();
  const [start] = useState(() => {
    const key = ['handoff-draft', account] as const;
    cache.setQueryDefaults(key, { gcTime: Number.POSITIVE_INFINITY });
    const left = cache.getQueryData<HandoffForm>(key);
    const fits = left !== undefined && (contact === null || left.contact === contact);
    return { key, form: fits ? left : freshForm(can, contact, engineNow()), kept: fits };
  });
  const [form, setForm] = useState(start.form);
  const [kept, setKept] = useState(start.kept);
  const put = useCallback(
    (next: HandoffForm | null) => {
      if (next === null) cache.removeQueries({ queryKey: start.key });
      else cache.setQueryData(start.key, next);
    },
    [cache, start.key],
  );
  return {
    form,
    kept,
    change(part) {
      const next = { ...form, ...part };
      setForm(next);
      put(next);
    },
    startAgain() {
      setForm(freshForm(can, contact, engineNow()));
      setKept(false);
      put(null);
    },
    drop: () => put(null),
  };
}
