// The layers of the house, judged by dependency-cruiser with the rules of .dependency-cruiser.cjs.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { cruise } from 'dependency-cruiser';

const load = createRequire(import.meta.url);
const rules = /** @type {import('dependency-cruiser').IConfiguration} */ (load('../.dependency-cruiser.cjs'));
const forbidden = rules.forbidden ?? [];
const PLACES = ['main', 'shared', 'renderer', 'tests', 'build', 'vite.config.ts', 'vitest.config.ts'];

/**
 * Imports that cross a layer the wrong way, in the tree at `at`. With a TypeScript it does not know dependency-cruiser sees no module
 * and no wrong either, so a cruise that saw none of a layer's modules is a finding too.
 * @param {string} at
 * @returns {Promise<string[]>}
 */
export async function layers(at) {
  const places = PLACES.filter((place) => existsSync(path.join(at, place)));
  const { output } = await cruise(places, {
    ...rules.options,
    baseDir: at,
    validate: true,
    ruleSet: { forbidden },
  });
  if (typeof output === 'string') return ['dependency-cruiser gave no report'];
  const own = output.modules.filter(({ source }) => places.some((place) => source === place || source.startsWith(`${place}/`)));
  const unseen = ['main/core', 'shared', 'renderer'].filter((layer) => !own.some(({ source }) => source.startsWith(`${layer}/`)));
  return [
    ...unseen.map((layer) => `${layer}: no module was seen, so nothing was checked`),
    ...output.summary.violations.map(({ from, to, rule, cycle }) => {
      const comment = forbidden.find(({ name }) => name === rule.name)?.comment ?? '';
      const where = cycle ? [from, ...cycle.map(({ name }) => name)].join(' -> ') : `${from} -> ${to}`;
      return `${where}: ${rule.name}. ${comment}`;
    }),
  ];
}
