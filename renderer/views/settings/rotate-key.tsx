import { commonText } from '../../../shared/text/common.ts';
import { passphraseText } from '../../../shared/text/settings.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Button } from '../../components/button.tsx';
import { Caption } from '../../components/card.tsx';
import { useAct } from '../../lib/act.ts';
import { useStale } from '../../lib/query.ts';
import { AskPassword } from '../ask-password.tsx';
import { SettingRow } from './setting-row.tsx';

export type RotateKeyProps = {
  /** Whether it is asked for now; the page's other ways lead here too. */
  readonly asking: boolean;
  readonly onAsk: (asking: boolean) => void;
  readonly onMade: (words: readonly string[]) => void;
};

const rotateWork = { tasks: ['sealing'], stops: ['sealing'] } as const;

/** A fresh key for the whole vault, for when someone may know an old passphrase. */
export function RotateKey({ asking, onAsk, onMade }: RotateKeyProps) {
  const rotate = useAct('vault.rotateKey');
  const stale = useStale('vault.health');
  const whyNot = useWhyReadOnly();
  const act = async (password: string): Promise<void> => {
    const reply = await rotate.run({ password });
    if (!reply.ok) return;
    onAsk(false);
    stale();
    onMade(reply.value.words);
  };
  return (
    <section className="block">
      <Caption>{passphraseText.key}</Caption>
      <div className="card">
        <SettingRow title={passphraseText.someone} lead={passphraseText.keyLead}>
          <Button why={whyNot} onClick={() => onAsk(true)}>
            {passphraseText.rotate}
          </Button>
        </SettingRow>
      </div>
      {asking && (
        <AskPassword
          title={passphraseText.rotateAsk}
          lead={passphraseText.rotateLead}
          label={passphraseText.yours}
          safe={commonText.cancel}
          act={passphraseText.rotate}
          acting={passphraseText.rotating}
          doing={rotate}
          work={rotateWork}
          onAct={(password) => void act(password)}
          onClose={() => onAsk(false)}
        />
      )}
    </section>
  );
}
