import { existsSync } from 'node:fs';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findChromium } from '../../main/shell/chromium/flags.ts';
import { toBase32 } from '../../main/core/codes/base32.ts';
import { utf8 } from '../../main/core/bytes.ts';
import { codesDrawn, pictureOf } from '../support/made-picture.ts';
import { setScene } from './safety/scene.ts';
import { SafetyWindow } from './safety/window.ts';

/** The seed of RFC 4226, appendix D, whose codes are known. */
const SEED = toBase32(utf8('12345678901234567890'));
const BY_TIME = `otpauth://totp/TikTok:harbour?secret=${SEED}&issuer=TikTok`;
const BY_COUNTER = `otpauth://hotp/Depot:anna?secret=${SEED}&issuer=Depot&counter=3`;
const FOURTH = '9 6 9 4 2 9';

/** A second of film (YUV4MPEG2, as Chromium's made-up camera takes it): a QR code held still. */
function filmOf(text: string): Buffer {
  const { width, rows } = codesDrawn([text], 6);
  const [wide, tall] = [640, 480];
  const left = Math.floor((wide - width) / 2);
  const top = Math.floor((tall - rows.length) / 2);
  const light = Buffer.alloc(wide * tall, 220);
  rows.forEach((row, y) => light.set(row, (top + y) * wide + left));
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, Buffer.alloc((wide * tall) / 2, 128)]);
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${wide} H${tall} F10:1 Ip A1:1 C420mpeg2\n`), ...Array<Buffer>(10).fill(frame)]);
}

describe('a key from a picture or the camera, in the real app', { timeout: 120_000 }, () => {
  const scene = setScene(['TikTok']);
  const { looks } = scene;

  /** The same browser with a film in place of a camera. */
  async function browserWithFilm(): Promise<string> {
    const film = path.join(scene.place.desk.folder, 'film.y4m');
    const browser = path.join(scene.place.desk.folder, 'chromium');
    await writeFile(film, filmOf(BY_COUNTER));
    const real = findChromium(process.env['LATCHKEY_CHROMIUM'], existsSync) ?? 'chromium';
    const flags = `--use-fake-device-for-media-stream --use-file-for-fake-video-capture=${film}`;
    await writeFile(browser, `#!/bin/sh\nexec ${real} ${flags} "$@"\n`);
    await chmod(browser, 0o755);
    return browser;
  }

  async function toIntake(at: SafetyWindow): Promise<void> {
    await at.goTo('Accounts');
    await at.page.getByRole('option', { name: /TikTok/ }).click();
    await at.button('Add a second factor').click();
    await at.page.getByRole('textbox', { name: 'Setup key or otpauth address' }).waitFor();
  }

  /** Pastes a picture as a screenshot is pasted, in a format of the browser's choice. */
  async function paste(at: SafetyWindow, picture: Buffer, type: string): Promise<void> {
    await at.page.evaluate(
      async ([base64, wanted]) => {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        const drawn = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const canvas = Object.assign(document.createElement('canvas'), { width: drawn.width, height: drawn.height });
        canvas.getContext('2d')?.drawImage(drawn, 0, 0);
        const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, wanted));
        const clipboardData = new DataTransfer();
        if (blob !== null) clipboardData.items.add(new File([blob], 'screenshot', { type: blob.type }));
        document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      },
      [picture.toString('base64'), type] as const,
    );
  }

  it('is taken when it is chosen, pasted, and seen, and the camera is not allowed before or after', async () => {
    const window = (scene.window = await SafetyWindow.at(scene.place.desk, { chromium: await browserWithFilm() }));
    const { page } = window;
    const camera = () => page.evaluate(async () => (await navigator.permissions.query({ name: 'camera' as PermissionName })).state);
    await toIntake(window);
    await looks.at(page, 'pictures-01-intake');

    const file = path.join(scene.place.desk.documents, 'code.png');
    await writeFile(file, pictureOf(BY_TIME));
    await window.answerOpenDialog(file);
    await window.button('Choose a picture').click();
    await page.getByText('From TikTok').waitFor();
    await window.button('Another key').click();

    // The engine decodes no WebP: the page has drawn it anew, under its own content security policy.
    for (const type of ['image/png', 'image/webp']) {
      await paste(window, pictureOf(BY_TIME), type);
      await page.getByText('From TikTok').waitFor();
      await window.button('Another key').click();
    }
    await paste(window, pictureOf(BY_TIME, BY_COUNTER), 'image/png');
    await page.getByText('Which of these is it?').waitFor();
    await looks.at(page, 'pictures-02-which');
    await window.button('None of them').click();
    await paste(window, pictureOf(), 'image/png');
    await page.getByText('No QR code was found in this picture.').waitFor();
    await looks.at(page, 'pictures-03-none');

    expect(await camera()).toBe('denied');
    await window.button('Use the camera').click();
    await page.getByText('From Depot').waitFor();
    expect(await camera()).toBe('denied');
    await looks.at(page, 'pictures-04-counter');
    await window.button('Not on a phone yet').click();
    await window.button('Next code').click();
    await page.getByRole('img', { name: FOURTH }).waitFor();
    await looks.at(page, 'pictures-05-next-code');
    expect(await page.content()).not.toContain(SEED);
    expect((await readFile(scene.place.file)).includes(SEED)).toBe(false);
  });
});
