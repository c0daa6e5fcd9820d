import { Fragment, useEffect, useState } from 'react';
import type { AccountDetail } from '../../../shared/contracts/engine/accounts.ts';
import { accountText } from '../../../shared/text/accounts.ts';
import { formatDay } from '../../../shared/text/dates.ts';
import { strengthText } from '../../../shared/text/strength.ts';
import { Field } from '../../components/field.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import type { EngineResult } from '../../lib/engine.ts';
import { useAsk } from '../../lib/query.ts';
import { go } from '../../lib/route.ts';

type Quality = EngineResult<'strength.account'>;

/** Milliseconds an account is shown before its password is judged: whoever goes down a list waits for none of them. */
const REST_MS = 400;

/** How long the password of an account withstands guessing, since when it is, and which accounts have the same. Nothing of it comes to the page. */
export function PasswordQuality({ account }: { readonly account: AccountDetail }) {
  const { id, password } = account;
  const rests = useRest();
  const { data } = useAsk('strength.account', { id }, { when: rests && password !== null });
  if (password === null) return null;
  const strength = data?.strength ?? null;
  const isLater = data?.reused.judged === 'later';
  const changed = accountText.changed(formatDay(password.changed, engineNow()));
  return (
    <Field name={strengthText.label} wraps>
      {strength === null ? (
        <span className="faint">
          {data === undefined ? strengthText.judging : isLater ? strengthText.later : strengthText.failed}
        </span>
      ) : (
        <span className={strength.score < 2 ? 'c-ending strong' : undefined}>
          {strengthText.account(strength.score, strength.seconds)}
        </span>
      )}
      {isLater && <span className="small soft beneath">{strengthText.laterWhy}</span>}
      {strength !== null && <span className="small soft beneath">{strengthText.assumed}</span>}
      <span className="small soft beneath">{changed}</span>
      {data?.reused.judged === 'now' && data.reused.total > 0 && <Reused reused={data.reused} />}
    </Field>
  );
}

/** True once this account has been shown for a while. */
function useRest(): boolean {
  const [rests, setRests] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setRests(true), REST_MS);
    return () => clearTimeout(timer);
  }, []);
  return rests;
}

function Reused({ reused: { total, first } }: { readonly reused: Extract<Quality['reused'], { judged: 'now' }> }) {
  return (
    <span className="small beneath">
      <span className="c-ending strong">{strengthText.reused(total)}</span>
      {': '}
      {first.map(({ id, title, username }, at) => (
        <Fragment key={id}>
          {at > 0 && ', '}
          <button type="button" className="link" onClick={() => go({ view: 'accounts', client: 'all', account: id, open: true })}>
            {username === null ? title : `${title} (${username})`}
          </button>
        </Fragment>
      ))}
      {total > first.length && ` ${strengthText.more(total - first.length)}`}
    </span>
  );
}
