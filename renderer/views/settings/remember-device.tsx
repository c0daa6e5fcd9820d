import { useState } from 'react';
import { commonText } from '../../../shared/text/common.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { keychainFaults } from '../../../shared/text/keychain.ts';
import { deviceText, passphraseText } from '../../../shared/text/settings.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Button } from '../../components/button.tsx';
import { Caption } from '../../components/card.tsx';
import { useAct } from '../../lib/act.ts';
import { engineNow } from '../../lib/clock-sync.ts';
import { useAsk, useStale } from '../../lib/query.ts';
import { showToast } from '../../lib/toast-store.ts';
import { AskPassword } from '../ask-password.tsx';
import { SettingRow } from './setting-row.tsx';
import { useKeychain } from './use-keychain.ts';

/** Whether the keychain of this computer may open the vault, and what that does not protect from. */
export function RememberDevice() {
  const { data: health } = useAsk('vault.health', {});
  const [asking, setAsking] = useState(false);
  if (health === undefined) return null;
  const { remembered, until } = health.device;
  return (
    <section className="block">
      <Caption>{deviceText.title}</Caption>
      <div className="card">
        {remembered ? (
          <SettingRow title={deviceText.on} lead={until === null ? deviceText.onLead : deviceText.until(until, engineNow())}>
            <Forget />
          </SettingRow>
        ) : (
          <Off onAsk={() => setAsking(true)} />
        )}
        <p className="setting-note small soft pretty">{deviceText.honest}</p>
      </div>
      {asking && <Remember onClose={() => setAsking(false)} />}
    </section>
  );
}

function Off({ onAsk }: { readonly onAsk: () => void }) {
  const { state, again } = useKeychain();
  const whyNot = useWhyReadOnly();
  const fault = state === null || state.available ? null : keychainFaults[state.reason];
  return (
    <SettingRow title={deviceText.off} lead={fault ?? deviceText.offLead}>
      {fault !== null && state?.reason !== 'absent' && (
        <Button variant="quiet" onClick={again}>
          {deviceText.again}
        </Button>
      )}
      <Button busy={state === null ? deviceText.asking : null} why={whyNot ?? fault} onClick={onAsk}>
        {deviceText.remember}
      </Button>
    </SettingRow>
  );
}

function Forget() {
  const forget = useAct('device.forget');
  const stale = useStale('vault.health');
  const act = async (): Promise<void> => {
    const reply = await forget.run({});
    if (!reply.ok && reply.code === 'busy') return;
    showToast({ text: reply.ok ? deviceText.forgotten : errorLine(reply.code, reply.facts) });
    stale();
  };
  return (
    <Button busy={forget.busy ? deviceText.forgetting : null} onClick={() => void act()}>
      {deviceText.forget}
    </Button>
  );
}

function Remember({ onClose }: { readonly onClose: () => void }) {
  const remember = useAct('device.remember');
  const stale = useStale('vault.health');
  const act = async (password: string): Promise<void> => {
    const reply = await remember.run({ password });
    if (!reply.ok) return;
    stale();
    showToast({ text: deviceText.done });
    onClose();
  };
  return (
    <AskPassword
      title={`${deviceText.remember}?`}
      lead={deviceText.askLead}
      label={passphraseText.yours}
      safe={commonText.cancel}
      act={deviceText.remember}
      acting={deviceText.asking}
      doing={remember}
      onAct={(password) => void act(password)}
      onClose={onClose}
    />
  );
}
