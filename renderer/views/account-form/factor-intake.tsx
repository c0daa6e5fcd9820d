import { useState } from 'react';
import { factorText } from '../../../shared/text/accounts.ts';
import { intakeText } from '../../../shared/text/account-form.ts';
import { commonText } from '../../../shared/text/common.ts';
import { useVaultBanner } from '../../app/vault-banner.tsx';
import { Bar } from '../../components/bar.tsx';
import { Select } from '../../components/select.tsx';
import { View } from '../../components/window.tsx';
import { useAsk } from '../../lib/query.ts';
import { back } from '../../lib/route.ts';
import { FactorNote } from './factor-note.tsx';
import { KeyConfirm } from './key-confirm.tsx';
import { KeyInput, type PendingKey } from './key-input.tsx';

type Kind = keyof typeof factorText;
const kinds = Object.keys(factorText) as Kind[];

/** Takes in how a platform asks for a second step: an authenticator's key, or a note on any other way. */
export function FactorIntake({ account }: { readonly account: string }) {
  const banner = useVaultBanner();
  const { data } = useAsk('accounts.get', { id: account });
  const [kind, setKind] = useState<Kind>('authenticator');
  const [pending, setPending] = useState<PendingKey | null>(null);
  return (
    <View banner={banner} bar={<Bar title={intakeText.title} sub={data?.title} back={{ label: commonText.back, onBack: back }} />}>
      <div className="scroll" data-pane="detail">
        <div className="editor slim">
          {pending === null && (
            <Select
              label={intakeText.how}
              value={kind}
              onChange={setKind}
              options={kinds.map((value) => ({ value, label: factorText[value] }))}
            />
          )}
          {kind !== 'authenticator' ? (
            <FactorNote key={kind} account={account} kind={kind} />
          ) : pending === null ? (
            <KeyInput onRead={setPending} />
          ) : (
            <KeyConfirm account={account} pending={pending} onDifferent={() => setPending(null)} />
          )}
        </div>
      </div>
    </View>
  );
}
