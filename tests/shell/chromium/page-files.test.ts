import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { askForFile, droppedFiles } from '../../../main/shell/chromium/page-files.ts';

type Page = Parameters<typeof droppedFiles>[0];

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'latchkey-files-'));
  file = path.join(folder, 'a.txt');
  await writeFile(file, 'four');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A page that gives a list of files, of which the browser knows these paths. */
function pageWith(...paths: string[]): Page {
  const answers: Record<string, (params: { objectId?: string }) => unknown> = {
    'Runtime.getProperties': () => ({
      result: [
        ...paths.map((_, i) => ({ name: String(i), value: { type: 'object', objectId: String(i) } })),
        { name: 'length', value: { type: 'number', value: paths.length } },
      ],
    }),
    'DOM.getFileInfo': ({ objectId }) => ({ path: paths[Number(objectId)] }),
  };
  return {
    run: () => Promise.resolve({ type: 'object', objectId: '0' }),
    send: (method, params) => Promise.resolve(answers[method]?.(params as { objectId?: string }) as never),
  };
}

it('gives dropped files in their order', async () => {
  expect(await droppedFiles(pageWith(file, file))).toEqual([0, 1].map(() => ({ path: file, name: 'a.txt', size: 4 })));
});

it.each(['', 'package.json', '/nowhere/at/all', tmpdir()])('gives nothing for the path %j', async (given) => {
  expect(await droppedFiles(pageWith(given))).toEqual([]);
  expect(await askForFile(pageWith(given))).toBe(null);
});

it('gives nothing when the page goes while its dialog is open', async () => {
  const gone: Page = { ...pageWith(file), run: () => Promise.reject(new Error('context destroyed')) };
  expect(await askForFile(gone)).toBe(null);
});
