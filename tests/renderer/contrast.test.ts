import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(path.resolve(import.meta.dirname, '../../renderer/styles/tokens.css'), 'utf8');

type Tokens = Readonly<Record<string, string>>;

function tokensOf(selector: string): Tokens {
  const block = css.slice(css.indexOf(`${selector} {`)).split('}')[0] ?? '';
  const found = block.matchAll(/--([\w-]+):\s*(light-dark\([^;]*\)|var\(--[\w-]+\)|#[0-9a-f]{6})\s*;/g);
  return Object.fromEntries([...found].map(([, name = '', value = '']) => [name, value]));
}

function pick(tokens: Tokens, name: string, dark: boolean): string {
  const value = tokens[name];
  if (value === undefined) throw new Error(`no token ${name}`);
  const link = /^var\(--([\w-]+)\)/.exec(value);
  if (link?.[1] !== undefined) return pick(tokens, link[1], dark);
  const colours = value.match(/#[0-9a-f]{6}/g);
  const colour = dark ? colours?.at(-1) : colours?.[0];
  if (colour === undefined) throw new Error(`${name} is no colour`);
  return colour;
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

type Pair = readonly [ink: string, ground: string, least: number];

const grounds = ['surface-rail', 'surface-list', 'surface', 'surface-raised', 'surface-sunken', 'surface-selected'];
const cross = (inks: readonly string[], on: readonly string[], least: number): Pair[] =>
  inks.flatMap((ink) => on.map((ground): Pair => [ink, ground, least]));

const pairs: Pair[] = [
  ...cross(['ink', 'ink-soft', 'ink-faint', 'accent-ink', 'exposed-ink', 'ending-ink', 'courtesy-ink'], grounds, 4.5),
  ...cross(['secret-digit', 'secret-symbol'], ['surface', 'surface-raised', 'surface-sunken'], 4.5),
  ...['sealed', 'safe', 'exposed', 'ending', 'courtesy'].flatMap((hue) =>
    cross([`${hue}-ink`, 'ink', 'ink-soft'], [`${hue}-tint`], 4.5),
  ),
  ...cross(['on-accent'], ['accent', 'accent-hover', 'accent-press'], 4.5),
  ['on-exposed', 'exposed', 4.5],
  ['ink-inverse', 'surface-inverse', 4.5],
  ...cross(
    ['on-client'],
    [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `client-${n}`),
    4.5,
  ),
  ...cross(
    ['accent', 'exposed', 'ending', 'courtesy', 'line-strong', 'focus'],
    ['surface-rail', 'surface-list', 'surface', 'surface-raised'],
    3,
  ),
];

const normal = tokensOf(':root');
const high = { ...normal, ...tokensOf(':root[data-contrast="high"]') };
const themes: readonly (readonly [name: string, tokens: Tokens, dark: boolean])[] = [
  ['light', normal, false],
  ['dark', normal, true],
  ['high contrast light', high, false],
  ['high contrast dark', high, true],
];

describe('contrast of the tokens', () => {
  it('checks 76 text pairs and 24 marks', () => {
    expect(pairs.filter(([, , least]) => least === 4.5)).toHaveLength(76);
    expect(pairs.filter(([, , least]) => least === 3)).toHaveLength(24);
  });

  it.each(themes)('keeps every pair over its limit in %s', (_name, tokens, dark) => {
    const under = pairs
      .map(([ink, ground, least]) => ({ ink, ground, least, is: contrast(pick(tokens, ink, dark), pick(tokens, ground, dark)) }))
      .filter((pair) => pair.is < pair.least);
    expect(under).toEqual([]);
  });

  it('measures black on white as 21', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  });
});
