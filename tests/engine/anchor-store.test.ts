import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AnchorFiles } from '../../main/engine/anchor-store.ts';
import { faultyDisk } from './file-store/faulty-disk.ts';

const vaultId = new Uint8Array(16).fill(1);
const [older, newer] = [new Uint8Array(136).fill(1), new Uint8Array(136).fill(2)];
let profile = '';

beforeEach(async () => {
  profile = await mkdtemp(path.join(tmpdir(), 'anchors-'));
});
afterEach(() => rm(profile, { recursive: true, force: true }));

it('keeps one anchor a vault, the newest, flushed before it takes the place of the older one', async () => {
  const disk = faultyDisk(() => null);
  const anchors = new AnchorFiles(profile, disk);
  expect(await anchors.read(vaultId)).toBeNull();
  expect(await anchors.write(vaultId, older)).toBe(true);
  const before = disk.calls.length;
  expect(await anchors.write(vaultId, newer)).toBe(true);
  expect(await anchors.read(vaultId)).toEqual(newer);
  expect(await anchors.read(new Uint8Array(16))).toBeNull();
  expect(await readdir(path.join(profile, 'anchors'))).toHaveLength(1);
  const calls = disk.calls.slice(before).filter((call) => call === 'file.sync' || call === 'rename');
  expect(calls).toEqual(process.platform === 'win32' ? ['file.sync', 'rename'] : ['file.sync', 'rename', 'file.sync']);
});

it('keeps the older anchor or the newer one, and nothing beside it, whichever call of the disk fails', async () => {
  const whole = faultyDisk(() => null);
  expect(await new AnchorFiles(profile, whole).write(vaultId, older)).toBe(true);
  const first = whole.calls.length;
  expect(await new AnchorFiles(profile, whole).write(vaultId, older)).toBe(true);
  const calls = whole.calls.length - first;
  for (let n = 1; n <= calls; n++) {
    const disk = faultyDisk((_call, made) => (made === n ? 'EIO' : null));
    const isWritten = await new AnchorFiles(profile, disk).write(vaultId, newer);
    const told = `call ${n} of ${calls}: ${disk.calls[n - 1]}`;
    const found = await new AnchorFiles(profile).read(vaultId);
    expect([older, newer], told).toContainEqual(found);
    if (isWritten) expect(found, told).toEqual(newer);
    expect(await readdir(path.join(profile, 'anchors')), told).toHaveLength(1);
    await new AnchorFiles(profile).write(vaultId, older);
  }
  console.log(`calls made to fail under an anchor: ${calls}`);
});
