import type { Delegation } from '../../../shared/platforms/delegation.ts';
import { askText } from '../../../shared/text/requests.ts';
import { Card } from '../../components/card.tsx';
import { English } from '../../components/english.tsx';
import { RadioGroup } from '../../components/radio.tsx';
import { Select } from '../../components/select.tsx';
import { TextArea, TextInput } from '../../components/text-input.tsx';
import { platformIcon } from '../../lib/platform-icon.ts';
import { platformOptions, usePlatforms } from '../../lib/platforms.ts';
import { OTHER_PLATFORM } from '../account-form/account-draft.ts';
import { type AskForm, canDelegate, isOurs, LOGIN, OWN, roleOf, rolesOf } from './ask-form.ts';

export type AskWhatProps = {
  readonly form: AskForm;
  /** What is known of the platform's own way to let someone in; null for one nobody knows. */
  readonly delegation: Delegation | null;
  readonly onChange: (part: Partial<AskForm>) => void;
};

/** Which account, what is needed there, the least of it first, and what for. */
export function AskWhat({ form, delegation, onChange }: AskWhatProps) {
  const platforms = usePlatforms();
  const roles = rolesOf(delegation);
  const role = roleOf(form, roles);
  return (
    <Card caption={askText.what} pad className="ask-what">
      <div className="editor-part two">
        <Select
          label={askText.platform}
          value={form.platform}
          onChange={(platform) => onChange({ platform, role: null, numbers: null })}
          options={[...platformOptions(platforms), { value: OTHER_PLATFORM, label: askText.otherPlatform, icon: platformIcon('') }]}
        />
        {form.platform === OTHER_PLATFORM && (
          <TextInput
            label={askText.platformName}
            value={form.otherPlatform}
            onChange={(otherPlatform) => onChange({ otherPlatform })}
            maxLength={64}
          />
        )}
        <TextInput
          label={askText.account}
          placeholder={askText.accountHint}
          value={form.account}
          onChange={(account) => onChange({ account })}
          maxLength={254}
        />
      </div>
      <RadioGroup
        legend={askText.role}
        value={role}
        onChange={(chosen) => onChange({ role: chosen })}
        options={roles.map(({ id, label, hint, isLowest }) => ({
          value: id,
          label: (
            <>
              {isOurs(id) ? label : <English>{label}</English>}{' '}
              {isLowest && <span className="small c-sealed">{askText.lowest}</span>}
            </>
          ),
          ...(hint === null ? {} : { hint: isOurs(id) ? hint : <English>{hint}</English> }),
        }))}
      />
      {role === LOGIN && canDelegate(delegation) && (
        <p className="hint warn" role="status">
          {(delegation.available === 'partly' ? askText.partNoPassword : askText.noPassword)(platforms.name(form.platform))}
        </p>
      )}
      {role === OWN && (
        <TextInput label={askText.ownRole} value={form.ownRole} onChange={(ownRole) => onChange({ ownRole })} maxLength={120} />
      )}
      <TextArea
        label={askText.why}
        placeholder={askText.whyHint}
        rows={2}
        value={form.why}
        onChange={(why) => onChange({ why })}
        maxLength={650}
      />
    </Card>
  );
}
