import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { Cdp } from '../../../main/shell/chromium/cdp.ts';
import { nulPort } from '../../../main/shell/chromium/pipe.ts';
import { memoryPorts } from '../../../shared/wire/memory-port.ts';

function browser(): { cdp: Cdp; sent: string[]; say: (message: object) => void } {
  const [near, far] = memoryPorts();
  const sent: string[] = [];
  far.onMessage((text) => sent.push(text));
  return { cdp: new Cdp(near), sent, say: (message) => far.post(JSON.stringify(message)) };
}

it('matches answers to commands by their number', async () => {
  const { cdp, sent, say } = browser();
  const first = cdp.send('Page.navigate', { url: 'a' }, 'S');
  const second = cdp.send('SystemInfo.getProcessInfo', {});
  await Promise.resolve();
  expect(sent.map((text) => JSON.parse(text) as unknown)).toEqual([
    { id: 1, method: 'Page.navigate', params: { url: 'a' }, sessionId: 'S' },
    { id: 2, method: 'SystemInfo.getProcessInfo', params: {} },
  ]);
  say({ id: 2, result: { processInfo: [] } });
  say({ id: 99, result: {} });
  say({ id: 1, error: { message: 'refused' } });
  await expect(first).rejects.toThrow('Page.navigate: refused');
  expect(await second).toEqual({ processInfo: [] });
});

it('tells events with their session until unsubscribed', async () => {
  const { cdp, say } = browser();
  const heard: unknown[] = [];
  const stop = cdp.on('Page.javascriptDialogOpening', (event) => heard.push(event));
  say({ method: 'Page.javascriptDialogOpening', params: { type: 'alert' }, sessionId: 'S' });
  say({ method: 'Page.unheard', params: {} });
  say({ method: 'Page.javascriptDialogOpening', params: { type: 'prompt' } });
  await new Promise((done) => setTimeout(done));
  stop();
  say({ method: 'Page.javascriptDialogOpening', params: { type: 'confirm' } });
  await new Promise((done) => setTimeout(done));
  expect(heard).toEqual([
    { params: { type: 'alert' }, session: 'S' },
    { params: { type: 'prompt' }, session: null },
  ]);
});

it('fails what is under way, and what comes later, when the browser is gone', async () => {
  const { cdp } = browser();
  const pending = cdp.send('Page.enable', {});
  cdp.end();
  await expect(pending).rejects.toThrow('the browser is gone');
  await expect(cdp.send('Page.enable', {})).rejects.toThrow('the browser is gone');
  cdp.tell('Page.enable', {});
});

it('cuts a stream of bytes into texts at each NUL, wherever the pieces end', async () => {
  const [from, to] = [new PassThrough(), new PassThrough()];
  const port = nulPort(from, to);
  const heard: string[] = [];
  port.onMessage((text) => heard.push(text));
  const bytes = Buffer.from('{"a":"\u20ac"}\0{}\0[1]\0');
  for (const byte of bytes) from.write(Buffer.from([byte]));
  from.write(bytes);
  await new Promise((done) => setTimeout(done));
  expect(heard).toEqual(['{"a":"\u20ac"}', '{}', '[1]', '{"a":"\u20ac"}', '{}', '[1]']);
  port.post('{"b":1}');
  expect((to.read() as Buffer).toString()).toBe('{"b":1}\0');
});
