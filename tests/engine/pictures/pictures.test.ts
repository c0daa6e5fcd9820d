import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Pictures, READ_MS } from '../../../main/engine/pictures.ts';
import { forkedReader, type ReaderProcess, type StartReader } from '../../../main/engine/reader-process.ts';
import { MAX_CHUNK, MAX_PICTURE } from '../../../shared/limits.ts';
import { bundleProgram } from '../../support/bundle.ts';
import { makeVault, startEngine, type TestEngine } from '../../support/engine-world.ts';
import { pictureOf, pngOf } from '../../support/made-picture.ts';
import { losslessChunk, webpOf } from '../../support/made-webp.ts';
import { transferOf } from '../../support/made-transfer.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const FIXTURES = path.resolve(ROOT, '../shared/fixtures/qr');
const SEED = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const URI = `otpauth://totp/TikTok:harbour?secret=${SEED}&issuer=TikTok`;
const HOSTILE = process.env['SLOW'] === '1' ? 1000 : 220;

let folder = '';
let real: StartReader;
let stuck: StartReader;
let started: ReaderProcess[] = [];
let programs = 0;

const counted =
  (start: StartReader): StartReader =>
  async () => {
    const reader = await start();
    started.push(reader);
    return reader;
  };
/** Pictures whose files are named by their tokens. */
const picturesOver = (start: StartReader): Pictures => new Pictures({ redeem: async (token) => token }, counted(start));
/** Hears its picture and answers as a reader does; the lines after it say how. */
const READER = `import fs from 'node:fs';
const NOISE = Buffer.from('000000ff0f6f22ffff7b', 'hex');
process.stdin.resume().on('end', () => process.emit('message'));
process.send = (message) => process.stdout.write(JSON.stringify(message) + '\\n');
`;
/** A reader that runs a few lines in place of the real one. */
const programReader = (program: string): StartReader => {
  const file = path.join(folder, `program-${programs++}.mjs`);
  writeFileSync(file, `${READER}${program}`);
  return forkedReader(pathToFileURL(file));
};
const inFile = (bytes: Uint8Array): { token: string } => {
  const token = path.join(folder, 'picture');
  writeFileSync(token, bytes);
  return { token };
};

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'latchkey-pictures-'));
  writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
  real = forkedReader(pathToFileURL(await bundleProgram(path.join(ROOT, 'main/engine/picture-reader.ts'), folder)));
  // One that has got stuck over its picture, and sits out SIGTERM.
  stuck = programReader("process.on('SIGTERM', () => {});process.on('message', () => { for (;;); });process.send('ready');");
});

