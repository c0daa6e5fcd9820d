import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMAND_IDS, COMMANDS, PLACE_COMMANDS } from '../../shared/commands.ts';
import { commandText } from '../../shared/text/app.ts';

const RENDERER = path.resolve(import.meta.dirname, '../../renderer');

/** Commands that something in the page answers: by a call with their name, or as a row of the table of places. */
function answered(): Set<string> {
  const found = new Set<string>();
  for (const file of readdirSync(RENDERER, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name))) {
    const text = readFileSync(path.join(RENDERER, file), 'utf8');
    for (const [, id] of text.matchAll(/useCommand\(\s*'(\w+)'/g)) if (id !== undefined) found.add(id);
    if (file.endsWith('go-commands.ts'))
      for (const [, id] of text.matchAll(/^ {2}(\w+): (?:\{|HOME)/gm)) if (id !== undefined) found.add(id);
  }
  return found;
}

describe('the list of commands', () => {
  it('has no key twice', () => {
    const keys = COMMAND_IDS.flatMap((id) => COMMANDS[id].keys ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('has a name for each, and none twice', () => {
    const names = COMMAND_IDS.map((id) => commandText[id]);
    expect(new Set(names).size).toBe(COMMAND_IDS.length);
    for (const name of names) expect(name.length).toBeGreaterThan(2);
  });

  it('has nothing that no view answers', () => {
    const known = answered();
    expect(COMMAND_IDS.filter((id) => !known.has(id))).toEqual([]);
  });

  it('lets from outside only what goes to a place', () => {
    for (const id of PLACE_COMMANDS) expect(COMMANDS[id].group).toBe('go');
  });
});
