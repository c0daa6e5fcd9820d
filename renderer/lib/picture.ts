import { MAX_CHUNK, MAX_PICTURE, MAX_PIXELS } from '../../shared/limits.ts';
import { webpHead } from '../../shared/webp-head.ts';
import type { Reply } from '../../shared/wire/client.ts';
import type { EngineClient, EngineResult } from './engine.ts';

type Read = EngineResult<'factors.readPicture'>;
/** Keys of pictures, which wait in the engine. */
export type PictureKeys = Exclude<Read, { readonly draw: string }>;
/** What a picture gave. */
export type PictureReply = Reply<PictureKeys>;

/** What the engine decodes itself; anything else is drawn anew here first. */
const SENT_AS_IT_IS = ['image/png', 'image/jpeg', 'image/gif', 'image/bmp'];
/** Most pixels along the longer side of a picture that is drawn anew. */
const LONGEST_SIDE = 4096;
const PIECE = (MAX_CHUNK / 4) * 3;
const UNREADABLE = { ok: false, code: 'picture_unreadable' } as const;
const TOO_LARGE = { ok: false, code: 'picture_too_large' } as const;

/** The picture among what was pasted; null when there is none. */
export function pictureIn(data: DataTransfer | null): File | null {
  return [...(data?.files ?? [])].find(({ type }) => type.startsWith('image/')) ?? null;
}

/** True for a transfer in several codes of which some are still to come. */
export function isUnfinished({ transfer }: PictureKeys): boolean {
  return transfer !== null && transfer.have.length < transfer.of;
}

/** Sends a picture to the engine and has its codes read; with `more` they add to a transfer begun before. */
export async function readPicture(engine: EngineClient, picture: Blob, more: boolean): Promise<PictureReply> {
  if (picture.size > MAX_PICTURE) return TOO_LARGE;
  const bytes = new Uint8Array(await picture.arrayBuffer());
  const webp = webpHead(bytes);
  if (webp === null) return SENT_AS_IT_IS.includes(picture.type) ? send(engine, bytes, more) : sendDrawn(engine, picture, more);
  if (webp === 'broken') return UNREADABLE;
  if (webp.width * webp.height > MAX_PIXELS) return TOO_LARGE;
  return sendDrawn(engine, new Blob([bytes], { type: 'image/webp' }), more);
}

/** Has the engine read a file that a person chose or dropped. Of a WebP the engine gives the bytes back, to be drawn anew here. */
export async function readChosen(engine: EngineClient, token: string, more: boolean): Promise<PictureReply> {
  const reply = await engine.call('factors.readPicture', { source: { token }, more });
  if (!reply.ok) return reply;
  if (!('draw' in reply.value)) return { ok: true, value: reply.value };
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let last = false; !last; ) {
    const given = await engine.call('factors.pictureToDraw', { picture: reply.value.draw });
    if (!given.ok) return given;
    pieces.push(Uint8Array.from(atob(given.value.piece), (character) => character.charCodeAt(0)));
    last = given.value.last;
  }
  return readPicture(engine, new Blob(pieces, { type: 'image/webp' }), more);
}

async function sendDrawn(engine: EngineClient, picture: Blob, more: boolean): Promise<PictureReply> {
  const drawn = await redrawn(picture);
  return drawn === null ? UNREADABLE : send(engine, new Uint8Array(await drawn.arrayBuffer()), more);
}

async function send(engine: EngineClient, bytes: Uint8Array, more: boolean): Promise<PictureReply> {
  if (bytes.length > MAX_PICTURE) return TOO_LARGE;
  let id: string | null = null;
  for (let at = 0; at === 0 || at < bytes.length; at += PIECE) {
    const piece = toBase64(bytes.subarray(at, at + PIECE));
    const put: Reply<EngineResult<'factors.putPicture'>> = await engine.call('factors.putPicture', { picture: id, piece });
    if (!put.ok) return put;
    id = put.value.picture;
  }
  if (id === null) return UNREADABLE;
  const reply = await engine.call('factors.readPicture', { source: { picture: id }, more });
  if (!reply.ok) return reply;
  return 'draw' in reply.value ? UNREADABLE : { ok: true, value: reply.value };
}

/** A picture as PNG, or as JPEG where that is too large, decoded by the browser in this page's sandbox; null when it cannot. */
async function redrawn(picture: Blob): Promise<Blob | null> {
  try {
    const bitmap = await createImageBitmap(picture);
    const drawn = await draw(bitmap, LONGEST_SIDE, 'image/png');
    const smaller = drawn === null || drawn.size <= MAX_PICTURE ? drawn : await draw(bitmap, LONGEST_SIDE, 'image/jpeg');
    bitmap.close();
    return smaller;
  } catch {
    return null;
  }
}

/** Draws an image on white, at most so many pixels long; null when there is nothing to draw. */
export async function draw(image: ImageBitmap | HTMLVideoElement, longest: number, type: string): Promise<Blob | null> {
  const [width, height] = 'videoWidth' in image ? [image.videoWidth, image.videoHeight] : [image.width, image.height];
  const scale = Math.min(1, longest / Math.max(1, width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const pen = canvas.getContext('2d');
  if (pen === null || canvas.width < 1 || canvas.height < 1) return null;
  // A code on nothing would be black on black to a reader that knows no transparency.
  pen.fillStyle = 'white';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, type, 0.92));
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
