import { hasText, type WebpHead, webpHead } from '../../../shared/webp-head.ts';

/** What the first bytes of a picture say: its kind, and its size in pixels. */
export interface PictureHead {
  readonly kind: 'png' | 'jpeg' | 'gif' | 'bmp';
  readonly width: number;
  readonly height: number;
}

/**
 * Reads the head of a picture, without touching what it holds. Null for anything of another kind, and for a head that is cut off or gives
 * no size. Formats: PNG (RFC 2083), JPEG (ITU T.81, annex B), GIF 89a, BMP, WebP (RFC 9649).
 */
export function pictureHead(bytes: Uint8Array): PictureHead | (WebpHead & { readonly kind: 'webp' }) | null {
  const webp = webpHead(bytes);
  if (webp !== null) return webp === 'broken' ? null : { kind: 'webp', ...webp };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = pngHead(bytes, view) ?? jpegHead(view) ?? gifHead(bytes, view) ?? bmpHead(bytes, view);
  return head === null || head.width < 1 || head.height < 1 ? null : head;
}

function pngHead(bytes: Uint8Array, view: DataView): PictureHead | null {
  if (bytes.length < 33 || !hasText(bytes, 0, '\x89PNG\r\n\x1a\n') || !hasText(bytes, 12, 'IHDR')) return null;
  return { kind: 'png', width: view.getUint32(16), height: view.getUint32(20) };
}

function gifHead(bytes: Uint8Array, view: DataView): PictureHead | null {
  if (bytes.length < 13 || !(hasText(bytes, 0, 'GIF87a') || hasText(bytes, 0, 'GIF89a'))) return null;
  return { kind: 'gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

function bmpHead(bytes: Uint8Array, view: DataView): PictureHead | null {
  if (bytes.length < 26 || !hasText(bytes, 0, 'BM')) return null;
  // The oldest kind of this head counts in 16 bits; later ones give a negative height to a picture stored from the top.
  if (view.getUint32(14, true) === 12) return { kind: 'bmp', width: view.getUint16(18, true), height: view.getUint16(20, true) };
  return { kind: 'bmp', width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) };
}

/** Follows the segments up to the frame's own, which states the size. */
function jpegHead(view: DataView): PictureHead | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 <= view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff || isBare(marker)) at += marker === 0xff ? 1 : 2;
    else if (isFrame(marker)) return { kind: 'jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    // The picture itself begins, and no frame has been stated.
    else if (marker === 0xda) return null;
    else at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/** Markers that no length follows. */
function isBare(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd9);
}

/** SOF0 to SOF15, without the tables and the reserved marker among them. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}
