import { useState } from 'react';
import type { AccountDetail } from '../../../shared/contracts/engine/accounts.ts';
import type { Sealed } from '../../../shared/contracts/engine/inbox.ts';
import type { RequestDetail } from '../../../shared/contracts/engine/requests.ts';
import type { Contact } from '../../../shared/contracts/engine/people.ts';
import { commonText, firstName } from '../../../shared/text/common.ts';
import { handoffText, sealedText } from '../../../shared/text/handoff.ts';
import { useVaultBanner } from '../../app/vault-banner.tsx';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Bar } from '../../components/bar.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { View } from '../../components/window.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { useCommand } from '../../lib/commands.ts';
import { back } from '../../lib/route.ts';
import { showToast } from '../../lib/toast-store.ts';
import { askedOf } from './asked-form.ts';
import { AskedLine } from './asked-line.tsx';
import { draftOf, lendableOf } from './handoff-form.ts';
import { HandoffResult } from './handoff-result.tsx';
import { ownZone } from './own-zone.ts';
import { blockOf, problemAt } from './problem-place.ts';
import { Promises } from './promises.tsx';
import { Rules } from './rules.tsx';
import { SealButton } from './seal-button.tsx';
import { Travels } from './travels.tsx';
import { useHandoffForm } from './use-handoff-form.ts';
import { usePreview } from './use-preview.ts';
import { useSeal } from './use-seal.ts';
import { When } from './when.tsx';
import { Who } from './who.tsx';

export type HandoffEditorProps = {
  readonly account: AccountDetail;
  readonly people: readonly Contact[];
  /** Whom the place was opened for; null when nobody in particular. */
  readonly contact: string | null;
  /** The request it is to answer; null for none. */
  readonly request: RequestDetail | null;
  /** Less than was asked is to be given. */
  readonly narrow: boolean;
};

/** Puts a handoff together: who, what, when, by which rules; beside it what that promises, and the sealing. */
export function HandoffEditor({ account, people, contact, request, narrow }: HandoffEditorProps) {
  const banner = useVaultBanner();
  const can = lendableOf(account);
  const [asked] = useState(() => askedOf(request, narrow));
  const state = useHandoffForm(account.id, can, contact, asked);
  const { form, change } = state;
  const zone = ownZone();
  const answers = asked !== null && form.contact === asked.contact;
  const { plan, failure } = usePreview(form, account.id, zone);
  const sealing = useSeal();
  const [asking, setAsking] = useState(false);
  const [result, setResult] = useState<{ readonly grant: string; readonly sealed: Sealed } | null>(null);
  const person = people.find(({ id, state: stands }) => id === form.contact && stands !== 'retired') ?? null;
  const name = person === null ? null : firstName(person.name);
  const whyNot = useWhyReadOnly();
  const blocked = whyNot ?? blockOf(person, plan, failure);

  const run = async (sendUnverified: boolean): Promise<void> => {
    setAsking(false);
    const draft = draftOf(form, account.id, zone, engineNow(), answers ? asked?.request : undefined);
    if (draft === null) return;
    const sealed = await sealing.run(draft, sendUnverified);
    if (sealed === null) return;
    state.drop();
    if (sealed !== 'kept') return setResult(sealed);
    showToast({ text: commonText.notSavedYet });
    back();
  };
  const seal = (): void => {
    if (blocked !== null || person === null || sealing.busy) return;
    if (person.state === 'verified') void run(false);
    else setAsking(true);
  };
  useCommand('seal', result === null ? seal : null);

  const sub = account.username === null ? account.title : `${account.title}, ${account.username}`;
  if (result !== null && person !== null) {
    return (
      <View banner={banner} bar={<Bar title={sealedText.sealed(firstName(person.name))} sub={sub} />}>
        <HandoffResult {...result} person={person.name} title={account.title} />
      </View>
    );
  }
  return (
    <View
      banner={banner}
      bar={
        <Bar
          title={handoffText.title}
          sub={sub}
          back={{ label: commonText.back, onBack: back }}
          actions={
            <>
              {state.kept && (
                <span className="row ho-kept">
                  <span className="small faint">{handoffText.draftKept}</span>
                  <Button variant="quiet" size="small" onClick={state.startAgain}>
                    {handoffText.startAgain}
                  </Button>
                </span>
              )}
              <Button variant="quiet" keys="Escape" onClick={back}>
                {commonText.cancel}
              </Button>
            </>
          }
        />
      }
    >
      <div className="ho-two">
        <section className="scroll ho-form" aria-label={handoffText.handoff} data-pane="form">
          {request !== null && asked !== null && (
            <AskedLine request={request} narrow={narrow} codes={can.codes} answers={answers} />
          )}
          <Who people={people} person={person} onChoose={(id) => change({ contact: id })} />
          <Travels account={account} can={can} form={form} onChange={change} problem={problemAt('travels', plan)} />
          <When
            form={form}
            plan={plan}
            can={can.codes}
            zone={zone}
            person={person}
            onChange={change}
            problems={{ windows: problemAt('windows', plan), lastDay: problemAt('lastDay', plan) }}
          />
          <Rules form={form} person={name} onChange={change} />
        </section>
        <aside className="aside ho-aside" aria-label={handoffText.promises} data-pane="promises">
          <Promises form={form} plan={plan} person={name} zone={zone} />
          <SealButton name={name} why={blocked} sealing={sealing} onSeal={seal} />
        </aside>
      </div>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={handoffText.uncheckedTitle(name ?? '')}
        lead={handoffText.uncheckedBody(name ?? '')}
        safe={handoffText.keepUnsealed}
        act={{ label: handoffText.sealAnyway, onAct: () => void run(true) }}
        loses
      />
    </View>
  );
}
