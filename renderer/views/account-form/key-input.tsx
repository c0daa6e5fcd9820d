import { type FormEvent, useEffect, useRef, useState } from 'react';
import { intakeText } from '../../../shared/text/account-form.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { Button } from '../../components/button.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { useAct } from '../../lib/act.ts';
import type { EngineResult } from '../../lib/engine.ts';
import { groupKey } from './key-groups.ts';

/** A key that waits in the engine to be confirmed. */
export type PendingKey = EngineResult<'factors.read'>;

export type KeyInputProps = { readonly onRead: (pending: PendingKey) => void };

/** The field a setup key or an otpauth address is typed into; what was read waits in the engine and leaves this page. */
export function KeyInput({ onRead }: KeyInputProps) {
  const read = useAct('factors.read');
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const change = (text: string): void => {
    read.forget();
    // Grouping while one types in the middle would carry the caret away.
    const atEnd = field.current === null || field.current.selectionStart === text.length;
    setTyped(atEnd ? groupKey(text) : text);
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (typed.trim() === '') return;
    const reply = await read.run({ text: typed.trim() });
    if (!reply.ok) return;
    setTyped('');
    onRead(reply.value);
  };
  return (
    <form className="stack intake" onSubmit={(event) => void submit(event)}>
      <p className="soft pretty">{intakeText.lead}</p>
      <TextInput
        ref={field}
        mono
        label={intakeText.field}
        value={typed}
        onChange={change}
        maxLength={4096}
        autoCapitalize="off"
        hint={intakeText.fieldHint}
        error={read.failure && errorLine(read.failure.code, read.failure.facts)}
      />
      <div>
        <Button type="submit" variant="primary" busy={read.busy ? intakeText.reading : null}>
          {intakeText.read}
        </Button>
      </div>
    </form>
  );
}
