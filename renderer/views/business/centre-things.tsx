import type { AssetKind, AssetRow } from '../../../shared/contracts/engine/business.ts';
import { assetKindText, thingText } from '../../../shared/text/business.ts';
import { promiseText } from '../../../shared/text/common.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Button } from '../../components/button.tsx';
import { Caption, Card } from '../../components/card.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import type { IconName } from '../../components/icon.tsx';
import { Mark } from '../../components/mark.tsx';
import { PromiseMark } from '../../components/promise-mark.tsx';
import type { Centre } from './centre.ts';
import { CopyNumber } from './copy-number.tsx';

const icons: Record<AssetKind, IconName> = {
  ad_account: 'megaphone',
  account: 'at',
  page: 'page',
  channel: 'play',
  shop: 'cart',
  pixel: 'bolt',
  catalogue: 'parcel',
  site: 'globe',
  other: 'tag',
};

export type CentreThingsProps = {
  readonly centre: Centre;
  /** Changes a thing; null adds one. */
  readonly onThing: (thing: AssetRow | null) => void;
};

/** What the centre owns, and what other centres let it use. */
export function CentreThings({ centre: { assets }, onThing }: CentreThingsProps) {
  const readOnly = useWhyReadOnly();
  const group = (hold: AssetRow['hold'], name: string, note: string, none: string) => {
    const things = assets.filter((thing) => thing.hold === hold);
    return (
      <Card caption={name} note={note}>
        {things.length === 0 ? (
          <p className="small soft biz-none">{none}</p>
        ) : (
          <ul className="biz-rows">
            {things.map((thing) => (
              <Thing key={thing.id} thing={thing} readOnly={readOnly} onEdit={() => onThing(thing)} />
            ))}
          </ul>
        )}
      </Card>
    );
  };
  return (
    <section aria-label={thingText.things}>
      <Caption
        end={
          <>
            <PromiseMark kind="platform">{promiseText.platform}</PromiseMark>
            <Button size="small" icon="plus" why={readOnly} onClick={() => onThing(null)}>
              {thingText.add}
            </Button>
          </>
        }
      >
        {thingText.things}
      </Caption>
      <div className="biz-two">
        {group('owns', thingText.owns, thingText.ownsNote, thingText.ownsEmpty)}
        {group('may_use', thingText.mayUse, thingText.mayUseNote, thingText.mayUseEmpty)}
      </div>
    </section>
  );
}

type ThingProps = { readonly thing: AssetRow; readonly readOnly: string | null; readonly onEdit: () => void };

function Thing({ thing: { id, kind, name, number, account }, readOnly, onEdit }: ThingProps) {
  return (
    <li className="biz-thing">
      <Mark icon={icons[kind]} size="small" />
      <span className="cut">
        <b className="cut">{name}</b>
        <span className="small soft cut">
          {[assetKindText[kind], account?.username ?? account?.title].filter((part) => part !== undefined).join(' · ')}
        </span>
        {number !== null && <span className="small mono cut">{number}</span>}
      </span>
      <span className="biz-acts">
        {number !== null && <CopyNumber of={id} value={number} name={name} />}
        <IconButton icon="edit" size="small" label={thingText.edit(name)} why={readOnly} onClick={onEdit} />
      </span>
    </li>
  );
}
