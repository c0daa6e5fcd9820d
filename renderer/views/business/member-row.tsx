import type { MemberRow as Member } from '../../../shared/contracts/engine/business.ts';
import { memberText, standingText } from '../../../shared/text/business.ts';
import { inLine } from '../../../shared/text/common.ts';
import { fileText } from '../../../shared/text/vault.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Button } from '../../components/button.tsx';
import { Face } from '../../components/face.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { Menu } from '../../components/menu.tsx';
import { Tag } from '../../components/tag.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { plainLine } from '../../lib/plain-text.ts';
import type { Centre } from './centre.ts';
import { CopyNumber } from './copy-number.tsx';
import { useSavingAloud } from './use-saving.ts';

const SOON = 7 * 86_400;

export type MemberRowProps = {
  readonly centre: Centre;
  readonly member: Member;
  readonly onChange: () => void;
  readonly onRemove: () => void;
};

/** Somebody in a centre: at which level, for what, until when, and what is to be done about it. */
export function MemberRow({ centre, member, onChange, onRemove }: MemberRowProps) {
  const { number, level, lowest, state, over, note } = member;
  // Filled in from a card, as a rule, which is someone else's writing.
  const name = plainLine(member.name);
  const readOnly = useWhyReadOnly();
  const isOut = state === 'removed';
  const outWord = state === 'active' ? memberText.remove : state === 'asked' ? memberText.declined : memberText.takenBack;
  const uses = centre.assets.filter(({ id }) => member.assets.includes(id)).map((thing) => thing.name);
  return (
    <li className={isOut ? 'biz-member is-out' : 'biz-member'}>
      <Face name={name} />
      <div className="biz-who">
        <p>
          <b>{name}</b> <span className="small soft">{asWords(member)}</span>
        </p>
        <p className="small">
          {level} {lowest && <span className="c-sealed strong">{memberText.lowest}</span>}
        </p>
        {!isOut && number !== null && (
          <p className="small soft row">
            <span className="mono">{number}</span>
            <CopyNumber of={member.id} value={number} name={name} />
          </p>
        )}
        {!isOut && uses.length > 0 && <p className="small soft">{memberText.uses(uses)}</p>}
        {note !== null && <p className="small soft">{note}</p>}
      </div>
      <div className="biz-stands">
        <Standing member={member} />
        {!isOut && (
          <div className="biz-acts">
            {over && (
              <Button variant="danger" size="small" why={readOnly} onClick={onRemove}>
                {outWord}
              </Button>
            )}
            {state !== 'active' && !over && <IsIn centre={centre.row.id} member={member} why={readOnly} />}
            <Menu
              trigger={<IconButton icon="dots" size="small" label={memberText.edit(name)} />}
              entries={[
                { label: memberText.change, icon: 'edit', why: readOnly === null ? null : fileText.readOnly, onAct: onChange },
                {
                  label: outWord,
                  icon: 'x',
                  why: readOnly === null ? null : fileText.readOnly,
                  onAct: onRemove,
                },
              ]}
            />
          </div>
        )}
      </div>
    </li>
  );
}

/** That it is a firm, and whom of one’s people it goes by. */
function asWords({ as, name, person }: Member): string {
  const firm = as === 'partner' ? inLine(memberText.partner) : null;
  const by = person === null || person.name === name ? null : plainLine(person.name);
  return [firm, by].filter((part) => part !== null).join(' · ');
}

function Standing({ member }: { readonly member: Member }) {
  const now = engineNow();
  const { state, until, over } = member;
  const words = standingText(member, now);
  if (!over && (state !== 'active' || until === null)) return <span className="small soft">{words}</span>;
  return <Tag tone={over ? 'exposed' : (until ?? now) - now > SOON ? 'calm' : 'ending'}>{words}</Tag>;
}

type IsInProps = { readonly centre: string; readonly member: Member; readonly why: string | null };

/** Says that who waited is in now; the rest stays as it was noted. */
function IsIn({ centre, member, why }: IsInProps) {
  const save = useSavingAloud('business.saveMember');
  const { id, as, person, name, number, level, lowest, assets, until, note } = member;
  const say = (): void =>
    void save({
      ...{ id, centre, as, contact: person?.contact ?? null, name, number, level, lowest, assets, until, note },
      state: 'active',
    });
  return (
    <Button size="small" icon="check" why={why} onClick={say}>
      {memberText.isIn}
    </Button>
  );
}
