import { generatorText as text } from '../../../shared/text/generator.ts';
import { IconButton } from '../../components/icon-button.tsx';
import { SecretText } from '../../components/secret-text.tsx';
import { Seg } from '../../components/seg.tsx';
import { CharacterRecipe } from './character-recipe.tsx';
import { type Kind, useRecipe } from './recipes.ts';
import { SpokenRecipe, WordRecipe } from './spoken-recipe.tsx';
import type { Drawing } from './use-drawn.ts';

const kinds: readonly Kind[] = ['characters', 'words', 'spoken'];

/** A password drawn by chance, how much chance is in it, and what it is made of. */
export function Generator({ drawing }: { readonly drawing: Drawing }) {
  const { recipe, choose, change } = useRecipe();
  const { drawn, failed, again } = drawing;
  return (
    <div className="generator">
      <div className="drawn" role="group" aria-label={text.made}>
        {drawn === null ? <span className="faint">{failed ? '' : text.making}</span> : <SecretText value={drawn.password} />}
        <IconButton icon="dice" size="small" label={text.again} onClick={again} />
      </div>
      <p className={failed ? 'hint error' : 'hint'} role="status">
        {failed ? text.impossible : drawn !== null && text.bits(drawn.bits)}
      </p>
      <Seg
        label={text.kind}
        value={recipe.kind}
        onChange={choose}
        options={kinds.map((kind) => ({ value: kind, label: text.kinds[kind] }))}
      />
      {recipe.kind === 'characters' && <CharacterRecipe recipe={recipe} onChange={change} />}
      {recipe.kind === 'words' && <WordRecipe recipe={recipe} onChange={change} />}
      {recipe.kind === 'spoken' && <SpokenRecipe recipe={recipe} onChange={change} />}
    </div>
  );
}
