import { MAX_CHUNK, MAX_PICTURE } from '../../shared/limits.ts';
import type { Reply } from '../../shared/wire/client.ts';
import type { EngineClient, EngineResult } from './engine.ts';

/** What a picture gave: the keys in it, which wait in the engine. */
export type PictureReply = Reply<EngineResult<'factors.readPicture'>>;

/** What the engine decodes itself; anything else is drawn anew here first. */
const SENT_AS_IT_IS = ['image/png', 'image/jpeg', 'image/gif', 'image/bmp'];
/** Most pixels along the longer side of a picture that is drawn anew. */
const LONGEST_SIDE = 4096;
const PIECE = (MAX_CHUNK / 4) * 3;

/** The picture among what was pasted; null when there is none. */
export function pictureIn(data: DataTransfer | null): File | null {
  return [...(data?.files ?? [])].find(({ type }) => type.startsWith('image/')) ?? null;
}

/** Sends a picture to the engine and has its codes read. */
export async function readPicture(engine: EngineClient, picture: Blob): Promise<PictureReply> {
  const sent = SENT_AS_IT_IS.includes(picture.type) ? picture : await redrawn(picture);
  if (sent === null) return { ok: false, code: 'picture_unreadable' };
  if (sent.size > MAX_PICTURE) return { ok: false, code: 'picture_too_large' };
  const bytes = new Uint8Array(await sent.arrayBuffer());
  let id: string | null = null;
  for (let at = 0; at === 0 || at < bytes.length; at += PIECE) {
    const piece = toBase64(bytes.subarray(at, at + PIECE));
    const reply: Reply<EngineResult<'factors.putPicture'>> = await engine.call('factors.putPicture', { picture: id, piece });
    if (!reply.ok) return reply;
    id = reply.value.picture;
  }
  return id === null ? { ok: false, code: 'picture_unreadable' } : engine.call('factors.readPicture', { source: { picture: id } });
}

/** A picture as PNG, decoded by the browser in this page's sandbox; null when it cannot. */
async function redrawn(picture: Blob): Promise<Blob | null> {
  if (picture.size > MAX_PICTURE) return picture;
  try {
    const bitmap = await createImageBitmap(picture);
    const drawn = await draw(bitmap, LONGEST_SIDE, 'image/png');
    bitmap.close();
    return drawn;
  } catch {
    return null;
  }
}

/** Draws an image at most so many pixels long; null when there is nothing to draw. */
export async function draw(image: ImageBitmap | HTMLVideoElement, longest: number, type: string): Promise<Blob | null> {
  const [width, height] = 'videoWidth' in image ? [image.videoWidth, image.videoHeight] : [image.width, image.height];
  const scale = Math.min(1, longest / Math.max(1, width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const pen = canvas.getContext('2d');
  if (pen === null || canvas.width < 1 || canvas.height < 1) return null;
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, type, 0.92));
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
