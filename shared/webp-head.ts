/** What the first bytes of a WebP picture say: its size in pixels, and how many bytes of the file are the picture. */
export interface WebpHead {
  readonly width: number;
  readonly height: number;
  readonly length: number;
}

type Size = Pick<WebpHead, 'width' | 'height'>;

/** Bytes of a chunk's name and length. */
const CHUNK = 8;
/** Chunks looked at in search of the picture; a still picture has a colour profile and an alpha plane before it at most. */
const MOST_CHUNKS = 16;
const ANIMATED = 0x02;

/**
 * Reads the head of a WebP picture (RFC 9649), without touching its pixels. Null for what is none; 'broken' for one that is cut off, is an
 * animation, or states one size in its frame and another in its picture.
 */
export function webpHead(bytes: Uint8Array): WebpHead | 'broken' | null {
  if (!hasText(bytes, 0, 'RIFF') || !hasText(bytes, 8, 'WEBP')) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(4, true) + CHUNK;
  if (length > bytes.length) return 'broken';
  // What comes behind the picture is none of it.
  const size = sizeIn(bytes.subarray(0, length), new DataView(bytes.buffer, bytes.byteOffset, length));
  return size === null ? 'broken' : { ...size, length };
}

/** True where the bytes from `at` on are the Latin-1 text. */
export function hasText(bytes: Uint8Array, at: number, text: string): boolean {
  return [...text].every((character, i) => bytes[at + i] === character.charCodeAt(0));
}

/** Follows the chunks up to the picture, whose size must be the one of the frame around it, where there is one. */
function sizeIn(bytes: Uint8Array, view: DataView): Size | null {
  let frame: Size | null = null;
  for (let at = 12, seen = 0; at + CHUNK <= bytes.length && seen < MOST_CHUNKS; seen++) {
    const inside = at + CHUNK;
    const end = inside + view.getUint32(at + 4, true);
    if (end > bytes.length) return null;
    const size = pictureSize(bytes, view, at, end);
    if (size !== null) return frame === null || isSame(frame, size) ? size : null;
    if (hasText(bytes, at, 'VP8X')) {
      if (seen > 0 || end - inside < 10 || (view.getUint8(inside) & ANIMATED) !== 0) return null;
      frame = { width: 1 + uint24(view, inside + 4), height: 1 + uint24(view, inside + 7) };
    } else if (frame === null) return null;
    at = end + (end & 1);
  }
  return null;
}

/** The size of the picture in a chunk, lossy (RFC 6386) or lossless; null when it holds none. */
function pictureSize(bytes: Uint8Array, view: DataView, at: number, end: number): Size | null {
  const inside = at + CHUNK;
  if (hasText(bytes, at, 'VP8 ')) {
    // A picture is a key frame.
    if (end - inside < 10 || (view.getUint8(inside) & 1) !== 0 || !hasText(bytes, inside + 3, '\x9d\x01\x2a')) return null;
    return sizeOr({ width: view.getUint16(inside + 6, true) & 0x3fff, height: view.getUint16(inside + 8, true) & 0x3fff });
  }
  if (!hasText(bytes, at, 'VP8L') || end - inside < 5 || view.getUint8(inside) !== 0x2f) return null;
  const packed = view.getUint32(inside + 1, true);
  return packed >>> 29 === 0 ? { width: 1 + (packed & 0x3fff), height: 1 + ((packed >>> 14) & 0x3fff) } : null;
}

function sizeOr(size: Size): Size | null {
  return size.width === 0 || size.height === 0 ? null : size;
}

function isSame(one: Size, other: Size): boolean {
  return one.width === other.width && one.height === other.height;
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}
