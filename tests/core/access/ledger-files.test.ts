import { createHash } from 'node:crypto';
import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { escaped } from '../../../main/core/access/ledger-page.ts';
import { ledgerReport } from '../../../main/core/access/ledger-report.ts';
import { csvCell, ledgerTable, writeCsv } from '../../../main/core/access/ledger-table.ts';
import type { LedgerRow } from '../../../shared/contracts/engine/ledger.ts';
import { ledgerDates } from '../../../shared/text/ledger-dates.ts';

const NOW = Date.UTC(2026, 10, 25, 7) / 1000;
const dates = ledgerDates('Europe/Berlin');

/** Texts a spreadsheet would run, or that try to get out of their cell, their element or their line. */
const HOSTILE: readonly string[] = [
  ...['=1+1', '=cmd|"/C calc"!A0', "=cmd|' /C notepad'!'A1'", '+1', '+49 170 1', '-1', '-2+3+cmd|"/C calc"!A0', '@SUM(1+1)'],
  ...['@handle', '\t=1+1', '\r=1+1', '\n=1+1', '\tplain', '\rplain', '\nplain', ' =1+1', '   +1', '\u00a0=1+1', '\u200b=1+1'],
  ...['\ufeff=1+1', '\0=1+1', '\u202e=1+1', '＝1+1', '＋1', '－1', '＠x', '−1', '=HYPERLINK("https://a.example","x")'],
  ...[
    '=IMPORTXML("https://a.example")',
    '=WEBSERVICE("https://a.example")',
    '"=1+1"',
    '",=1+1',
    "','=1+1",
    ',=1+1',
    ';=1+1',
    '|=1',
  ],
  ...['a,b', 'a"b', 'a""b', '"', '""', ',', '\r\n', 'a\r\nb', 'a\nb', 'a\rb', 'x\r\n=1+1', 'x","=1+1', '\ud800', 'a\udfffb'],
  ...['<script>alert(1)</script>', '</td><script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<svg/onload=alert(1)>'],
  ...[
    '"><a href="javascript:alert(1)">x</a>',
    "' onmouseover='alert(1)",
    '</title><script>1</script>',
    '</style><script>1</script>',
  ],
  ...[
    '<!--',
    '-->',
    '<![CDATA[x]]>',
    '&lt;b&gt;',
    '&#60;b&#62;',
    '&',
    '<iframe src="https://a.example">',
    '<base href="https://a.example">',
  ],
  ...['<meta http-equiv="refresh" content="0;url=https://a.example">', '<style>*{display:none}</style>', '<form action=x><input>'],
  ...[
    '\u202eevil\u202c',
    '\u2066x\u2069',
    '\u200fאב',
    'a\u0007b',
    'a\u007fb',
    '\u2028',
    '\u2029',
    '\ue000',
    '\u{e0041}',
    '${7*7}',
    '{{7*7}}',
  ],
  ...['<bdi></bdi></bdi>', '\u200d<b>', '<\u0000script>', '<scr\u00adipt>', 'ﬁ<'],
];

/** A reader of RFC 4180, apart from the writer: cells in quotes may hold anything, a quote in them is doubled. */
function readCsv(text: string): string[][] {
  const lines: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const one = text[at] ?? '';
    if (quoted) {
      if (one !== '"') cell += one;
      else if (text[at + 1] === '"') {
        cell += '"';
        at++;
      } else quoted = false;
    } else if (one === '"' && cell === '') quoted = true;
    else if (one === ',' || (one === '\r' && text[at + 1] === '\n')) {
      lines.at(-1)?.push(cell);
      cell = '';
      if (one === '\r') {
        at++;
        lines.push([]);
      }
    } else cell += one;
  }
  if (cell !== '' || (lines.at(-1)?.length ?? 0) > 0) throw new Error('the last line does not end');
  return lines.slice(0, -1);
}

/** What a spreadsheet that drops blanks and reads wide forms would begin with. */
const runs = (cell: string): boolean =>
  /^[\t\r\n]/.test(cell) || /^[=+\-@]/.test(cell.normalize('NFKC').replace(/^[\s\p{Cf}\0]+/u, ''));

const row = (text: string, more: Partial<LedgerRow> = {}): LedgerRow => ({
  ...{
    id: 'A'.repeat(22),
    side: 'given',
    what: ['password', 'role'],
    level: text,
    from: NOW - 86_400,
    until: NOW,
    state: 'exposed',
  },
  account: { id: 'A'.repeat(22), platform: text, title: text, username: text, client: { name: text, colour: 1 }, more: 2 },
  ...{ person: { contact: null, name: text, verified: true }, grant: 'ended', closed: null, givenBack: null },
  ...{ exposed: [{ secret: 'password', since: NOW - 86_400 }], run: null },
  lanes: { codes: null, password: null, role: null, exposed: null },
  ...more,
});

