import { useState } from 'react';
import type { AddedPlatform } from '../../../shared/contracts/engine/platforms.ts';
import { factsAge } from '../../../shared/platforms/facts-age.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { platformsText as text } from '../../../shared/text/platforms-page.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Button } from '../../components/button.tsx';
import { Caption } from '../../components/card.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useAct } from '../../lib/act.ts';
import { engineNow } from '../../lib/clock-sync.ts';
import { useAsk } from '../../lib/query.ts';
import { useCapability } from '../../lib/shell.ts';
import { showToast } from '../../lib/toast-store.ts';
import { AddPlatforms } from './add-platforms.tsx';

/** The platforms a person added or corrected, how old their facts are, and the ways to add and to remove one. */
export function PlatformsPage() {
  const { data } = useAsk('platforms.added', {});
  const canOpen = useCapability('open_dialog');
  const [asking, setAsking] = useState<AddedPlatform | null>(null);
  if (data === undefined) return null;
  return (
    <>
      <Caption end={canOpen && <AddPlatforms />}>{text.title}</Caption>
      {data.platforms.length === 0 ? (
        <div className="card setting-row">
          <div className="grow">
            <b>{text.none}</b>
            <p className="small soft pretty">{text.noneLead}</p>
          </div>
        </div>
      ) : (
        <ul className="card">
          {data.platforms.map((one) => (
            <AddedLine key={one.id} platform={one} onRemove={() => setAsking(one)} />
          ))}
        </ul>
      )}
      <p className="small soft pretty setting-under">{text.lead}</p>
      <p className="small soft pretty setting-under">{canOpen ? text.format : text.noDialog}</p>
      {asking !== null && <Remove platform={asking} onClose={() => setAsking(null)} />}
    </>
  );
}

function AddedLine({ platform, onRemove }: { readonly platform: AddedPlatform; readonly onRemove: () => void }) {
  const whyNot = useWhyReadOnly();
  const { name, domain, replaces, checked } = platform;
  return (
    <li className="setting-row">
      <div className="grow">
        <b>{name}</b> {domain !== null && <span className="small faint">{domain}</span>}
        <p className="small soft pretty">
          {replaces === null ? text.ownOnly : text.replacesBuiltIn} {factsAge(checked, engineNow()).sentence}
        </p>
      </div>
      <Button size="small" why={whyNot} aria-label={text.removeOf(name)} onClick={onRemove}>
        {text.remove}
      </Button>
    </li>
  );
}

function Remove({ platform, onClose }: { readonly platform: AddedPlatform; readonly onClose: () => void }) {
  const remove = useAct('platforms.remove');
  const act = async (): Promise<void> => {
    const reply = await remove.run({ id: platform.id });
    if (!reply.ok && reply.code === 'busy') return;
    showToast({ text: reply.ok ? text.removed(platform.name) : errorLine(reply.code, reply.facts) });
    onClose();
  };
  return (
    <Dialog
      loses
      open
      onClose={() => !remove.busy && onClose()}
      title={text.ask(platform.name)}
      lead={platform.replaces === null ? text.askOwn : text.askBuiltIn}
      safe={text.keep}
      act={{ label: text.remove, onAct: () => void act(), busy: remove.busy ? text.removing : null }}
    />
  );
}