beforeEach(() => {
  started = [];
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a picture', () => {
  it('gives the texts of all its QR codes, and the process that read it is gone', async () => {
    const texts = [URI, 'WIFI:S:harbour;;'];
    const read = await picturesOver(real).read(inFile(pictureOf(...texts)));
    expect(read).toHaveLength(2);
    expect(new Set(read as string[])).toEqual(new Set(texts));
    expect(started).toHaveLength(1);
    await started[0]?.gone;
  });

  (existsSync(FIXTURES) ? it : it.skip)('gives what other readers find in pictures of other projects', async () => {
    const pictures = picturesOver(real);
    const read = (name: string) => pictures.read({ token: path.join(FIXTURES, name) });
    expect(await read('dim13-example.png')).toEqual([
      'otpauth://totp/Example:alice@google.com?issuer=Example&period=30&secret=JBSWY3DPEHPK3PXP',
    ]);
    expect(await read('scito-qr_but_without_otp.png')).toEqual(['NOT A otpauth-migration:// URL']);
    expect(await read('scito-text_masquerading_as_image.jpeg')).toEqual({ refused: 'picture_unreadable' });
  });

  it('is ended after a second when the reader is stuck, and the next one is read', async () => {
    const begun = performance.now();
    expect(await picturesOver(stuck).read(inFile(pictureOf(URI)))).toEqual({ refused: 'picture_timeout' });
    const took = performance.now() - begun;
    expect(took).toBeGreaterThanOrEqual(READ_MS);
    // Starting it takes its time on a busy machine, but not the ten seconds it may take.
    expect(took).toBeLessThan(READ_MS + 5000);
    await started[0]?.gone;
    console.log(`a stuck reader was ended after ${Math.round(took)} ms`);
    expect(await picturesOver(real).read(inFile(pictureOf(URI)))).toEqual([URI]);
  });

  it('is read by a process that ends by itself where nobody is left to end it', async () => {
    const reader = await real();
    const answered = new Promise((done) =>
      reader.onMessage((told) => (told === 'ready' ? reader.post(pictureOf(URI)) : done(told))),
    );
    expect(await answered).toEqual([URI]);
    const begun = performance.now();
    await Promise.race([reader.gone, new Promise((_, fail) => setTimeout(() => fail(new Error('still there')), 9000))]);
    expect(performance.now() - begun).toBeGreaterThan(READ_MS);
  });

  it('is looked at by its head first: nothing too large or of another kind starts a process', async () => {
    const pictures = picturesOver(real);
    const refusal = async (bytes: Uint8Array) => (await pictures.read(inFile(bytes))) as { refused?: string };
    expect(await refusal(pngOf(5001, 5000, new Uint8Array()))).toEqual({ refused: 'picture_too_large' });
    expect(await refusal(pngOf(0xffffffff, 0xffffffff, new Uint8Array()))).toEqual({ refused: 'picture_too_large' });
    expect(await refusal(new Uint8Array(MAX_PICTURE + 1))).toEqual({ refused: 'picture_too_large' });
    expect(await refusal(new Uint8Array())).toEqual({ refused: 'picture_unreadable' });
    expect(await refusal(Buffer.from('RIFF....WEBPVP8L'))).toEqual({ refused: 'picture_unreadable' });
    expect(await refusal(webpOf([losslessChunk(16_384, 16_384)]))).toEqual({ refused: 'picture_too_large' });
    expect(await pictures.read({ token: path.join(folder, 'nothing') })).toEqual({ refused: 'file_unreadable' });
    expect(started).toHaveLength(0);
  });

  it('that unpacks to gigabytes is given up, and leaves no process behind', async () => {
    // A gigabyte of zeros packs to a megabyte: behind a small head, and behind one that states the most there may be.
    const zeros = deflateSync(new Uint8Array(256 * 1024 * 1024), { level: 9 });
    for (const bomb of [pngOf(100, 100, zeros), pngOf(5000, 5000, zeros)]) {
      const told = await picturesOver(real).read(inFile(bomb));
      expect(told === null || 'refused' in (told as object) || (told as string[]).length === 0).toBe(true);
    }
    await Promise.all(started.map(({ gone }) => gone));
  });

  it('comes in pieces of base64, and not above the largest there may be', async () => {
    const pictures = picturesOver(real);
    const text = pictureOf(URI).toString('base64');
    const first = pictures.put(null, text.slice(0, 400)) as { picture: string };
    expect(pictures.put(first.picture, text.slice(400))).toEqual(first);
    expect(await pictures.read(first)).toEqual([URI]);
    expect(await pictures.read(first)).toEqual({ refused: 'not_found' });
    let id: string | null = null;
    let refused: string | null = null;
    for (let i = 0; i <= Math.ceil((MAX_PICTURE * 4) / 3 / MAX_CHUNK) && refused === null; i++) {
      const put = pictures.put(id, 'A'.repeat(MAX_CHUNK));
      if ('refused' in put) refused = put.refused;
      else id = put.picture;
    }
    expect(refused).toBe('picture_too_large');
  });

  it('is read by a process that knows nothing of this one', async () => {
    const nosy =
      "process.on('message', () => process.send([JSON.stringify([process.env, process.execArgv, process.argv.slice(2)])]));";
    const told = await picturesOver(programReader(`${nosy}process.send('ready')`)).read(inFile(pictureOf(URI)));
    const [env, flags, args] = JSON.parse((told as string[])[0] ?? '[]') as [Record<string, string>, string[], string[]];
    expect(Object.keys(env)).toEqual([]);
    expect([flags, args]).toEqual([[], []]);
  });

  it.each([
    ['that ends at once', 'process.exit(3)'],
    ['that answers before it was asked', "process.send(['x'])"],
    ['that answers with anything', "process.on('message', () => process.send([{ text: 1 }]));process.send('ready')"],
    ['that writes what is no message', "for (const fd of [1, 3]) try { fs.writeSync(fd, NOISE); } catch {}process.send('ready')"],
    ['that writes without a stop', "process.on('message', () => { for (;;) fs.writeSync(1, NOISE); });process.send('ready')"],
    ['that answers without end', "process.on('message', () => process.send(Array(40).fill('x')));process.send('ready')"],
  ])('gives nothing through a reader %s', async (_name, program) => {
    const told = await picturesOver(programReader(program)).read(inFile(pictureOf(URI)));
    expect(told).toEqual({ refused: 'picture_unreadable' });
  });
});

