import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_IN_FLIGHT, MAX_MESSAGE } from '../../../shared/limits.ts';
import { createClient } from '../../../shared/wire/client.ts';
import { ask, serveToy, type ToyContract } from './toy.ts';

const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

describe('the serving end', () => {
  it('answers a call with its result', async () => {
    const { page } = serveToy();
    expect(await ask(page, '{"id":1,"call":"toy.add","params":{"a":2,"b":3}}')).toEqual({ id: 1, ok: { sum: 5 } });
  });

  it.each(['toy.nothing', '__proto__', 'constructor', 'toString', 'hasOwnProperty'])('does not know the call %s', async (name) => {
    const { page, bugs } = serveToy();
    expect(await ask(page, JSON.stringify({ id: 7, call: name, params: {} }))).toEqual({ id: 7, error: 'unknown_call' });
    expect(bugs).toEqual([]);
  });

  it.each([
    ['a missing key', '{"a":1}'],
    ['an extra key', '{"a":1,"b":2,"c":3}'],
    ['a wrong type', '{"a":"1","b":2}'],
    ['a fraction', '{"a":1.5,"b":2}'],
    ['a number too large to be whole', '{"a":1e300,"b":2}'],
    ['null', 'null'],
    ['a list', '[1,2]'],
    ['a __proto__ key', '{"a":1,"b":2,"__proto__":{"b":3}}'],
    ['b only on __proto__', '{"a":1,"__proto__":{"b":3}}'],
  ])('refuses params with %s', async (_, params) => {
    const { page } = serveToy();
    expect(await ask(page, `{"id":1,"call":"toy.add","params":${params}}`)).toEqual({ id: 1, error: 'bad_params' });
    expect(({} as { b?: unknown }).b).toBeUndefined();
  });

  it.each([
    ['no JSON', 'hello'],
    ['an empty text', ''],
    ['a bare string', '"call"'],
    ['null', 'null'],
    ['no id', '{"call":"toy.add","params":{}}'],
    ['an id of zero', '{"id":0,"call":"toy.add","params":{}}'],
    ['a text for an id', '{"id":"1","call":"toy.add","params":{}}'],
    ['an extra key beside params', '{"id":1,"call":"toy.add","params":{},"then":1}'],
    ['an own __proto__ beside params', '{"id":1,"call":"toy.add","params":{},"__proto__":{}}'],
    ['a call name too long', JSON.stringify({ id: 1, call: 'x'.repeat(65), params: {} })],
    ['an unknown error code', '{"id":1,"error":"sesame"}'],
  ])('answers %s with bad_message and no id', async (_, text) => {
    const { page, bugs } = serveToy();
    expect(await ask(page, text)).toEqual({ id: null, error: 'bad_message' });
    expect(bugs).toEqual([]);
  });

  it('refuses a message over the limit without reading it, counted in bytes', async () => {
    const { page } = serveToy();
    const pad = (unit: string, count: number): string => `{"id":1,"call":"toy.echo","params":{"value":"${unit.repeat(count)}"}}`;
    expect(await ask(page, pad('x', MAX_MESSAGE))).toEqual({ id: null, error: 'too_large' });
    expect(await ask(page, pad('€', MAX_MESSAGE / 3))).toEqual({ id: null, error: 'too_large' });
    const room = MAX_MESSAGE - pad('', 0).length;
    expect(await ask(page, pad('x', room))).toMatchObject({ id: 1, ok: {} });
  });

  it('refuses calls that the state does not allow, and does not run them', async () => {
    const toy = serveToy();
    expect(await ask(toy.page, '{"id":1,"call":"toy.open","params":{}}')).toEqual({ id: 1, error: 'wrong_state' });
    expect(await ask(toy.page, '{"id":2,"call":"toy.closed","params":{}}')).toEqual({ id: 2, ok: {} });
    toy.setOpen(true);
    expect(await ask(toy.page, '{"id":3,"call":"toy.open","params":{}}')).toEqual({ id: 3, ok: {} });
    expect(await ask(toy.page, '{"id":4,"call":"toy.closed","params":{}}')).toEqual({ id: 4, error: 'wrong_state' });
    expect(toy.ran).toEqual(['closed', 'open']);
  });

  it('lets nothing of an exception out', async () => {
    const { page, bugs, posted } = serveToy();
    expect(await ask(page, '{"id":1,"call":"toy.throw","params":{}}')).toEqual({ id: 1, error: 'bug' });
    expect(posted.join()).not.toContain('hunter2');
    expect(bugs).toMatchObject([{ call: 'toy.throw' }]);
  });

  it('does not send a result that breaks the contract or the limit', async () => {
    const { page, bugs, posted } = serveToy();
    expect(await ask(page, '{"id":1,"call":"toy.lie","params":{}}')).toEqual({ id: 1, error: 'bad_result' });
    expect(await ask(page, `{"id":2,"call":"toy.big","params":{"length":${MAX_MESSAGE}}}`)).toEqual({ id: 2, error: 'bad_result' });
    expect(posted.join()).not.toContain('many');
    expect(bugs.map((bug) => bug.call)).toEqual(['toy.lie', 'toy.big']);
  });

  it('passes an expected failure on with its facts', async () => {
    const { page } = serveToy();
    expect(await ask(page, '{"id":1,"call":"toy.refuse","params":{}}')).toEqual({ id: 1, error: 'disk_full', facts: { free: 12 } });
  });

  it('is busy above the number of calls it takes at once, and serves again after', async () => {
    const { page, server, posted, finish } = serveToy();
    page.post('{"id":1,"call":"toy.slow","params":{}}');
    for (let id = 2; id <= MAX_IN_FLIGHT + 2; id++) page.post(`{"id":${id},"call":"toy.add","params":{"a":1,"b":1}}`);
    await settle();
    const busy = posted.filter((text) => text.includes('busy')).map((text) => (JSON.parse(text) as { id: number }).id);
    expect(busy.length).toBeGreaterThan(0);
    expect(busy).toContain(MAX_IN_FLIGHT + 2);
    finish();
    await server.idle();
    expect(await ask(page, '{"id":999,"call":"toy.add","params":{"a":1,"b":1}}')).toEqual({ id: 999, ok: { sum: 2 } });
  });

  it('is idle when nothing is under way', async () => {
    const { page, server, finish } = serveToy();
    await server.idle();
    let idle = false;
    page.post('{"id":1,"call":"toy.slow","params":{}}');
    await settle();
    void server.idle().then(() => (idle = true));
    await settle();
    expect(idle).toBe(false);
    finish();
    await settle();
    expect(idle).toBe(true);
  });

  it('sends events that fit and drops those that do not', async () => {
    const { server, posted, bugs } = serveToy();
    server.emit('ticked', { n: 3 });
    server.emit('ticked', { n: 'three' } as unknown as { n: number });
    await settle();
    expect(posted).toEqual(['{"event":"ticked","data":{"n":3}}']);
    expect(bugs).toMatchObject([{ call: 'ticked' }]);
  });

  it('says nothing more once closed', async () => {
    const { page, server, posted } = serveToy();
    server.close();
    page.post('{"id":1,"call":"toy.add","params":{"a":1,"b":1}}');
    await settle();
    expect(posted).toEqual([]);
  });

  it('ignores answers and events, so that two contracts may share a pipe', async () => {
    const { page, posted } = serveToy();
    page.post('{"id":1,"ok":{}}');
    page.post('{"event":"ticked","data":{"n":1}}');
    page.post('{"id":1,"error":"busy"}');
    await settle();
    expect(posted).toEqual([]);
  });

  it('answers any text at all with one of its codes and never throws', async () => {
    const runs = process.env.SLOW === '1' ? 5000 : 300;
    const { page, bugs } = serveToy();
    const known =
      /^\{"id":(null|\d+),"(ok":|error":"(bad_message|too_large|unknown_call|bad_params|wrong_state|bad_result|bug|disk_full)")/;
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .record({ id: fc.oneof(fc.integer(), fc.string()), call: fc.string(), params: fc.jsonValue() })
        .map((v) => JSON.stringify(v)),
      fc.jsonValue().map((value) => JSON.stringify({ id: 1, call: 'toy.echo', params: { value } })),
    );
    await fc.assert(
      fc.asyncProperty(text, async (sent) => {
        let answer = '';
        const stop = page.onMessage((got) => (answer = got));
        page.post(sent);
        await settle();
        stop();
        // An answer or an event is another end's business and gets silence.
        const silent = /"(ok|error|event)"/.test(sent) && answer === '';
        expect(silent || known.test(answer), sent).toBe(true);
      }),
      { numRuns: runs },
    );
    console.log(`${runs} texts were answered`);
    expect(bugs).toEqual([]);
  });
});

describe('both ends together', () => {
  it('give any JSON value back as it was', async () => {
    const { page } = serveToy();
    const client = createClient<ToyContract>(page);
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const back = await client.call('toy.echo', { value });
        expect(back).toEqual({ ok: true, value: JSON.parse(JSON.stringify({ value })) });
      }),
      { numRuns: process.env.SLOW === '1' ? 2000 : 100 },
    );
  });
});
