import { type Delegation, delegationFor } from '../../../shared/platforms/delegation.ts';
import { valueOf } from '../../../shared/platforms/fact.ts';
import type { Catalogue, KnownPlatform } from '../../../shared/platforms/known-platform.ts';
import { waysText } from '../../../shared/text/business.ts';
import { sureText } from '../../../shared/text/runs.ts';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { askToOpen, linkOf } from '../../lib/link.ts';
import { usePlatforms } from '../../lib/platforms.ts';
import type { Centre } from './centre.ts';

export type CentreWaysProps = {
  readonly centre: Centre;
  readonly known: KnownPlatform;
  readonly delegation: Delegation;
  readonly facts: Catalogue | null;
};

/** The platform's own steps to let someone in, and for TikTok those to link an account. */
export function CentreWays({ centre: { row }, known, delegation, facts }: CentreWaysProps) {
  const mine = row.owner === 'me';
  const steps = mine ? delegation.ownerSteps : delegation.freelancerSteps;
  const account = row.platform === 'tiktok_business' ? delegationFor(facts?.get('tiktok') ?? null) : null;
  return (
    <>
      {steps.length > 0 && (
        <Card caption={mine ? waysText.invite : waysText.beLetIn} pad className="biz-ways" captionEnd={<OpenPage known={known} />}>
          <Numbered steps={steps} />
          <Sure of={delegation} />
        </Card>
      )}
      {account !== null && (
        <Card caption={waysText.link} note={waysText.linkNote} pad className="biz-ways">
          <div className="biz-two">
            <Part title={waysText.centre} steps={account.freelancerSteps} />
            <Part title={waysText.owner} steps={account.ownerSteps} />
          </div>
          <Sure of={account} />
        </Card>
      )}
    </>
  );
}

/** Opens the platform's page once the person has seen its host. */
function OpenPage({ known }: { readonly known: KnownPlatform }) {
  const platforms = usePlatforms();
  const link = linkOf(valueOf(known.own.signIn) ?? platforms.find(known.own.id)?.signIn ?? '');
  if (link === null) return null;
  return (
    <Button variant="quiet" size="small" icon="external" onClick={() => askToOpen(link)}>
      {waysText.open(link.host)}
    </Button>
  );
}

function Part({ title, steps }: { readonly title: string; readonly steps: readonly string[] }) {
  return (
    <div>
      <h3 className="small strong">{title}</h3>
      <Numbered steps={steps} />
    </div>
  );
}

function Numbered({ steps }: { readonly steps: readonly string[] }) {
  return (
    // The catalogue's sentences are English in every language of the window.
    <ol className="biz-steps" lang="en">
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}

function Sure({ of }: { readonly of: Delegation }) {
  const words = sureText[of.how.sure];
  return words === null ? null : <p className="small soft pretty">{words}</p>;
}
