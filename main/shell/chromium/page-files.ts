import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { ChosenFile } from '../shell.ts';
import type { AppPage } from './app-page.ts';

/** What of a page its files need. */
type FilePage = Pick<AppPage, 'run' | 'send'>;

const ASK = `() => new Promise((done) => {
  const input = document.createElement('input');
  input.type = 'file';
  input.onchange = () => done(input.files[0] ?? null);
  input.oncancel = () => done(null);
  input.click();
})`;

/** Shows the browser's own open dialog; null when the person cancels or the page goes meanwhile. */
export async function askForFile(page: FilePage): Promise<ChosenFile | null> {
  const file = await page.run(ASK, [], false).catch(() => null);
  return file?.objectId === undefined ? null : chosen(page, file.objectId);
}

/** The files last dropped on the page, in order. */
export async function droppedFiles(page: FilePage): Promise<ChosenFile[]> {
  const list = await page.run('() => latchkeyDropped()', [], false);
  if (list.objectId === undefined) return [];
  const { result } = await page.send('Runtime.getProperties', { objectId: list.objectId, ownProperties: true });
  const files: ChosenFile[] = [];
  for (const { name, value } of result) {
    if (!/^\d+$/.test(name) || value?.objectId === undefined) continue;
    const file = await chosen(page, value.objectId);
    if (file !== null) files.push(file);
  }
  return files;
}

// SECURITY: the path is the browser's word, not the page's: a file that a script made has none and is no choice of a person.
async function chosen(page: FilePage, objectId: string): Promise<ChosenFile | null> {
  const { path: file } = await page.send('DOM.getFileInfo', { objectId });
  if (!path.isAbsolute(file)) return null;
  const found = await stat(file).catch(() => null);
  return found?.isFile() ? { path: file, name: path.basename(file), size: found.size } : null;
}
