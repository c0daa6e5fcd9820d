import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { engineContract } from '../../shared/contracts/engine.ts';
import type { Fault } from '../support/contract-faults.ts';
import { makeVault, startEngine, type TestEngine } from '../support/engine-world.ts';
import { callsOf, CASES, casesOf, countsOf, otherAnswers, tally, tallyFrames } from '../support/fuzz-wire.ts';

const calls = callsOf(engineContract);

let open: TestEngine;
let locked: TestEngine;
beforeAll(async () => {
  open = await startEngine({ now: 1_800_000_000 });
  locked = await startEngine({ now: 1_800_000_000 });
  await makeVault(open, 'Studio', 'copper tunnel hazard biology');
  await open.ask('clients.save', { name: 'Corner bakery', colour: 2, notes: null, archived: false });
});

// But for the anchors, which follow a change at a time of their own.
const filesOf = ({ folder }: TestEngine): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.startsWith('anchors'))
    .toSorted();

/** All that could have changed: position of the vault, and every file with its bytes. */
function stateOf(engine: TestEngine): string {
  const { keeper, folder, copied, tokens, keychain, confirming } = engine;
  const hash = createHash('sha256');
  for (const name of filesOf(engine)) {
    const file = path.join(folder, name);
    hash.update(name);
    if (statSync(file).isFile()) hash.update(readFileSync(file));
  }
  const position = keeper.session?.vault.position ?? null;
  return JSON.stringify([hash.digest('hex'), position, copied, [...tokens], [...keychain.items], confirming.asked]);
}

it(`refuses ${CASES} broken parameters of each call by a code, open and locked, and stays as it was`, {
  timeout: 300_000,
}, async () => {
  const before = [stateOf(open), stateOf(locked)];
  const faults: Fault[] = [];
  let halfTaken = 0;
  for (const [name, spec] of calls) {
    const cases = casesOf(name, spec);
    faults.push(...cases.map(({ fault }) => fault));
    const code = (isOpen: boolean): string =>
      spec.when === 'any' || (spec.when === 'open') === isOpen ? 'bad_params' : 'wrong_state';
    // Half a surrogate pair is text to a shape that only counts: it may be judged, or looked for and not found.
    const shaped = cases.filter(({ fault }) => fault !== 'half a surrogate');
    expect([name, ...(await otherAnswers(open.wire, shaped, code(true)))]).toEqual([name]);
    expect([name, ...(await otherAnswers(locked.wire, shaped, code(false)))]).toEqual([name]);
    const halves = cases.filter(({ fault }) => fault === 'half a surrogate');
    halfTaken +=
      (
        await tally(
          open.wire,
          halves.map(({ text }) => text),
        )
      ).get('ok') ?? 0;
  }
  console.log(`E1, page to engine: half a surrogate pair was looked for or judged ${halfTaken} times`);
  console.log(`E1, page to engine: ${calls.length} calls, ${CASES} cases each, open and locked: ${countsOf(faults)}`);
  expect(faults.length).toBe(calls.length * CASES);
  expect([stateOf(open), stateOf(locked)]).toEqual(before);
  expect([...open.bugs, ...locked.bugs]).toEqual([]);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

it('refuses messages that are none, whatever call they name', async () => {
  const before = stateOf(open);
  let sent = 0;
  for (const [name] of calls) {
    const codes = await tallyFrames(open.wire, name);
    expect([...codes.keys()].filter((code) => !['bad_message', 'too_large', 'unknown_call'].includes(code))).toEqual([]);
    sent += [...codes.values()].reduce((sum, n) => sum + n, 0);
  }
  expect([...(await tally(open.wire, [`{"id":1000000000,"call":"vault.state","params":{"x":"${'x'.repeat(1 << 20)}"}}`]))]).toEqual(
    [['too_large', 1]],
  );
  console.log(`E1, page to engine: ${sent} messages of bad framing`);
  expect(stateOf(open)).toBe(before);
  expect(open.bugs).toEqual([]);
});
