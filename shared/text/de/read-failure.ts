import type { ErrorText } from '../error-text.ts';
import type * as english from '../read-failure.ts';
import type { Translated } from '../language.ts';

const say = (what: string, todo: string): ErrorText => ({ what, safe: 'Nichts wurde geändert.', todo });

const unknownKind = say(
  'Diese Art von Nachricht kennt dieses Latchkey noch nicht.',
  'Eine neuere Fassung von Latchkey kann sie vielleicht lesen.',
);
const broken = say(
  'Das wurde unterwegs verändert oder abgeschnitten.',
  'Bitte noch einmal darum, als Datei, wenn der Chat lange Texte zerlegt.',
);
const unruly = say('Diese Nachricht hält sich nicht an die Regeln von Latchkey.', 'Frag, mit welcher App sie gemacht wurde.');

const byCheck: Readonly<Record<string, ErrorText>> = {
  not_for_me: say('Das ist für jemand anderen versiegelt.', 'Bitte darum, es für deine Karte zu versiegeln.'),
  unknown_sender: say('Das kommt von jemandem, dessen Karte du nicht hast.', 'Füge erst die Karte ein, dann noch einmal das hier.'),
  retired: say('Das ist mit einem Schlüssel signiert, der ersetzt wurde.', 'Ruf an: Die neue Karte sollte es signieren.'),
  expired: say('Diese Nachricht ist zu alt, um sie zu lesen.', 'Bitte darum, sie neu zu versiegeln.'),
  not_yet: say(
    'Diese Nachricht trägt ein Datum in der Zukunft.',
    'Vergleicht die Uhren beider Computer, dann füge sie noch einmal ein.',
  ),
  version: unknownKind,
  kind: unknownKind,
  kind_unknown: unknownKind,
  unmatched: say('Das antwortet auf etwas, das du nicht geschickt hast.', 'Frag, wozu es gehört.'),
  stale: say('Eine neuere Nachricht derselben Leihe wurde schon gelesen.', 'Du findest die neuere im Eingang.'),
  too_large: say('Diese Nachricht ist größer als jede, die Latchkey schreibt.', 'Bitte um eine kürzere.'),
  commitment: broken,
  seal: broken,
  length: broken,
  magic: broken,
  signature: broken,
  recipients: unruly,
  padding: unruly,
  inner_length: unruly,
  json: unruly,
  schema: unruly,
  recipient_list: unruly,
  kind_mismatch: unruly,
  lifetime: unruly,
  pass: unruly,
};

/** German of ../read-failure.ts. */
export const readFailure: Translated<typeof english> = {
  couldNotOpen: (why) => (Object.hasOwn(byCheck, why) ? (byCheck[why] ?? null) : null),
};
