import type { AdCodeRow as AdCode } from '../../../shared/contracts/engine/business.ts';
import { adCodeText } from '../../../shared/text/ad-codes.ts';
import { commonText } from '../../../shared/text/common.ts';
import { formatDay, formatDuration } from '../../../shared/text/dates.ts';
import { fileText } from '../../../shared/text/vault.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { Menu } from '../../components/menu.tsx';
import { Ring } from '../../components/ring.tsx';
import { Tag } from '../../components/tag.tsx';
import { useCopy, useHeld } from '../../lib/clipboard.ts';
import { engineNow } from '../../lib/clock-sync.ts';
import { useEngine } from '../../lib/engine.ts';
import { plainLine } from '../../lib/plain-text.ts';
import { useNowWhile } from '../../lib/ticker.ts';

const DAY = 86_400;
const SOON = 3 * DAY;

/** The clipboard's name for the row of a code. */
const keyOf = (id: string): string => `ad-code/${id}`;

export type AdCodeRowProps = { readonly code: AdCode; readonly onEdit: () => void; readonly onWithdraw: () => void };

/** One code: how long it still runs, of which post, for whom, and what can be done with it. */
export function AdCodeRow({ code, onEdit, onWithdraw }: AdCodeRowProps) {
  const { about, person, state } = code;
  const readOnly = useWhyReadOnly();
  const shortWhy = readOnly === null ? null : fileText.readOnly;
  const live = state === 'live';
  return (
    <li className={live ? 'biz-code' : 'biz-code is-out'}>
      <Left code={code} />
      <div className="biz-who">
        <b className="cut">{about}</b>
        <Second code={code} />
      </div>
      <span className="biz-whom small">{person === null ? null : adCodeText.forWhom(plainLine(person.name))}</span>
      <End code={code} />
      <div className="biz-acts">
        {live && <Copy code={code} />}
        {live && (
          <Menu
            trigger={<IconButton icon="dots" size="small" label={adCodeText.more(about)} />}
            entries={[
              { label: commonText.edit, icon: 'edit', why: shortWhy, onAct: onEdit },
              { label: adCodeText.withdraw, icon: 'x', why: shortWhy, onAct: onWithdraw },
            ]}
          />
        )}
      </div>
    </li>
  );
}

function Left({ code: { state, from, until } }: { readonly code: AdCode }) {
  if (state !== 'live')
    return (
      <span className="biz-over-mark">
        <Icon name={state === 'withdrawn' ? 'x' : 'minus'} tone="faint" />
      </span>
    );
  const left = until - engineNow();
  const days = Math.max(0, Math.floor(left / DAY));
  return (
    <Ring size={44} value={left / (until - from)} label={adCodeText.left(days)}>
      <b aria-hidden="true">{days}</b>
    </Ring>
  );
}

function End({ code: { state, until, ended } }: { readonly code: AdCode }) {
  const now = engineNow();
  if (state === 'withdrawn') return <Tag tone="calm">{adCodeText.withdrawn(formatDay(ended ?? until, now))}</Tag>;
  const day = formatDay(until - 1, now);
  if (state === 'over') return <Tag tone="calm">{adCodeText.over(day)}</Tag>;
  return <Tag tone={until - now > SOON ? 'calm' : 'ending'}>{adCodeText.until(day)}</Tag>;
}

/** Whose post it is, or for how long the clipboard still has the code. */
function Second({ code: { id, account } }: { readonly code: AdCode }) {
  const held = useHeld(keyOf(id));
  const now = useNowWhile(held !== null);
  const left = held === null ? 0 : held.until - now;
  if (held !== null && left > 0)
    return (
      <span className="small c-sealed row">
        {adCodeText.copied(formatDuration(left))}
        <Ring size={16} tone="sealed" value={left / held.length} />
      </span>
    );
  return <span className="small soft cut">{[account.title, account.username].filter((part) => part !== null).join(' · ')}</span>;
}

/** Takes the code to the clipboard, which forgets it as it does every secret. */
function Copy({ code: { id, kept } }: { readonly code: AdCode }) {
  const engine = useEngine();
  const copy = useCopy();
  const take = (): void =>
    void copy({ key: keyOf(id), name: adCodeText.theCode, copy: () => engine.call('business.copyAdCode', { id }) });
  return (
    <Button size="small" icon="copy" why={kept ? null : adCodeText.notKept} onClick={take}>
      {adCodeText.copy}
    </Button>
  );
}
