import { afterEach, beforeEach, expect, it } from 'vitest';
import { ENGINE_FLAGS, engineEnvironment, NodeEngine } from '../../main/shell/node-engine.ts';
import { ECHO_ENGINE } from '../support/chromium-host.ts';
import { nextTexts } from './conformance.ts';

let engine: NodeEngine;
beforeEach(() => {
  engine = new NodeEngine(ECHO_ENGINE);
});
afterEach(async () => {
  engine.kill();
  await engine.exited;
});

it('keeps its two pipes apart', async () => {
  const texts = Promise.all([nextTexts(engine.port), nextTexts(engine.page)]);
  engine.port.post('a');
  engine.page.post('b');
  expect(await texts).toEqual([['echo shell a'], ['echo page b']]);
});

it('sees neither secrets nor switches of the environment it is started from', async () => {
  process.env['LATCHKEY_SECRET_FOR_TEST'] = 'x';
  process.env['NODE_EXTRA_CA_CERTS'] = '/nowhere';
  const other = new NodeEngine(ECHO_ENGINE);
  const text = nextTexts(other.port);
  other.port.post('env');
  const names = JSON.parse((await text)[0] ?? '') as string[];
  other.kill();
  delete process.env['LATCHKEY_SECRET_FOR_TEST'];
  delete process.env['NODE_EXTRA_CA_CERTS'];
  // The channel's own variables are node's.
  expect(names.filter((name) => !/^(NODE_CHANNEL_|HOME$|LANG$|LC_|TZ$|TMPDIR$)/.test(name))).toEqual([]);
});

it('gets no flags of the process that starts it', async () => {
  process.execArgv.push('--no-warnings');
  const other = new NodeEngine(ECHO_ENGINE);
  process.execArgv.pop();
  const text = nextTexts(other.port);
  other.port.post('flags');
  expect(JSON.parse((await text)[0] ?? '')).toEqual([ENGINE_FLAGS, []]);
  expect(ENGINE_FLAGS.filter((flag) => !flag.startsWith('--max-semi-space-size='))).toEqual([]);
  other.kill();
});

it('keeps of an environment what is on its list', () => {
  const from = {
    HOME: '/h',
    LANG: 'C',
    LC_ALL: 'C',
    NODE_OPTIONS: '--inspect',
    LD_PRELOAD: 'x',
    PATH: '/bin',
    SSLKEYLOGFILE: 'x',
    AWS_SECRET: 'x',
  };
  expect(engineEnvironment(from)).toEqual({ HOME: '/h', LANG: 'C', LC_ALL: 'C' });
});

it('ends when the last end of its channel is gone, and takes texts after its end quietly', async () => {
  engine.port.post('exit 3');
  expect(await engine.exited).toBe(3);
  engine.port.post('late');
  engine.page.post('late');
});
