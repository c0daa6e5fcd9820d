import { existsSync } from 'node:fs';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findChromium } from '../../main/shell/chromium/flags.ts';
import { toBase32 } from '../../main/core/codes/base32.ts';
import { utf8 } from '../../main/core/bytes.ts';
import { codesDrawn, pictureOf } from '../support/made-picture.ts';
import { transferOf } from '../support/made-transfer.ts';
import { webpOf as webpFile } from '../support/made-webp.ts';
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

/** A WebP without the frame, profile and transparency around its picture, which is in a chunk of this name. */
function plainOf(webp: Buffer, name: string): Buffer {
  const at = webp.indexOf(name);
  return webpFile([webp.subarray(at, at + 8 + webp.readUInt32LE(at + 4))]);
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

  /** The same picture as WebP, as the browser writes it: of the quality 1 it is lossless. */
  async function webpOf(at: SafetyWindow, picture: Buffer, quality: number): Promise<Buffer> {
    const base64 = await at.page.evaluate(
      async ([png, of]) => {
        const bytes = Uint8Array.from(atob(png), (character) => character.charCodeAt(0));
        const drawn = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const canvas = Object.assign(document.createElement('canvas'), { width: drawn.width, height: drawn.height });
        canvas.getContext('2d')?.drawImage(drawn, 0, 0);
        const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/webp', of));
        return btoa(String.fromCharCode(...new Uint8Array((await blob?.arrayBuffer()) ?? [])));
      },
      [picture.toString('base64'), quality] as const,
    );
    return Buffer.from(base64, 'base64');
  }

  /** Pastes a picture as a screenshot is pasted. */
  async function paste(at: SafetyWindow, picture: Buffer, type = 'image/png'): Promise<void> {
    await at.page.evaluate(
      ([base64, of]) => {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        const clipboardData = new DataTransfer();
        clipboardData.items.add(new File([bytes], 'screenshot', { type: of }));
        document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      },
      [picture.toString('base64'), type] as const,
    );
  }

  /** Saves pictures to files and drops them on the window, all at once. */
  async function drop(at: SafetyWindow, ...pictures: readonly Buffer[]): Promise<void> {
    const files = pictures.map((_, i) => path.join(scene.place.desk.documents, `dropped-${i}`));
    await Promise.all(files.map((file, i) => writeFile(file, pictures[i] ?? '')));
    const session = await at.page.context().newCDPSession(at.page);
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data: { items: [], files, dragOperationsMask: 1 } });
    }
    await session.detach();
  }

  it('is taken when it is chosen, dropped, pasted, and seen, and the camera is not allowed before or after', async () => {
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

    // The engine decodes no WebP: the page draws each anew, under its own content security policy.
    const extended = await webpOf(window, pictureOf(BY_TIME), 0.8);
    const lossy = plainOf(extended, 'VP8 ');
    const lossless = plainOf(await webpOf(window, pictureOf(BY_TIME), 1), 'VP8L');
    expect(extended.toString('latin1', 12, 16)).toBe('VP8X');
    await writeFile(file, lossy);
    await window.answerOpenDialog(file);
    const ways = [
      () => paste(window, pictureOf(BY_TIME)),
      () => paste(window, lossy, 'image/webp'),
      () => window.button('Choose a picture').click(),
      () => drop(window, lossless),
      () => drop(window, extended),
    ];
    for (const way of ways) {
      await way();
      await page.getByText('From TikTok').waitFor();
      await window.button('Another key').click();
      await page.getByRole('textbox', { name: 'Setup key or otpauth address' }).waitFor();
    }
    await paste(window, pictureOf(BY_TIME, BY_COUNTER));
    await page.getByText('Which of these is it?').waitFor();
    await looks.at(page, 'pictures-02-which');
    await window.button('None of them').click();

    const part = (at: number, ...names: string[]) => pictureOf(transferOf({ id: 7, at, of: 3 }, ...names));
    await drop(window, part(2, 'Kiln'), part(0, 'Quay', 'Moor'));
    await page.getByText('Pictures 1, 3 of 3').waitFor();
    await looks.at(page, 'pictures-06-transfer');
    await paste(window, part(1, 'Reed'));
    await page.getByText('4 keys are here of a transfer of 3 pictures.').waitFor();
    await window.button('Reed').click();
    await page.getByText('The code this key gives now').waitFor();
    await window.button('Another key').click();
    await window.button('None of them').click();
    await paste(window, pictureOf());
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
