import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { engineNow } from '../../lib/clock-sync.ts';
import { type Asked, askedForm } from './asked-form.ts';
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
 * `contact` is whom the place was opened for; a draft kept for somebody else then gives way. `asked` is the request it answers.
 */
export function useHandoffForm(account: string, can: Lendable, contact: string | null, asked: Asked | null = null): FormState {
  const cache = useQueryClient();
  const fresh = (): HandoffForm => {
    const form = freshForm(can, contact, engineNow());
    return asked === null ? form : askedForm(form, asked, can, engineNow());
  };
  const [start] = useState(() => {
    const key = ['handoff-draft', account, asked?.request ?? null, asked?.narrow === true] as const;
    cache.setQueryDefaults(key, { gcTime: Number.POSITIVE_INFINITY });
    const left = cache.getQueryData<HandoffForm>(key);
    const fits = left !== undefined && (contact === null || left.contact === contact);
    return { key, form: fits ? left : fresh(), kept: fits };
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
      setForm(fresh());
      setKept(false);
      put(null);
    },
    drop: () => put(null),
  };
}
