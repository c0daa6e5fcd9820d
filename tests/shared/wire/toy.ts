import { z } from 'zod';
import { call, type When } from '../../../shared/contract.ts';
import type { Port } from '../../../shared/port.ts';
import { memoryPorts } from '../../../shared/wire/memory-port.ts';
import { type Handlers, serve } from '../../../shared/wire/serve.ts';

/** A small contract with every kind of call, for the tests of the wire. */
export const toyContract = {
  calls: {
    'toy.add': call('any', z.strictObject({ a: z.int(), b: z.int() }), z.strictObject({ sum: z.int() })),
    'toy.open': call('open', z.strictObject({}), z.strictObject({})),
    'toy.closed': call('closed', z.strictObject({}), z.strictObject({})),
    'toy.slow': call('any', z.strictObject({}), z.strictObject({})),
    'toy.echo': call('any', z.strictObject({ value: z.unknown() }), z.strictObject({ value: z.unknown() })),
    'toy.lie': call('any', z.strictObject({}), z.strictObject({ n: z.int() })),
    'toy.throw': call('any', z.strictObject({}), z.strictObject({})),
    'toy.refuse': call('any', z.strictObject({}), z.strictObject({})),
    'toy.big': call('any', z.strictObject({ length: z.int() }), z.strictObject({ text: z.string() })),
  },
  events: { ticked: z.strictObject({ n: z.int() }) },
} as const;
export type ToyContract = typeof toyContract;

/** A served toy: the page's end of the pipe, what was posted on it, the bugs told, and ways to steer it. */
export function serveToy() {
  const [page, engine] = memoryPorts();
  const bugs: { call: string; error: unknown }[] = [];
  const posted: string[] = [];
  page.onMessage((text) => void posted.push(text));
  let open = false;
  let finish: () => void = () => undefined;
  const ran: string[] = [];
  const handlers: Handlers<ToyContract> = {
    'toy.add': ({ a, b }) => ({ sum: a + b }),
    'toy.open': () => (ran.push('open'), {}),
    'toy.closed': () => (ran.push('closed'), {}),
    'toy.slow': () => new Promise((done) => (finish = () => done({}))),
    'toy.echo': ({ value }) => ({ value }),
    'toy.lie': () => ({ n: 'many' }) as unknown as { n: number },
    'toy.throw': () => {
      throw new Error('the password is hunter2');
    },
    'toy.refuse': () => ({ refused: 'disk_full', facts: { free: 12 } }),
    'toy.big': ({ length }) => ({ text: 'x'.repeat(length) }),
  };
  const server = serve<ToyContract>(toyContract, handlers, engine, {
    allows: (when: When) => when === 'any' || (when === 'open') === open,
    onBug: (name, error) => void bugs.push({ call: name, error }),
  });
  return {
    page,
    engine,
    server,
    bugs,
    posted,
    ran,
    finish: () => finish(),
    setOpen: (to: boolean) => {
      open = to;
    },
  };
}

/** Sends raw text and gives the next answer, read as plain JSON. */
export function ask(page: Port, text: string): Promise<Record<string, unknown>> {
  return new Promise((done) => {
    const stop = page.onMessage((answer) => {
      stop();
      done(JSON.parse(answer) as Record<string, unknown>);
    });
    page.post(text);
  });
}
