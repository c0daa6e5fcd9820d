import { useState } from 'react';
import type { ReceivedDetail } from '../../../shared/contracts/engine/grants.ts';
import type { Sealed } from '../../../shared/contracts/engine/inbox.ts';
import type { Contact } from '../../../shared/contracts/engine/people.ts';
import { delegationFor } from '../../../shared/platforms/delegation.ts';
import { commonText, firstName } from '../../../shared/text/common.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { handoffText } from '../../../shared/text/handoff.ts';
import { askText } from '../../../shared/text/requests.ts';
import { useVaultBanner } from '../../app/vault-banner.tsx';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Bar } from '../../components/bar.tsx';
import { Button } from '../../components/button.tsx';
import { View } from '../../components/window.tsx';
import { isKept, useAct } from '../../lib/act.ts';
import { useCommand } from '../../lib/commands.ts';
import { plainLine } from '../../lib/plain-text.ts';
import { usePlatformFacts } from '../../lib/platform-facts.ts';
import { back } from '../../lib/route.ts';
import { showToast } from '../../lib/toast-store.ts';
import { missingIn, requestOf } from './ask-form.ts';
import { AskNumbers } from './ask-numbers.tsx';
import { AskResult } from './ask-result.tsx';
import { AskWhat } from './ask-what.tsx';
import { AskWhen } from './ask-when.tsx';
import { AskWho } from './ask-who.tsx';
import { useAskForm } from './use-ask-form.ts';

export type AskEditorProps = {
  /** Everyone who can be asked. */
  readonly people: readonly Contact[];
  /** Whom the place was opened for; null when nobody in particular. */
  readonly contact: string | null;
  /** What is to be kept for longer; null for a request of something new. */
  readonly keeps: ReceivedDetail | null;
};

/** Puts a request together: whom, what, what for, until when; makes it, and gives it out. */
export function AskEditor({ people, contact, keeps }: AskEditorProps) {
  const banner = useVaultBanner();
  const whyReadOnly = useWhyReadOnly();
  const { form, kept, change, startAgain, drop } = useAskForm(contact, people, keeps);
  const facts = usePlatformFacts();
  const delegation = delegationFor(facts?.get(form.platform) ?? null);
  const make = useAct('requests.make');
  const [made, setMade] = useState<{ readonly request: string; readonly sealed: Sealed } | null>(null);
  const person = form.open ? null : (people.find(({ id }) => id === form.contact) ?? null);
  const name = person === null ? null : plainLine(firstName(person.name));
  // A person removed meanwhile is nobody to ask.
  const missing = missingIn({ ...form, contact: person?.id ?? null }, delegation);
  const why = whyReadOnly ?? missing;
  const run = async (): Promise<void> => {
    if (why !== null || make.busy) return;
    const reply = await make.run(requestOf(form, delegation));
    if (!reply.ok && !isKept(reply)) return;
    drop();
    if (reply.ok) return setMade(reply.value);
    showToast({ text: commonText.notSavedYet });
    back();
  };
  useCommand('seal', made === null ? () => void run() : null);
  if (made !== null)
    return (
      <View banner={banner} bar={<Bar title={name === null ? askText.ready : askText.readyFor(name)} sub={form.account} />}>
        <AskResult {...made} name={name} account={form.account} />
      </View>
    );
  return (
    <View
      banner={banner}
      bar={
        <Bar
          title={askText.title}
          back={{ label: commonText.back, onBack: back }}
          actions={
            <>
              {kept && (
                <Button variant="quiet" size="small" onClick={startAgain}>
                  {handoffText.startAgain}
                </Button>
              )}
              <Button variant="quiet" keys="Escape" onClick={back}>
                {commonText.cancel}
              </Button>
            </>
          }
        />
      }
    >
      <section className="scroll ask-form" aria-label={askText.form} data-pane="form">
        <div className="stack">
          <AskWho people={people} person={person} form={form} onChange={change} />
          <AskWhat form={form} delegation={delegation} onChange={change} />
          <AskWhen form={form} person={person} onChange={change} />
          <AskNumbers form={form} delegation={delegation} onChange={change} />
          {make.failure !== null && (
            <p className="hint error" role="alert">
              {errorLine(make.failure.code, make.failure.facts)}
            </p>
          )}
          <div className="row wrap ask-make">
            <Button
              variant="primary"
              size="large"
              icon={form.open ? 'send' : 'sealed'}
              keys="Mod+Enter"
              busy={make.busy ? askText.making : null}
              why={why}
              onClick={() => void run()}
            >
              {name === null ? askText.makeOpen : askText.make(name)}
            </Button>
            <span className="small soft" role="status">
              {why}
            </span>
          </div>
        </div>
      </section>
    </View>
  );
}
