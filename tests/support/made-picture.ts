import { deflateSync } from 'node:zlib';
import encodeQR from 'qr';

const CRCS = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

function crc(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (const byte of bytes) c = (CRCS[(c ^ byte) & 0xff] ?? 0) ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length);
  body.copy(out, 4);
  out.writeUInt32BE(crc(body), body.length + 4);
  return out;
}

/** A PNG of grey pixels with any head and any packed pixels: sound when both fit. */
export function pngOf(width: number, height: number, packed: Uint8Array): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  const start = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([start, chunk('IHDR', head), chunk('IDAT', packed), chunk('IEND', new Uint8Array())]);
}

/** Dark and light of several QR codes side by side, each module so many pixels; one row of bytes, 0 or 255, for each line. */
export function codesDrawn(texts: readonly string[], scale = 4): { width: number; rows: Uint8Array[] } {
  const codes = texts.map((text) => encodeQR(text, 'raw', { ecc: 'medium', border: 4 }));
  const tall = Math.max(8, ...codes.map((code) => code.length));
  const wide = codes.reduce((sum, code) => sum + code.length, 0) || 8;
  const rows = Array.from({ length: tall * scale }, (_, y) => {
    const modules = codes.flatMap((code) =>
      Array.from({ length: code.length }, (__, x) => code[Math.floor(y / scale)]?.[x] === true),
    );
    return Uint8Array.from({ length: wide * scale }, (__, x) => (modules[Math.floor(x / scale)] === true ? 0 : 255));
  });
  return { width: wide * scale, rows };
}

/** A PNG with a QR code for each text; without any, an empty picture. */
export function pictureOf(...texts: readonly string[]): Buffer {
  const { width, rows } = codesDrawn(texts);
  const lines = Buffer.concat(rows.map((row) => Buffer.concat([Buffer.from([0]), row])));
  return pngOf(width, rows.length, deflateSync(lines));
}
