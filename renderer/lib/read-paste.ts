import { MAX_CHUNK, MAX_PASTE } from '../../shared/limits.ts';
import type { Reply } from '../../shared/wire/client.ts';
import type { EngineClient, EngineResult } from './engine.ts';

/** What a reading gave: the item it became in the inbox. */
export type ReadReply = Reply<EngineResult<'inbox.read'>>;

/** Reads a pasted text of any length: short ones at once, longer ones sent ahead in pieces. */
export async function readPaste(engine: EngineClient, text: string): Promise<ReadReply> {
  if (text.length > MAX_PASTE) return { ok: false, code: 'too_large' };
  if (text.length <= MAX_CHUNK) return engine.call('inbox.read', { source: { text } });
  let upload: string | null = null;
  for (let at = 0; at < text.length; at += MAX_CHUNK) {
    const reply: Reply<EngineResult<'uploads.put'>> = await engine.call('uploads.put', {
      upload,
      piece: text.slice(at, at + MAX_CHUNK),
    });
    if (!reply.ok) return reply;
    upload = reply.value.upload;
  }
  return upload === null ? { ok: false, code: 'not_a_message' } : engine.call('inbox.read', { source: { upload } });
}
