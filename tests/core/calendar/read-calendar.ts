const utf8 = new TextEncoder();

const ONCE = ['UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY', 'DESCRIPTION', 'SEQUENCE'];

/**
 * Reads a calendar file as strictly as RFC 5545 is written: line breaks, octets a line, folding, nesting, what an event must have and
 * have once. Gives each event's properties, an alarm's trigger among them. Throws for anything else.
 */
export function readCalendar(file: string): Map<string, string>[] {
  if (!file.endsWith('\r\n')) throw new Error('the last line has no end');
  const raw = file.slice(0, -2).split('\r\n');
  for (const line of raw) {
    if (/[\r\n]/.test(line)) throw new Error('a bare line break');
    if (utf8.encode(line).length > 75) throw new Error(`over 75 octets: ${line}`);
  }
  const lines: string[] = [];
  for (const line of raw) {
    if (line.startsWith(' ') && lines.length > 0) lines[lines.length - 1] += line.slice(1);
    else lines.push(line);
  }
  const events: Map<string, string>[] = [];
  const open: string[] = [];
  for (const line of lines) {
    const [, name = '', value = ''] = /^([A-Z-]+):(.*)$/s.exec(line) ?? [];
    if (name === '') throw new Error(`no content line: ${line}`);
    // oxlint-disable-next-line no-control-regex -- none of these may be in it
    if (/[\u0000-\u0008\u000A-\u001F\u007F]/.test(value)) throw new Error('a control character');
    if (name === 'BEGIN') {
      open.push(value);
      if (value === 'VEVENT') events.push(new Map());
    } else if (name === 'END') {
      if (open.pop() !== value) throw new Error(`the end of another: ${value}`);
    } else if (open.at(-1) === 'VEVENT' || name === 'TRIGGER') {
      const event = events.at(-1);
      if (event === undefined || event.has(name)) throw new Error(`twice: ${name}`);
      event.set(name, value);
    }
  }
  if (open.length > 0 || lines[0] !== 'BEGIN:VCALENDAR' || lines.at(-1) !== 'END:VCALENDAR') throw new Error('not one calendar');
  for (const event of events) for (const name of ONCE) if (!event.has(name)) throw new Error(`without ${name}`);
  if (new Set(events.map((event) => event.get('UID'))).size < events.length) throw new Error('one identifier twice');
  return events;
}

/** A text value without its escapes; throws for a lone backslash, comma or semicolon. */
export function textOf(value: string): string {
  if (/[;,]/.test(value.replaceAll(/\\./gs, ''))) throw new Error('an end inside a text');
  return value.replaceAll(/\\(.?)/gs, (_, after: string) => {
    if (after === 'n' || after === 'N') return '\n';
    if (after === '' || !'\\;,'.includes(after)) throw new Error('an escape of nothing');
    return after;
  });
}
