import { useState } from 'react';
import type { PlatformNames } from '../../../shared/platforms/catalogue.ts';
import { gotText } from '../../../shared/text/requests.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Select } from '../../components/select.tsx';
import { usePlatforms } from '../../lib/platforms.ts';
import { ChooseAccount } from './choose-account.tsx';
import type { Meant } from './meant.ts';

export type MeantAccountProps = {
  /** The likeliest first. */
  readonly likely: readonly Meant[];
  readonly meant: Meant | null;
  readonly onChoose: (account: Meant) => void;
};

/** Which account of ours is meant: the one that is clear or was chosen stands there, another can be chosen. */
export function MeantAccount({ likely, meant, onChoose }: MeantAccountProps) {
  const { name: nameOf } = usePlatforms();
  const [choosing, setChoosing] = useState(false);
  const options = meant === null || likely.some(({ id }) => id === meant.id) ? likely : [meant, ...likely];
  return (
    <Field
      name={gotText.yours}
      wraps
      acts={
        <Button size="small" variant="quiet" onClick={() => setChoosing(true)}>
          {meant === null ? gotText.choose : gotText.another}
        </Button>
      }
    >
      {meant === null ? (
        likely.length === 0 ? (
          gotText.noneLikely
        ) : (
          gotText.several(likely.length)
        )
      ) : options.length === 1 ? (
        wordsOf(meant, nameOf)
      ) : (
        <Select
          label={gotText.yours}
          look="chip"
          value={meant.id}
          onChange={(id) => {
            const account = options.find((one) => one.id === id);
            if (account !== undefined) onChoose(account);
          }}
          options={options.map((one) => ({ value: one.id, label: wordsOf(one, nameOf) }))}
        />
      )}
      <ChooseAccount
        open={choosing}
        onClose={() => setChoosing(false)}
        onChoose={(account) => {
          setChoosing(false);
          onChoose(account);
        }}
      />
    </Field>
  );
}

function wordsOf({ platform, title, username }: Meant, nameOf: PlatformNames): string {
  const name = nameOf(platform);
  return [title === name ? null : title, name, username].filter((part) => part !== null && part !== '').join(', ');
}
