import { type FormEvent, useEffect, useRef, useState } from 'react';
import { MAX_CHUNK } from '../../../shared/limits.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { addPersonText } from '../../../shared/text/people.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Button } from '../../components/button.tsx';
import { TextArea } from '../../components/text-input.tsx';
import { useAct } from '../../lib/act.ts';
import { replace } from '../../lib/route.ts';

/** Takes in the card someone sent: it becomes a person whose words are still to be compared. */
export function AddPerson() {
  const read = useAct('inbox.read');
  const [text, setText] = useState('');
  const [notCard, setNotCard] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const readOnly = useWhyReadOnly();
  useEffect(() => field.current?.focus(), []);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const card = text.trim();
    if (card === '') return;
    const reply = await read.run({ source: { text: card } });
    if (!reply.ok) return field.current?.focus();
    if (reply.value.kind !== 'card' || reply.value.contact === null) return setNotCard(true);
    replace({ view: 'people', person: reply.value.contact });
  };
  const error = notCard ? addPersonText.notCard : read.failure && errorLine(read.failure.code, read.failure.facts);
  return (
    <form className="stack intake" onSubmit={(event) => void submit(event)}>
      <h1>{addPersonText.title}</h1>
      <p className="soft pretty">{addPersonText.lead}</p>
      <TextArea
        ref={field}
        mono
        rows={6}
        label={addPersonText.field}
        value={text}
        onChange={(typed) => {
          setText(typed);
          setNotCard(false);
          read.forget();
        }}
        maxLength={MAX_CHUNK}
        error={error}
      />
      <div>
        <Button type="submit" variant="primary" why={readOnly} busy={read.busy ? addPersonText.reading : null}>
          {addPersonText.read}
        </Button>
      </div>
    </form>
  );
}
