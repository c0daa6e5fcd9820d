import { COMMANDS, type CommandId } from '../../../shared/commands.ts';
import { paletteFootText } from '../../../shared/text/palette.ts';
import { Kbd } from '../../components/kbd.tsx';
import type { Palette } from './use-palette.ts';

const asides = [
  ['copyCode', 'code'],
  ['copyUsername', 'username'],
  ['copyPassword', 'password'],
] as const satisfies readonly (readonly [CommandId, keyof typeof paletteFootText])[];

/** The keys of the row at hand. A screen reader hears what is there from the rows themselves. */
export function PaletteFoot({ palette, quick }: { readonly palette: Palette; readonly quick: boolean }) {
  const { active, more, acts } = palette;
  const main = active === null ? null : palette.mainOf(active).command;
  const isLogin = active?.login !== undefined;
  return (
    <div className="palette-foot small" aria-hidden="true">
      {active !== null && <Hint keys="Enter" text={mainWord(main, isLogin)} />}
      {(isLogin || more !== null) &&
        asides
          .filter(([command]) => command !== main && acts.some((act) => act.command === command))
          .map(([command, word]) => <Hint key={command} keys={COMMANDS[command].keys} text={paletteFootText[word]} />)}
      {isLogin && <Hint keys="ArrowRight" text={paletteFootText.more} />}
      <span className="grow" />
      <Hint keys="Escape" text={more !== null ? paletteFootText.back : quick ? paletteFootText.away : paletteFootText.close} />
    </div>
  );
}

function mainWord(command: CommandId | null | undefined, isLogin: boolean): string {
  if (isLogin && command === 'copyCode') return paletteFootText.copyCode;
  if (isLogin && command === 'copyPassword') return paletteFootText.copyPassword;
  return isLogin ? paletteFootText.open : paletteFootText.act;
}

function Hint({ keys, text }: { readonly keys: string; readonly text: string }) {
  return (
    <span>
      <Kbd keys={keys} /> {text}
    </span>
  );
}
