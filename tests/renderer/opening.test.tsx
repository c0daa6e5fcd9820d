import { readFileSync } from 'node:fs';
import path from 'node:path';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Opening } from '../../renderer/app/opening.tsx';

const tight = (html: string): string => html.replaceAll(/>\s+</gu, '><').trim();

it('is in the document before any script as the page draws it', () => {
  const html = readFileSync(path.resolve(import.meta.dirname, '../../renderer/index.html'), 'utf8');
  const root = /<div id="root">(.*)<\/div>\s*<script/su.exec(html)?.[1] ?? '';
  expect(tight(root)).toBe(renderToStaticMarkup(Opening()));
});
