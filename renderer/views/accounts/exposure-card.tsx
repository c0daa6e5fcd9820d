import type { AccountDetail } from '../../../shared/contracts/engine/accounts.ts';
import { accountText, codesStop, exposureText } from '../../../shared/text/accounts.ts';
import { firstName } from '../../../shared/text/common.ts';
import { Caption, Card } from '../../components/card.tsx';
import { Edge } from '../../components/promise-mark.tsx';
import { engineNow } from '../../lib/clock-sync.ts';

/** What others have seen of the account's secrets, and what never left. Exposures stand last and are never folded away. */
export function ExposureCard({ account }: { readonly account: AccountDetail }) {
  const { exposures, factors, access } = account;
  const now = engineNow();
  const hasSeed = factors.some((factor) => factor.kind === 'authenticator');
  const isOutside = factors.some(({ outside }) => outside);
  const codes = access.find((grant) => grant.what.includes('codes') && grant.until > now);
  if (!hasSeed && exposures.length === 0) {
    return (
      <>
        <Caption>{accountText.exposure}</Caption>
        <Card pad>
          <p className="small soft">{accountText.nothingExposed}</p>
        </Card>
      </>
    );
  }
  return (
    <>
      <Caption>{accountText.exposure}</Caption>
      <Card className="exposures">
        {hasSeed && !isOutside && (
          <Edge kind="sealed" label={accountText.seed}>
            {accountText.seedStays} {codes !== undefined && codesStop(firstName(codes.person.name), codes.until, now)}
          </Edge>
        )}
        {exposures.map((exposure) => {
          const { title, body } = exposureText({ ...exposure, seenBy: firstName(exposure.seenBy.name) }, now);
          return (
            <Edge key={exposure.id} kind="exposed" label={title}>
              {body}
            </Edge>
          );
        })}
        {isOutside && (
          <Edge kind="exposed" label={accountText.seed}>
            {accountText.seedOutside}
          </Edge>
        )}
      </Card>
    </>
  );
}
