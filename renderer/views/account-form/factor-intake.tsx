import { Fragment, useState } from 'react';
import { factorText } from '../../../shared/text/accounts.ts';
import { intakeText } from '../../../shared/text/account-form.ts';
import { commonText } from '../../../shared/text/common.ts';
import { useVaultBanner } from '../../app/vault-banner.tsx';
import { Bar } from '../../components/bar.tsx';
import { Select } from '../../components/select.tsx';
import { View } from '../../components/window.tsx';
import { isUnfinished, type PictureKeys } from '../../lib/picture.ts';
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
  const [found, setFound] = useState<PictureKeys | null>(null);
  // Counts the beginnings: what a picture goes on with ends with them.
  const [round, setRound] = useState(0);
  const again = (): void => {
    setPending(null);
    setFound(null);
    setRound(round + 1);
  };
  const land = (keys: PictureKeys): void => {
    const [first = null] = keys.found;
    if (keys.found.length === 1 && !isUnfinished(keys)) setPending(first);
    else setFound(keys);
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
            <Fragment key={round}>
              {found === null && <KeyInput onRead={setPending} />}
              {(found === null || isUnfinished(found)) && <PictureInput transfer={found?.transfer ?? null} onFound={land} />}
              {found !== null && <KeyChoice found={found} onChoose={setPending} onNone={again} />}
            </Fragment>
          ) : (
            <KeyConfirm
              key={pending.pending}
              account={account}
              pending={pending}
              onDifferent={found === null ? again : () => setPending(null)}
            />
          )}
        </div>
      </div>
    </View>
  );
}
