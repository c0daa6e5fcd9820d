import type { Readable, Writable } from 'node:stream';
import type { Port } from '../../../shared/port.ts';
import { Listeners } from '../listeners.ts';

/** The texts of a pair of streams on which each is followed by a NUL, as `--remote-debugging-pipe` has it. */
export function nulPort(from: Readable, to: Writable): Port {
  const listeners = new Listeners<string>();
  let parts: Buffer[] = [];
  from.on('data', (data: Buffer) => {
    let start = 0;
    for (let end = data.indexOf(0); end !== -1; end = data.indexOf(0, start)) {
      const text = Buffer.concat([...parts, data.subarray(start, end)]).toString();
      parts = [];
      start = end + 1;
      listeners.tell(text);
    }
    if (start < data.length) parts.push(data.subarray(start));
  });
  // A broken pipe is the end of the browser, which its exit tells.
  from.on('error', () => {});
  to.on('error', () => {});
  return {
    post: (text) => void to.write(`${text}\0`),
    onMessage: (receive) => listeners.add(receive),
  };
}
