import { useEffect, useRef } from 'react';
import { formText } from '../../../shared/text/account-form.ts';
import { Seg } from '../../components/seg.tsx';
import { Select } from '../../components/select.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { platformIcon } from '../../lib/platform-icon.ts';
import { platformOptions, usePlatforms } from '../../lib/platforms.ts';
import { useAsk } from '../../lib/query.ts';
import { OTHER_PLATFORM, withPlatform } from './account-draft.ts';
import type { PartProps } from './part-props.ts';

const none = 'none';

/** Which login it is: platform, title, client, kind and owner. */
export function PlatformPart({ draft, change }: PartProps) {
  const clients = useAsk('clients.list', {}).data?.clients ?? [];
  const people = useAsk('people.list', {}).data?.people ?? [];
  const platforms = usePlatforms();
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => first.current?.querySelector('button')?.focus(), []);
  return (
    <section className="editor-part two">
      <div ref={first}>
        <Select
          label={formText.platform}
          value={draft.platform}
          onChange={(platform) => change(withPlatform(draft, platform, platforms.find))}
          options={[
            ...platformOptions(platforms),
            { value: OTHER_PLATFORM, label: formText.otherPlatform, icon: platformIcon('') },
          ]}
        />
      </div>
      <TextInput
        label={formText.title}
        value={draft.title}
        onChange={(title) => change({ title })}
        maxLength={120}
        placeholder={draft.platform === OTHER_PLATFORM ? '' : platforms.name(draft.platform)}
        hint={formText.titleHint}
      />
      <Select
        label={formText.client}
        value={draft.client ?? none}
        onChange={(client) => change({ client: client === none ? null : client })}
        options={[{ value: none, label: formText.noClient }, ...clients.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <Select
        label={formText.owner}
        value={draft.owner ?? none}
        onChange={(owner) => change({ owner: owner === none ? null : owner })}
        options={[{ value: none, label: formText.ownerMe }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <div className="control">
        <div className="control-label">{formText.kind}</div>
        <Seg
          label={formText.kind}
          value={draft.kind}
          onChange={(kind) => change({ kind })}
          options={[
            { value: 'personal', label: formText.personal },
            { value: 'business', label: formText.business },
          ]}
        />
      </div>
    </section>
  );
}
