import { presentLanguage } from '../../../shared/text/language.ts';
import { b64u, utf8 } from '../bytes.ts';
import { sha256 } from '../crypto/sodium.ts';

/** Markup that is written as it stands; everything else is text and escaped. */
export class Markup {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

type Piece = string | number | Markup | readonly Markup[];

// Controls, marks that turn the direction of text, tags, lone surrogates and private letters: shown by name, so that no name can hide what follows it.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu;
const JOINERS = new Set(['\u200c', '\u200d']);
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text as it may stand in an element or in quotes of an attribute. */
export function escaped(text: string): string {
  return text
    .replace(UNSEEN, (one) => {
      if (JOINERS.has(one)) return one;
      if (one === '\n' || one === '\t') return ' ';
      return `⟨U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
    })
    .replace(/[&<>"']/g, (one) => ESCAPES[one] ?? one);
}

/** Markup with texts in it: html\`<p>${name}</p>\` escapes the name. */
export function html(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  let source = parts[0] ?? '';
  pieces.forEach((piece, index) => {
    source += sourceOf(piece) + (parts[index + 1] ?? '');
  });
  return new Markup(source);
}

function sourceOf(piece: Piece): string {
  if (piece instanceof Markup) return piece.source;
  if (typeof piece === 'string') return escaped(piece);
  if (typeof piece === 'number') return String(piece);
  return piece.map(({ source }) => source).join('');
}

/** A name somebody else chose, kept apart from the direction of the text around it. */
export function bdi(text: string): Markup {
  return html`<bdi>${text}</bdi>`;
}

const STYLE = `
:root { color-scheme: light; }
body { font: 14px/1.45 system-ui, sans-serif; color: #1d2422; background: #fff; margin: 32px auto; padding: 0 24px; max-width: 980px; }
h1 { font-size: 24px; margin: 0 0 4px; } h2 { font-size: 16px; margin: 28px 0 6px; } h3 { font-size: 14px; margin: 18px 0 4px; }
p { margin: 4px 0 8px; } .soft { color: #56605c; } .open { color: #9c2f17; font-weight: 600; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; overflow-wrap: anywhere; }
th:nth-child(1), th:nth-child(7) { width: 21%; } th:nth-child(5), th:nth-child(6) { width: 11%; } th { text-align: left; font-size: 12px; color: #56605c; }
th, td { padding: 5px 10px 5px 0; border-bottom: 1px solid #d9dedb; vertical-align: top; }
ul { margin: 0; padding-left: 18px; } section { break-inside: avoid; } tr { break-inside: avoid; }
footer { margin-top: 32px; padding-top: 10px; border-top: 1px solid #d9dedb; font-size: 12px; color: #56605c; overflow-wrap: anywhere; }
@media print { body { margin: 0; padding: 0; max-width: none; font-size: 11px; } }
`;

/**
 * A whole page that needs nothing but itself: no script, no address, no picture.
 * SECURITY: its policy lets nothing load or run, and of styles only the one that is in it.
 */
export function wholePage(title: string, body: Markup): string {
  const digest = b64u(sha256(utf8(STYLE)))
    .replaceAll('-', '+')
    .replaceAll('_', '/')
    .concat('=');
  const policy = `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="${presentLanguage()}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${body.source}
</body>
</html>
`;
}
