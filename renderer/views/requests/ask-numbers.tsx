import type { Delegation } from '../../../shared/platforms/delegation.ts';
import { askText } from '../../../shared/text/requests.ts';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { English } from '../../components/english.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { type AskForm, canDelegate, type NumberDraft, numbersOf } from './ask-form.ts';

/** Most numbers a request carries. */
const MOST = 8;

export type AskNumbersProps = {
  readonly form: AskForm;
  readonly delegation: Delegation | null;
  readonly onChange: (part: Partial<AskForm>) => void;
};

/** What the owner needs to let one in at the platform: IDs, a mail address. */
export function AskNumbers({ form, delegation, onChange }: AskNumbersProps) {
  const numbers = numbersOf(form, delegation);
  const needed = canDelegate(delegation) ? delegation.idExchanged.text : null;
  const put = (key: number, part: Partial<NumberDraft>): void =>
    onChange({ numbers: numbers.map((one) => (one.key === key ? { ...one, ...part } : one)) });
  const next = Math.max(-1, ...numbers.map(({ key }) => key)) + 1;
  return (
    <Card caption={askText.numbers} note={askText.numbersNote} pad className="ask-numbers">
      {needed !== null && (
        <p className="small soft pretty">
          {askText.needed} <English>{needed}</English>
        </p>
      )}
      {numbers.map(({ key, name, value }) => (
        <div key={key} className="ask-number">
          <TextInput label={askText.numberName} value={name} onChange={(text) => put(key, { name: text })} maxLength={64} />
          <TextInput label={askText.number} value={value} onChange={(text) => put(key, { value: text })} maxLength={254} />
          <IconButton
            icon="x"
            label={askText.removeNumber(name.trim() === '' ? askText.aNumber : name)}
            onClick={() => onChange({ numbers: numbers.filter((one) => one.key !== key) })}
          />
        </div>
      ))}
      <div className="row">
        <Button
          variant="quiet"
          size="small"
          icon="plus"
          onClick={() => onChange({ numbers: [...numbers, { key: next, name: '', value: '' }].slice(0, MOST) })}
        >
          {askText.addNumber}
        </Button>
      </div>
    </Card>
  );
}