/** Pictures and what is none, spoilt in every way that a seed of this test thinks of. */
function hostile(n: number): Uint8Array {
  const sound = pictureOf(`otpauth://totp/x?secret=${SEED}`);
  const random = (i: number): number => Math.imul((n + 1) * 2_654_435_761 + i, 0x9e3779b1) >>> 0;
  const out = new Uint8Array(sound);
  switch (n % 5) {
    case 0:
      return out.slice(0, random(1) % out.length);
    case 1:
      for (let i = 0; i < 8; i++) out[33 + (random(i) % (out.length - 33))] = random(i + 99) & 0xff;
      return out;
    case 2:
      return Uint8Array.from({ length: random(1) % 2000 }, (_, i) => random(i) & 0xff);
    case 3: {
      // Large, or small and with as much in it as it states, or with more or less.
      const [width, height] = [1 + (random(1) % 300), 1 + (random(2) % 300)];
      const [scale, more] = n % 3 === 0 ? [100, 0] : [1, n % 3 === 1 ? 0 : (random(3) % 999) - 500];
      return pngOf(width * scale, height * scale, deflateSync(new Uint8Array(Math.max(0, height * (width + 1) + more))));
    }
    default: {
      const starts = [
        '\xff\xd8\xff\xc0\x00\x11\x08\x00\x40\x00\x40\x03',
        'GIF89a\x40\x00\x40\x00\x80\x00\x00',
        `BM${'\0'.repeat(12)}(\0\0\0\x40\0\0\0\x40\0\0\0\x01\0\x18\0`,
      ];
      const start = Buffer.from(starts[random(1) % 3] ?? '', 'latin1');
      return new Uint8Array(
        Buffer.concat([start, Buffer.from(Array.from({ length: random(2) % 3000 }, (_, i) => random(i) & 0xff))]),
      );
    }
  }
}

