import { useState } from 'react';
import { commonText } from '../../../shared/text/common.ts';
import { formatDate } from '../../../shared/text/dates.ts';
import { passphraseText } from '../../../shared/text/settings.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Button } from '../../components/button.tsx';
import { Caption } from '../../components/card.tsx';
import { useAct } from '../../lib/act.ts';
import { engineNow } from '../../lib/clock-sync.ts';
import { useAsk, useStale } from '../../lib/query.ts';
import { AskPassword } from '../ask-password.tsx';
import { SettingRow } from './setting-row.tsx';
import { TestSheet } from './test-sheet.tsx';

const renewWork = { tasks: ['saving'], stops: ['saving'] } as const;

/** The recovery sheet: since when there is one, whether it was tested, and a new one. */
export function RenewSheet({ onMade }: { readonly onMade: (words: readonly string[]) => void }) {
  const { data: health } = useAsk('vault.health', {});
  const whyNot = useWhyReadOnly();
  const renew = useAct('vault.renewRecovery');
  const stale = useStale('vault.health');
  const [asking, setAsking] = useState<'test' | 'renew' | null>(null);
  const close = (): void => setAsking(null);
  const act = async (password: string): Promise<void> => {
    const reply = await renew.run({ password });
    if (!reply.ok) return;
    stale();
    onMade(reply.value.words);
  };
  if (health === undefined) return null;
  const { present, made, tested } = health.recovery;
  const now = engineNow();
  const lead = present
    ? [
        made === null ? '' : passphraseText.sheetMade(formatDate(made, now)),
        tested === null ? passphraseText.sheetUntested : passphraseText.sheetTested(formatDate(tested, now)),
      ].join(' ')
    : passphraseText.noSheet;
  return (
    <section className="block">
      <Caption>{passphraseText.sheet}</Caption>
      <div className="card">
        <SettingRow title={lead} lead={passphraseText.renewLead}>
          {present && <Button onClick={() => setAsking('test')}>{passphraseText.test}</Button>}
          <Button why={whyNot} onClick={() => setAsking('renew')}>
            {passphraseText.renew}
          </Button>
        </SettingRow>
      </div>
      {asking === 'test' && <TestSheet onClose={close} />}
      {asking === 'renew' && (
        <AskPassword
          title={passphraseText.renewAsk}
          lead={passphraseText.renewLead}
          label={passphraseText.yours}
          safe={commonText.cancel}
          act={passphraseText.renew}
          acting={passphraseText.renewing}
          doing={renew}
          work={renewWork}
          onAct={(password) => void act(password)}
          onClose={close}
        />
      )}
    </section>
  );
}
