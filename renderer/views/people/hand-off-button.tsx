import { useState } from 'react';
import type { Contact } from '../../../shared/contracts/engine/people.ts';
import { accountText } from '../../../shared/text/accounts.ts';
import { firstName } from '../../../shared/text/common.ts';
import { peopleText } from '../../../shared/text/people.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Button } from '../../components/button.tsx';
import { plainLine } from '../../lib/plain-text.ts';
import { go } from '../../lib/route.ts';
import { ChooseAccount } from '../inbox/choose-account.tsx';

/** Begins a handoff to someone: which account is asked first. */
export function HandOffButton({ person }: { readonly person: Contact }) {
  const [open, setOpen] = useState(false);
  const readOnly = useWhyReadOnly();
  return (
    <>
      <Button variant="primary" icon="handOff" why={readOnly} onClick={() => setOpen(true)}>
        {accountText.handOff}
      </Button>
      <ChooseAccount
        open={open}
        lead={peopleText.handOffWhat(plainLine(firstName(person.name)))}
        onClose={() => setOpen(false)}
        onChoose={({ id }) => {
          setOpen(false);
          go({ view: 'handoff', account: id, contact: person.id });
        }}
      />
    </>
  );
}
