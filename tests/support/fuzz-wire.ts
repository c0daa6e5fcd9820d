import type { CallSpec, Contract } from '../../shared/contract.ts';
import type { Port } from '../../shared/port.ts';
import { brokenFrames, brokenParams, type Fault } from './contract-faults.ts';
import { randomFrom } from './from-contract.ts';

/** How many cases a call gets. */
export const CASES = process.env['SLOW'] === '1' ? 2000 : 200;

/** Answers by what they were: a code, `ok` for one that was none, or the event's name. */
export type Tally = Map<string, number>;

/** One answer as it came. */
interface Answer {
  readonly id: number | null;
  readonly error?: string;
}

/** Far above any id a client of the same wire gets to. */
let nextId = 1_000_000_000;
/** Calls under way at once, below what a server takes. */
const BATCH = 100;

/** Posts texts and gives what was answered, in any order. Throws when one is not answered. */
async function answersTo(port: Port, texts: readonly string[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let at = 0; at < texts.length; at += BATCH) {
    const batch = texts.slice(at, at + BATCH);
    await new Promise<void>((done, fail) => {
      let left = batch.length;
      const timer = setTimeout(() => fail(new Error(`${left} of ${batch.length} were not answered`)), 20_000);
      const stop = port.onMessage((text) => {
        const answer = JSON.parse(text) as Answer & { event?: string };
        if (answer.event !== undefined || (answer.id !== null && answer.id < 1_000_000_000)) return;
        answers.push(answer);
        if (--left > 0) return;
        clearTimeout(timer);
        stop();
        done();
      });
      for (const text of batch) port.post(text);
    });
  }
  return answers;
}

const seedOf = (name: string): number =>
  [...name].reduce((hash, char) => Math.imul(hash ^ char.charCodeAt(0), 16_777_619), 2_166_136_261);

/** One thing a call is sent that it may not take. */
export interface Case {
  readonly fault: Fault;
  readonly text: string;
}

/** What a call is sent that it may not take, by the same seed each time. */
export function casesOf(name: string, { params }: CallSpec, count = CASES): readonly Case[] {
  return brokenParams(params, count, randomFrom(seedOf(name))).map(({ fault, text }) => ({
    fault,
    text: `{"id":${nextId++},"call":${JSON.stringify(name)},"params":${text}}`,
  }));
}

/** Sends texts and counts the answers by their codes. */
export async function tally(port: Port, texts: readonly string[]): Promise<Tally> {
  const codes: Tally = new Map();
  for (const { error } of await answersTo(port, texts)) codes.set(error ?? 'ok', (codes.get(error ?? 'ok') ?? 0) + 1);
  return codes;
}

/** Sends cases and gives what was answered with any other code than `code`. */
export async function otherAnswers(port: Port, cases: readonly Case[], code: string): Promise<readonly string[]> {
  const answers = [
    ...(await tally(
      port,
      cases.map(({ text }) => text),
    )),
  ];
  return answers.filter(([answer]) => answer !== code).map(([answer, n]) => `${n} ${answer}`);
}

/** Sends messages that are none, by way of one call's name. */
export function tallyFrames(port: Port, name: string): Promise<Tally> {
  return tally(port, brokenFrames(name, nextId++));
}

/** Names of a contract's calls with what is told of them. */
export function callsOf(contract: Contract): readonly (readonly [name: string, spec: CallSpec])[] {
  return Object.entries(contract.calls);
}

/** How often each fault was sent, as one line. */
export function countsOf(faults: readonly Fault[]): string {
  const counts = new Map<Fault, number>();
  for (const fault of faults) counts.set(fault, (counts.get(fault) ?? 0) + 1);
  return [...counts].map(([fault, n]) => `${n} ${fault}`).join(', ');
}
