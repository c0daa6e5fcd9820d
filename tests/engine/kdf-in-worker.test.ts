import { rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { utf8 } from '../../main/core/bytes.ts';
import { directKdf } from '../../main/core/crypto/kdf.ts';
import { WorkerKdf } from '../../main/engine/kdf-in-worker.ts';
import { buildScript } from './kill/build-script.ts';

describe('the KDF in a worker', () => {
  let script = '';

  beforeAll(async () => {
    script = await buildScript('main/engine/kdf-worker.ts');
  });

  afterAll(async () => {
    if (script !== '') await rm(path.dirname(script), { recursive: true, force: true });
  });

  it('gives what the direct one gives, and this thread answers meanwhile', async () => {
    const [password, salt] = [utf8('correct horse'), new Uint8Array(16).fill(4)];
    let ticks = 0;
    const timer = setInterval(() => ticks++, 5);
    const key = await new WorkerKdf(pathToFileURL(script)).derive(password, salt, 3, 65_536);
    clearInterval(timer);
    expect(key).toEqual(await directKdf.derive(password, salt, 3, 65_536));
    expect(password).toEqual(utf8('correct horse'));
    expect(ticks).toBeGreaterThan(2);
  });

  it('rejects for a bug in the worker or a script that is not there', async () => {
    const derive = (url: URL, ops: number) => new WorkerKdf(url).derive(utf8('x'), new Uint8Array(16), ops, 65_536);
    await expect(derive(pathToFileURL(script), 1)).rejects.toThrow();
    await expect(derive(pathToFileURL(`${script}.missing`), 3)).rejects.toThrow();
  });
});
