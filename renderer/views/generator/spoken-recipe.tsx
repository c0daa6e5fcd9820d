import { generatorText as text } from '../../../shared/text/generator.ts';
import { Check } from '../../components/check.tsx';
import { Range } from '../../components/range.tsx';
import { Seg } from '../../components/seg.tsx';
import type { RecipeOf } from './recipes.ts';

type Props<K extends 'words' | 'spoken'> = {
  readonly recipe: RecipeOf<K>;
  readonly onChange: (recipe: RecipeOf<K>) => void;
};

const separators = ['-', ' ', '.', '_'] as const;

/** How many words, and how they are joined. */
export function WordRecipe({ recipe, onChange }: Props<'words'>) {
  const put = (part: Partial<RecipeOf<'words'>>): void => onChange({ ...recipe, ...part });
  return (
    <>
      <Range label={text.count} min={3} max={12} value={recipe.count} onChange={(count) => put({ count })} />
      <div className="control">
        <div className="control-label">{text.separator}</div>
        <Seg
          label={text.separator}
          size="small"
          value={recipe.separator}
          onChange={(separator) => put({ separator })}
          options={separators.map((one) => ({ value: one, label: text.separators[one] }))}
        />
      </div>
      <Ends recipe={recipe} onChange={put} />
    </>
  );
}

/** How many groups of letters that can be said aloud. */
export function SpokenRecipe({ recipe, onChange }: Props<'spoken'>) {
  return (
    <>
      <Range label={text.groups} min={3} max={8} value={recipe.groups} onChange={(groups) => onChange({ ...recipe, groups })} />
      <Ends recipe={recipe} onChange={(part) => onChange({ ...recipe, ...part })} />
    </>
  );
}

type EndsProps = {
  readonly recipe: { readonly capitals: boolean; readonly digit: boolean };
  readonly onChange: (part: { capitals?: boolean; digit?: boolean }) => void;
};

/** What sites ask of every password: a capital and a digit. */
function Ends({ recipe, onChange }: EndsProps) {
  return (
    <>
      <Check checked={recipe.capitals} onChange={(capitals) => onChange({ capitals })}>
        {text.capitals}
      </Check>
      <Check checked={recipe.digit} onChange={(digit) => onChange({ digit })}>
        {text.digit}
      </Check>
    </>
  );
}