describe('the engine', () => {
  let engine: TestEngine;
  let account = '';
  const send = async (bytes: Uint8Array, more = false) => {
    const { picture } = await engine.ask('factors.putPicture', { picture: null, piece: Buffer.from(bytes).toString('base64') });
    return engine.client.call('factors.readPicture', { source: { picture }, more });
  };

  beforeAll(async () => {
    engine = await startEngine({ now: 1_790_000_010 }, undefined, { startReader: (...args) => counted(real)(...args) });
    await makeVault(engine, 'Maren', 'copper tunnel hazard biology');
    const form = {
      client: null,
      platform: 'tiktok',
      kind: 'personal' as const,
      title: 'TikTok',
      username: null,
      recoveryMail: null,
    };
    account = (await engine.ask('accounts.save', { ...form, recoveryPhone: null, address: null, tags: [], owner: null })).id;
  });

  it('takes the key of a picture as one that was typed, and its seed is in no message to the page', async () => {
    const reply = await send(pictureOf(URI));
    if (!reply.ok || 'draw' in reply.value) throw new Error('no key was found');
    expect(reply.value.found).toMatchObject([{ type: 'totp', issuer: 'TikTok', label: 'harbour', digits: 6 }]);
    await engine.ask('factors.confirm', { account, pending: reply.value.found[0]?.pending ?? '', typed: null });
    expect((await engine.ask('codes.live', { account })).live?.code).toMatch(/^\d{6}$/);
    const hex = Buffer.from('48656c6c6f21deadbeef', 'hex');
    for (const needle of [SEED, SEED.slice(0, 16), hex.toString('hex'), hex.toString('base64').slice(0, 12)]) {
      expect(engine.sent.join('\n')).not.toContain(needle);
    }
  });

  it('offers each key of a picture with several, and says nothing of a code that is none', async () => {
    const two = await send(pictureOf(URI, 'otpauth://hotp/Depot?secret=GEZDGNBVGY3TQOJQ&counter=4'));
    if (!two.ok || 'draw' in two.value) throw new Error('no key was found');
    expect(two.value.found.map(({ type, counter }) => `${type} ${counter}`).toSorted()).toEqual(['hotp 4', 'totp 0']);
    const before = engine.sent.length;
    expect(await send(pictureOf('https://bank.example/reset?token=harbour'))).toEqual({ ok: false, code: 'code_not_otpauth' });
    expect(engine.sent.slice(before).join('\n')).not.toContain('harbour');
    expect(await send(pictureOf())).toEqual({ ok: false, code: 'no_code_in_picture' });
  });

  it('gathers the keys of a transfer in several pictures, and no more than it was asked to', async () => {
    const part = (at: number, name: string) => pictureOf(transferOf({ id: 5, at, of: 2 }, name));
    expect(await send(part(0, 'Ana'))).toMatchObject({ ok: true, value: { transfer: { have: [1], of: 2 } } });
    expect(await send(part(0, 'Ana'), true)).toEqual({ ok: false, code: 'transfer_doubled', facts: { at: 1, of: 2 } });
    expect(await send(pictureOf(URI), true)).toMatchObject({ ok: false, code: 'transfer_other' });
    const all = await send(part(1, 'Bo'), true);
    expect(all).toMatchObject({ ok: true, value: { found: [{ label: 'Ana' }, { label: 'Bo' }], transfer: { have: [1, 2] } } });
    expect(await send(part(1, 'Bo'))).toMatchObject({ ok: true, value: { found: [{ label: 'Bo' }], transfer: { have: [2] } } });
  });

  it('is the same after every hostile picture', { timeout: 300_000 }, async () => {
    const state = async () => JSON.stringify([await engine.ask('accounts.get', { id: account }), engine.bugs]);
    const vaultBytes = () =>
      readdirSync(engine.folder)
        .filter((name) => name.endsWith('.latchkey'))
        .map((name) => readFileSync(path.join(engine.folder, name), 'base64'));
    const before = await state();
    const saved = vaultBytes();
    const codes = new Map<string, number>();
    for (let n = 0; n < HOSTILE; n++) {
      const reply = await send(hostile(n));
      const code = reply.ok ? 'read' : reply.code;
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
    expect(await state()).toBe(before);
    console.log(`${HOSTILE} hostile pictures: ${[...codes].map(([code, count]) => `${code} ${count}`).join(', ')}`);
    expect(
      [...codes.keys()].filter(
        (code) => !['read', 'picture_unreadable', 'no_code_in_picture', 'picture_too_large', 'picture_timeout'].includes(code),
      ),
    ).toEqual([]);
    expect(saved).toHaveLength(1);
    expect(vaultBytes()).toEqual(saved);
    expect(codes.size).toBeGreaterThan(2);
    await Promise.all(started.map(({ gone }) => gone));
  });
});
