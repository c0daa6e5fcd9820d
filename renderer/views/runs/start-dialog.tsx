import { useState } from 'react';
import { MAX_ROWS } from '../../../shared/limits.ts';
import { commonText } from '../../../shared/text/common.ts';
import { startText as text } from '../../../shared/text/runs.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Select } from '../../components/select.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { useAsk } from '../../lib/query.ts';
import { AppointmentDialog } from './appointment-dialog.tsx';
import { useStartRun } from './use-start-run.ts';

const kinds = ['leaver', 'before_handoff', 'sign_in_appointment', 'put_authenticator', 'account_recovery'] as const;
type Kind = (typeof kinds)[number];

/** Asks what a run is to be about, and starts it. Mounted while it is open. */
export function StartDialog({ onClose }: { readonly onClose: () => void }) {
  const [kind, setKind] = useState<Kind>('leaver');
  const [query, setQuery] = useState('');
  const [account, setAccount] = useState('');
  const [person, setPerson] = useState('');
  const [agreeing, setAgreeing] = useState(false);
  const { start, busy } = useStartRun();
  const page = { sort: 'used' as const, trashed: false, offset: 0, limit: MAX_ROWS };
  const accounts = useAsk('accounts.list', { query, ...page }, { keep: true }).data?.rows ?? [];
  const people = useAsk('people.list', {}).data?.people ?? [];
  const ofPerson = kind === 'leaver';
  const chosen = accounts.find(({ id }) => id === account) ?? accounts[0];
  const leaving = people.find(({ id }) => id === person) ?? people[0];
  const why = ofPerson ? (leaving === undefined ? text.noPerson : null) : chosen === undefined ? text.noAccount : null;
  const begin = async (): Promise<void> => {
    if (kind === 'leaver') {
      if (leaving !== undefined && (await start({ kind, contact: leaving.id }))) onClose();
    } else if (chosen !== undefined) {
      if (kind === 'sign_in_appointment') setAgreeing(true);
      else if (await start({ kind, account: chosen.id })) onClose();
    }
  };
  if (agreeing && chosen !== undefined)
    return <AppointmentDialog account={chosen} contact={null} agreed={null} onClose={onClose} />;
  return (
    <Dialog
      open
      onClose={onClose}
      title={text.title}
      safe={commonText.cancel}
      act={{ label: text.go, onAct: () => void begin(), busy: busy ? text.starting : null, why }}
    >
      <div className="stack">
        <Select label={text.what} value={kind} onChange={setKind} options={kinds.map((value) => ({ value, label: text[value] }))} />
        {ofPerson && leaving !== undefined && (
          <Select
            label={text.person}
            value={leaving.id}
            onChange={setPerson}
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        {!ofPerson && <TextInput label={text.find} value={query} onChange={setQuery} maxLength={200} />}
        {!ofPerson && chosen !== undefined && (
          <Select
            label={text.account}
            value={chosen.id}
            onChange={setAccount}
            options={accounts.map(({ id, title, username }) => ({
              value: id,
              label: [title, username].filter((part) => part !== null).join(' · '),
            }))}
          />
        )}
        {why !== null && <p className="hint">{why}</p>}
      </div>
    </Dialog>
  );
}
