import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');

/** The files and packages a file loads with it: what it imports as types only, or when it is asked, does not count. */
function loads(file: string): string[] {
  const imports = readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type )([^;]*?)from '([^']+)';/gms);
  return [...imports].map(([, , from = '']) => (from.startsWith('.') ? path.resolve(path.dirname(file), from) : from));
}

/** Everything that comes along with a file. */
function reached(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  if (path.isAbsolute(file) && /\.tsx?$/.test(file)) for (const next of loads(file)) reached(next, seen);
  return seen;
}

const heavy = /^zod$|\/platforms\/(?:data\/.*|built-in|platform|read-platforms)\.ts$/;
const heavyFrom = (file: string): string[] => [...reached(path.join(root, file))].filter((one) => heavy.test(one));

describe('the catalogue as the page loads it', () => {
  it('gives names and groups without the facts and without the validator', () => {
    expect(heavyFrom('shared/platforms/catalogue.ts')).toEqual([]);
  });

  it('gives steps, delegation, age and sentences without them too', () => {
    for (const file of ['run-steps.ts', 'delegation.ts', 'facts-age.ts', 'known-platform.ts']) {
      expect(heavyFrom(`shared/platforms/${file}`), file).toEqual([]);
    }
    expect(heavyFrom('shared/text/platforms.ts')).toEqual([]);
  });

  it('gives the facts without the validator', () => {
    expect(heavyFrom('shared/platforms/built-in.ts').filter((one) => one === 'zod')).toEqual([]);
    expect(heavyFrom('shared/platforms/built-in.ts')).toHaveLength(43);
  });

  it('loads the facts in the page only when they are asked for', () => {
    const pages = readdirSync(path.join(root, 'renderer'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.tsx?$/.test(name),
    );
    expect(pages.length).toBeGreaterThan(100);
    expect(pages.filter((name) => loads(path.join(root, 'renderer', name)).some((one) => heavy.test(one)))).toEqual([]);
  });
});