describe('the table', () => {
  it(`begins no cell as a formula and keeps every cell whole, for ${HOSTILE.length} hostile texts`, () => {
    for (const text of HOSTILE) {
      const plain = text.toWellFormed().replaceAll('\0', '');
      const [[cell = '', next = ''] = []] = readCsv(writeCsv([[text, 'next']]).slice(1));
      expect(runs(cell), JSON.stringify(text)).toBe(false);
      expect(cell, JSON.stringify(text)).toBe(runs(plain) || plain.startsWith('−') ? `'${plain}` : plain);
      expect(next).toBe('next');
    }
  });
  it('has one line for each loan and as many cells as its head, whatever they hold', () => {
    const lines = readCsv(
      ledgerTable(
        HOSTILE.map((text) => row(text)),
        dates,
        NOW,
      ).slice(1),
    );
    expect(lines).toHaveLength(HOSTILE.length + 1);
    expect(new Set(lines.map((line) => line.length)).size).toBe(1);
    for (const line of lines) for (const cell of line) expect(runs(cell), JSON.stringify(cell)).toBe(false);
  });
  it('begins with a byte order mark, ends each line in CR LF, and says the dates in one zone', () => {
    const text = ledgerTable([row('Etsy', { level: null, what: ['password'] })], dates, NOW);
    expect(text.startsWith('\ufeffAccount,Platform,User name,')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(3);
    expect(text).toContain('2026-11-24 08:00,2026-11-25 08:00,Exposed,"password, seen Tue 24 Nov 2026"');
    expect(text).toContain('From (Europe/Berlin)');
  });
  it('leaves a plain cell as it is', () => {
    for (const plain of ['Etsy', 'Häfen & Söhne', '2 of 6', 'a-b', 'a=b', "O'Neil", '東京', '👩‍🎨'])
      expect(csvCell(plain)).toBe(plain);
  });
});

const ELEMENTS = new Set('HTML HEAD META TITLE STYLE BODY HEADER H1 H2 P TABLE THEAD TR TH TBODY TD BR SPAN BDI FOOTER'.split(' '));
/** What would hide or turn text; line ends are the page's own. */
const UNSEEN = /(?!\n)[\p{Cc}\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\p{Cs}]/u;
const ATTRIBUTES = new Set(['lang', 'charset', 'http-equiv', 'content', 'name', 'class', 'scope']);

function parsed(html: string): { readonly elements: Element[]; readonly cells: string[] } {
  const parser = new new Window().DOMParser();
  const page = parser.parseFromString(html, 'text/html') as unknown as Document;
  return {
    elements: [...page.querySelectorAll('*')],
    cells: [...page.querySelectorAll('td bdi')].map((one) => one.textContent ?? ''),
  };
}

describe('the page', () => {
  const of = { vault: 'Studio', by: 'Maren', side: 'given', client: null, person: null } as const;

  it(`shows every hostile text as text and makes no element of it (${HOSTILE.length} texts, five places each)`, () => {
    for (const text of HOSTILE) {
      const html = ledgerReport([row(text)], { ...of, vault: text, by: text, client: text, person: text }, dates, NOW);
      const { elements, cells } = parsed(html);
      for (const element of elements) {
        expect(ELEMENTS.has(element.tagName.toUpperCase()), `${element.tagName} of ${JSON.stringify(text)}`).toBe(true);
        for (const { name } of element.attributes) expect(ATTRIBUTES.has(name), `${name} of ${JSON.stringify(text)}`).toBe(true);
      }
      expect(cells.length, JSON.stringify(text)).toBe(4);
      expect(html.match(/<style>/g)).toHaveLength(1);
      expect(UNSEEN.test(html), JSON.stringify(text)).toBe(false);
    }
  });
  it('names marks that cannot be seen, and keeps the joiners that spelling needs', () => {
    expect(escaped('a\u202eb')).toBe('a⟨U+202E⟩b');
    expect(escaped('می\u200cخواهم')).toBe('می\u200cخواهم');
    expect(escaped(`<&>"'`)).toBe('&lt;&amp;&gt;&quot;&#39;');
  });
  it('lets nothing load or run but the one style in it, whose digest its policy names', () => {
    const html = ledgerReport([row('Etsy')], of, dates, NOW);
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
    const digest = createHash('sha256').update(style).digest('base64');
    expect(html).toContain(`content="default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'"`);
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<style>'));
    expect(html).not.toMatch(/ (?:src|href|style|on\w+)=/);
  });
  it('groups loans by where they stand and says each one’s standing with its date', () => {
    const rows = [
      row('A', { state: 'active', until: NOW + 9 * 86_400 }),
      row('B', { state: 'closed', closed: NOW, exposed: [] }),
      row('C'),
      row('D', { state: 'closed', grant: 'refused', exposed: [] }),
      row('E', { state: 'ended', exposed: [] }),
    ];
    const text = ledgerReport(rows, of, dates, NOW).replaceAll(/<[^>]+>/g, ' ');
    expect(text).toMatch(/Exposed: 1 loan[\s\S]*Ended, not closed: 1 loan[\s\S]*Active: 1 loan[\s\S]*Closed: 2 loans/);
    expect(text).toContain('ended Wed 25 Nov 2026; still exposed: password, seen Tue 24 Nov 2026');
    expect(text).toContain('closed Wed 25 Nov 2026');
    expect(text).toContain('declined Wed 25 Nov 2026');
    expect(text).toContain('runs until Fri 4 Dec 2026');
    expect(text).toContain('ended Wed 25 Nov 2026; not closed');
  });
  it('says that there are none', () => {
    expect(ledgerReport([], { ...of, client: 'Bakery', side: 'received' }, dates, NOW)).toContain('<p>No loans.</p>');
  });
});

describe('dates of a file', () => {
  it('give midnight to the day before as a last day, and follow the clock change of their zone', () => {
    const midnight = Date.UTC(2026, 2, 28, 23) / 1000;
    expect(dates.lastDay(midnight)).toBe('Sat 28 Mar 2026');
    expect(dates.day(midnight)).toBe('Sun 29 Mar 2026');
    expect(dates.cell(midnight + 2 * 3600)).toBe('2026-03-29 03:00');
    expect(dates.time(midnight + 3600)).toBe('Sun 29 Mar 2026, 01:00');
    expect(ledgerDates('America/New_York').cell(midnight)).toBe('2026-03-28 19:00');
  });
});
