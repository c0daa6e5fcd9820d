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
import { KeyChoice } from './key-choice.tsx';
import { KeyConfirm } from './key-confirm.tsx';
import { KeyInput, type PendingKey } from './key-input.tsx';
import { PictureInput } from './picture-input.tsx';

type Kind = keyof typeof factorText;
const kinds = Object.keys(factorText) as Kind[];

/** Takes in how a platform asks for a second step: an authenticator's key, or a note on any other way. */
export function FactorIntake({ account }: { readonly account: string }) {
  const banner = useVaultBanner();
  const { data } = useAsk('accounts.get', { id: account });
  const [kind, setKind] = useState<Kind>('authenticator');
  const [pending, setPending] = useState<PendingKey | null>(null);
  const [found, setFound] = useState<readonly PendingKey[] | null>(null);
  const again = (): void => {
    setPending(null);
    setFound(null);
  };
  return (
    <View banner={banner} bar={<Bar title={intakeText.title} sub={data?.title} back={{ label: commonText.back, onBack: back }} />}>
      <div className="scroll" data-pane="detail">
        <div className="editor slim">
          {pending === null && found === null && (
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
            found !== null ? (
              <KeyChoice found={found} onChoose={setPending} onNone={() => setFound(null)} />
            ) : (
              <>
                <KeyInput onRead={setPending} />
                <PictureInput onFound={(keys) => (keys.length === 1 ? setPending(keys[0] ?? null) : setFound(keys))} />
              </>
            )
          ) : (
            <KeyConfirm key={pending.pending} account={account} pending={pending} onDifferent={again} />
          )}
        </div>
      </div>
    </View>
  );
}
