/** A chunk of a RIFF file: its name, its length (a wrong one where stated) and its bytes, made even. */
export function riffChunk(name: string, data: Uint8Array, length = data.length): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32LE(length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

/** The head of a lossy picture, followed by so many bytes in place of its pixels. */
export function lossyChunk(width: number, height: number, more = 20): Buffer {
  const data = Buffer.alloc(10 + more);
  data.write('\x10\0\0\x9d\x01\x2a', 'latin1');
  data.writeUInt16LE(width, 6);
  data.writeUInt16LE(height, 8);
  return riffChunk('VP8 ', data);
}

/** The head of a lossless picture. */
export function losslessChunk(width: number, height: number, more = 20): Buffer {
  const data = Buffer.alloc(5 + more);
  data[0] = 0x2f;
  data.writeUInt32LE((((height - 1) << 14) | (width - 1)) >>> 0, 1);
  return riffChunk('VP8L', data);
}

/** The frame of an extended picture, of a size of its own. */
export function frameChunk(width: number, height: number, flags = 0): Buffer {
  const data = Buffer.alloc(10);
  data[0] = flags;
  data.writeUIntLE(width - 1, 4, 3);
  data.writeUIntLE(height - 1, 7, 3);
  return riffChunk('VP8X', data);
}

/** A WebP file of these chunks; `length` is what its head states, where that is wrong. */
export function webpOf(chunks: readonly Buffer[], length?: number): Buffer {
  const body = Buffer.concat([Buffer.from('WEBP'), ...chunks]);
  return riffChunk('RIFF', body, length);
}
