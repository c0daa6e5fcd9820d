import { useRef } from 'react';
import { formText } from '../../../shared/text/account-form.ts';
import { Button } from '../../components/button.tsx';
import { Check } from '../../components/check.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { type FieldDraft, isHalf } from './account-draft.ts';
import type { PartProps } from './part-props.ts';

export type FieldsInputProps = PartProps & {
  /** Whether saving was tried: only then is a half-filled field wrong. */
  readonly tried: boolean;
};

const most = 32;

/** The person's own fields: a name, a value, and whether it is secret. */
export function FieldsInput({ draft, change, tried }: FieldsInputProps) {
  const count = useRef(0);
  const list = useRef<HTMLDivElement>(null);
  const { fields } = draft;
  const put = (key: string, part: Partial<FieldDraft>): void =>
    change({ fields: fields.map((field) => (field.key === key ? { ...field, ...part } : field)) });
  const move = (from: number, to: number): void => {
    const moved = fields[from];
    if (moved === undefined || to < 0 || to >= fields.length) return;
    const others = fields.filter((_, at) => at !== from);
    change({ fields: [...others.slice(0, to), moved, ...others.slice(to)] });
  };
  const add = (): void => {
    change({ fields: [...fields, { key: `new${++count.current}`, id: null, name: '', secret: false, value: '', kept: false }] });
    setTimeout(() => list.current?.querySelector<HTMLInputElement>('.own-field:last-of-type input')?.focus());
  };
  return (
    <section className="editor-part" aria-label={formText.fields}>
      <h2 className="cap">{formText.fields}</h2>
      <div ref={list} className="stack">
        {fields.map((field, at) => (
          <div key={field.key} className="own-field">
            <TextInput
              label={formText.fieldName}
              value={field.name}
              onChange={(name) => put(field.key, { name })}
              maxLength={64}
              error={tried && isHalf(field) ? formText.need : null}
            />
            <TextInput
              label={formText.fieldValue}
              value={field.value}
              onChange={(value) => put(field.key, { value })}
              maxLength={1024}
              mono={field.secret}
              placeholder={field.kept ? formText.fieldKept : undefined}
            />
            <Check checked={field.secret} onChange={(secret) => put(field.key, { secret, kept: field.kept && secret })}>
              {formText.fieldSecret}
            </Check>
            {fields.length > 1 && (
              <span className="own-field-order">
                <IconButton
                  icon="up"
                  size="small"
                  label={formText.fieldUp(field.name)}
                  why={at === 0 ? formText.fieldFirst : null}
                  onClick={() => move(at, at - 1)}
                />
                <IconButton
                  icon="down"
                  size="small"
                  label={formText.fieldDown(field.name)}
                  why={at === fields.length - 1 ? formText.fieldLast : null}
                  onClick={() => move(at, at + 1)}
                />
              </span>
            )}
            <IconButton
              icon="x"
              label={formText.removeField(field.name)}
              onClick={() => change({ fields: fields.filter((one) => one.key !== field.key) })}
            />
          </div>
        ))}
        {fields.length < most && (
          <div>
            <Button size="small" icon="plus" onClick={add}>
              {formText.addField}
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}
