import type { Device, ReadDevice } from '../../../shared/contracts/engine/devices.ts';
import { firstName } from '../../../shared/text/common.ts';
import { deviceListText as text, deviceText } from '../../../shared/text/devices.ts';
import { Check } from '../../components/check.tsx';
import { Icon } from '../../components/icon.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { Select } from '../../components/select.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { deviceIcon, type Owner, whoseOptions } from './device-state.ts';

export type DeviceListRowsProps = {
  readonly rows: readonly ReadDevice[];
  /** Devices noted as still in that the list does not show. */
  readonly gone: readonly Device[];
  readonly person: Owner | null;
  /** Those of `gone` that are to be noted as signed out. */
  readonly out: ReadonlySet<string>;
  readonly onChange: (rows: readonly ReadDevice[]) => void;
  readonly onOut: (out: ReadonlySet<string>) => void;
};

/** What was understood of a pasted list, to be corrected. What is not known stands out. */
export function DeviceListRows({ rows, gone, person, out, onChange, onOut }: DeviceListRowsProps) {
  const put = (at: number, part: Partial<ReadDevice>): void =>
    onChange(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  const mark = (id: string, isOut: boolean): void => {
    const next = new Set(out);
    if (isOut) next.add(id);
    else next.delete(id);
    onOut(next);
  };
  return (
    <div className="stack run-listed">
      <ul aria-label={text.title}>
        {rows.map((row, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- rows have no other name, and none is moved
          <li key={at} className={row.whose === 'unknown' ? 'listed stranger' : 'listed'} aria-label={text.row(at + 1)}>
            <Icon name={deviceIcon(row)} size="large" />
            <TextInput
              labelHidden
              label={deviceText.name}
              value={row.name}
              maxLength={120}
              onChange={(name) => put(at, { name })}
            />
            <TextInput
              labelHidden
              label={deviceText.place}
              placeholder={deviceText.place}
              value={row.place ?? ''}
              maxLength={120}
              onChange={(place) => put(at, { place })}
            />
            <TextInput
              labelHidden
              label={deviceText.seen}
              placeholder={deviceText.seen}
              value={row.seen ?? ''}
              maxLength={120}
              onChange={(seen) => put(at, { seen })}
            />
            <span className="row listed-whose">
              <Select
                look="chip"
                label={deviceText.whose}
                value={row.whose}
                onChange={(whose) =>
                  put(at, { whose, contact: whose === 'contact' ? (row.contact ?? person?.contact ?? null) : null })
                }
                options={whoseOptions(person, firstName)}
              />
              <span className="tiny soft">{row.promised ? text.isPromised : row.known === null ? text.isNew : text.isKnown}</span>
            </span>
            <IconButton icon="x" size="small" label={text.drop} onClick={() => onChange(rows.filter((_, index) => index !== at))} />
          </li>
        ))}
      </ul>
      {gone.length > 0 && (
        <fieldset className="stack">
          <legend className="small strong">{text.gone}</legend>
          {gone.map(({ id, name }) => (
            <Check key={id} checked={out.has(id)} onChange={(isOut) => mark(id, isOut)}>
              {text.goneOne(name)}
            </Check>
          ))}
        </fieldset>
      )}
    </div>
  );
}
