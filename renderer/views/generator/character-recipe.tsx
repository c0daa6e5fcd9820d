import { SYMBOLS } from '../../../shared/password-symbols.ts';
import { generatorText as text } from '../../../shared/text/generator.ts';
import { Check } from '../../components/check.tsx';
import { Range } from '../../components/range.tsx';
import { TextInput } from '../../components/text-input.tsx';
import type { RecipeOf } from './recipes.ts';

export type CharacterRecipeProps = {
  readonly recipe: RecipeOf<'characters'>;
  readonly onChange: (recipe: RecipeOf<'characters'>) => void;
};

/** How long, which kinds of character, and what a site asks for beside it. */
export function CharacterRecipe({ recipe, onChange }: CharacterRecipeProps) {
  const put = (part: Partial<RecipeOf<'characters'>>): void => onChange({ ...recipe, ...part });
  return (
    <>
      <Range label={text.length} min={8} max={64} value={recipe.length} onChange={(length) => put({ length })} />
      <div className="generator-kinds">
        <Check checked={recipe.upper} onChange={(upper) => put({ upper })}>
          {text.upper}
        </Check>
        <Check checked={recipe.lower} onChange={(lower) => put({ lower })}>
          {text.lower}
        </Check>
        <Check checked={recipe.digits} onChange={(digits) => put({ digits })}>
          {text.digits}
        </Check>
        <Check checked={recipe.symbols !== ''} onChange={(has) => put({ symbols: has ? SYMBOLS : '' })}>
          {text.symbols}
        </Check>
      </div>
      <Check checked={recipe.clear} onChange={(clear) => put({ clear })}>
        {text.clear}
      </Check>
      <details className="settings">
        <summary>{text.rules}</summary>
        <div className="stack generator-rules">
          <TextInput
            label={text.allowed}
            mono
            value={recipe.symbols}
            onChange={(typed) => put({ symbols: [...SYMBOLS].filter((one) => typed.includes(one)).join('') })}
            maxLength={64}
          />
          <Check checked={recipe.letterFirst} onChange={(letterFirst) => put({ letterFirst })}>
            {text.letterFirst}
          </Check>
          <Check checked={recipe.noRepeats} onChange={(noRepeats) => put({ noRepeats })}>
            {text.noRepeats}
          </Check>
        </div>
      </details>
    </>
  );
}
