import { create } from 'zustand';
import type { Recipe } from '../../../shared/contracts/engine/generate.ts';
import { SYMBOLS } from '../../../shared/password-symbols.ts';

export type Kind = Recipe['kind'];
export type RecipeOf<K extends Kind> = Extract<Recipe, { kind: K }>;

interface Recipes {
  readonly kind: Kind;
  readonly characters: RecipeOf<'characters'>;
  readonly words: RecipeOf<'words'>;
  readonly spoken: RecipeOf<'spoken'>;
}

const first: Recipes = {
  kind: 'characters',
  characters: {
    ...{ kind: 'characters', length: 20, lower: true, upper: true, digits: true, symbols: SYMBOLS },
    ...{ clear: true, letterFirst: false, noRepeats: false },
  },
  words: { kind: 'words', count: 6, separator: '-', capitals: false, digit: false },
  spoken: { kind: 'spoken', groups: 5, capitals: false, digit: false },
};

/** How passwords are drawn, as it was chosen last while this window is open. It is kept nowhere else. */
const useStore = create<Recipes>(() => first);

/** Begins anew, as a fresh window does. */
export function forgetRecipes(): void {
  useStore.setState(first);
}

/** The recipe chosen, and the way to change it. */
export function useRecipe(): {
  readonly recipe: Recipe;
  readonly choose: (kind: Kind) => void;
  readonly change: (recipe: Recipe) => void;
} {
  const recipes = useStore();
  return {
    recipe: recipes[recipes.kind],
    choose: (kind) => useStore.setState({ kind }),
    change: (recipe) => useStore.setState({ [recipe.kind]: recipe }),
  };
}
