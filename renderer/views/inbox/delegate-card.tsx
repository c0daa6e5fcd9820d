import type { ReactNode } from 'react';
import type { Delegation, Said } from '../../../shared/platforms/delegation.ts';
import { sureText } from '../../../shared/text/runs.ts';
import { gotText } from '../../../shared/text/requests.ts';
import { Card } from '../../components/card.tsx';
import { English } from '../../components/english.tsx';
import { Icon } from '../../components/icon.tsx';
import { Edge } from '../../components/promise-mark.tsx';
import { levelName, lowestFirst } from '../requests/ask-form.ts';

export type DelegateCardProps = {
  readonly delegation: Delegation;
  /** The account is marked as a business one. */
  readonly business: boolean;
  /** First name of who asks. */
  readonly name: string;
  /** What can be done. */
  readonly children: ReactNode;
};

/** The platform's own way to let someone in, beside what lending the password means; what is not known for sure says so. */
export function DelegateCard({ delegation, business, name, children }: DelegateCardProps) {
  const { how, lowest, ownerSteps, freelancerSteps, idExchanged, remove, available } = delegation;
  const intro = [how.text, delegation.note].filter((part) => part !== null).join(' ');
  const ours = [business ? gotText.business : null, sureText[delegation.sure]].filter((part) => part !== null).join(' ');
  return (
    <Card pad className="delegate">
      <div className="delegate-head">
        <span className="glyph">
          <Icon name="people" size="large" />
        </span>
        <div>
          <h3>{available === 'partly' ? gotText.delegatePartly : gotText.delegate}</h3>
          <p className="soft pretty">
            <English>{intro}</English> {ours}
          </p>
        </div>
      </div>
      <dl className="delegate-facts small">
        {lowest.map((level) => (
          <Fact key={levelName(level)} name={gotText.give}>
            <b lang="en">{levelName(level)}</b>{' '}
            <span className="soft" lang="en">
              {level.can}
            </span>
          </Fact>
        ))}
        {idExchanged.text !== null && (
          <Fact name={gotText.exchanged}>
            <Sentence of={idExchanged} />
          </Fact>
        )}
      </dl>
      <div className="delegate-steps small">
        {ownerSteps.length > 0 && <Steps title={gotText.steps} steps={ownerSteps} />}
        {freelancerSteps.length > 0 && <Steps title={gotText.theirSteps(name)} steps={freelancerSteps} />}
      </div>
      <div className="delegate-compare">
        <Edge strong kind="platform" label={gotText.withRole}>
          {remove.menu === null ? gotText.withRoleBody : gotText.withRoleAt(remove.menu)}
        </Edge>
        <Edge strong kind="exposed" label={gotText.withPassword}>
          {gotText.withPasswordBody}
        </Edge>
      </div>
      {children}
      <Details delegation={delegation} />
    </Card>
  );
}

/** What the catalogue says of the platform, and how sure that is. */
function Sentence({ of: { text, sure } }: { readonly of: Said }) {
  return (
    <>
      <English>{text}</English> {sureText[sure]}
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Steps({ title, steps }: { readonly title: string; readonly steps: readonly string[] }) {
  return (
    <div>
      <b>{title}</b>
      <ol className="inbox-steps" lang="en">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </div>
  );
}

/** What only somebody who weighs the two ways wants to read. */
function Details({ delegation }: { readonly delegation: Delegation }) {
  const { levels, levelsNote, levelsSure, doesNotReturn, remove } = delegation;
  const sure = sureText[levelsSure];
  return (
    <details className="small delegate-more">
      <summary>{gotText.details}</summary>
      {levels.length > 0 && (
        <>
          <h4>{gotText.levels}</h4>
          <ul>
            {lowestFirst(levels).map((level) => (
              <li key={levelName(level)}>
                <b lang="en">{levelName(level)}</b>
                {level.lowest === true && <span className="c-sealed"> {gotText.lowest}</span>}{' '}
                <span className="soft" lang="en">
                  {[level.can, level.note].filter((part) => part !== undefined).join(' ')}
                </span>
              </li>
            ))}
          </ul>
          {(levelsNote !== null || sure !== null) && (
            <p className="soft">
              <English>{levelsNote}</English> {sure}
            </p>
          )}
        </>
      )}
      <h4>{gotText.stays}</h4>
      <ul>
        {doesNotReturn.map(({ text, theirs: isTheirs }) => (
          <li key={text} lang={isTheirs ? 'en' : undefined}>
            {text}
          </li>
        ))}
      </ul>
      {remove.text !== null && (
        <p className="soft">
          <Sentence of={remove} />
        </p>
      )}
    </details>
  );
}
