import type { InboxRow } from '../../contracts/engine/inbox.ts';
import type { SandboxNews } from '../../sandbox-news.ts';
import { firstName } from '../common.ts';
import { formatDay, formatDayTime, formatDuration, formatEnd, formatTime, sameDay } from '../dates.ts';
import type { Translated } from '../language.ts';
import type * as english from '../sandbox-beside.ts';

/** Somebody as a sentence needs them: a first name stays as it is, somebody without one does not. */
interface Who {
  readonly is: string;
  /** After für, an and um. */
  readonly whom: string;
  /** After von and the like. */
  readonly to: string;
}

type Sentence = (me: string, who: Who, about: string) => string;

const sentences: Readonly<Record<SandboxNews, Sentence>> = {
  'password-changed': (me, _, about) => `${me} hat das Passwort von ${about} geändert`,
  'handoff-sealed': (me, who, about) => `${me} hat eine Übergabe von ${about} für ${who.whom} versiegelt`,
  'handoff-read': (me, who, about) => `Eine Übergabe von ${about} kam von ${who.to} bei ${me} an`,
  'handoff-accepted': (me, who, about) => `${me} hat ${about} angenommen, geliehen von ${who.to}`,
  'handoff-declined': (me, who, about) => `${me} hat ${about} von ${who.to} abgelehnt`,
  'received-password-used': (me, _, about) => `${me} hat das Passwort von ${about} benutzt`,
  'received-code-shown': (me, _, about) => `${me} hat einen Code von ${about} angesehen`,
  'given-back': (me, who, about) => `${me} hat ${about} an ${who.whom} zurückgegeben`,
  'receipt-opened': (me, who, about) => `${me} hat die Quittung: ${about} ist bei ${who.to} geöffnet`,
  'receipt-declined': (me, who, about) => `${me} hat die Quittung: ${about} ist von ${who.to} abgelehnt`,
  'receipt-purged': (me, who, about) => `${me} hat die Quittung: ${about} ist von ${who.to} zurückgegeben`,
  'receipt-expired': (me, who, about) => `${me} hat die Quittung: ${about} ist bei ${who.to} vorbei`,
  'request-made': (me, who, about) => `${me} hat ${who.whom} um ${about} gebeten`,
  'request-read': (me, who, about) => `Eine Anfrage nach ${about} kam von ${who.to} bei ${me} an`,
  'request-refused': (me, who, about) => `${me} hat die Anfrage von ${who.to} nach ${about} abgelehnt`,
  'refusal-read': (me, who, about) => `${me} hat gelesen, dass ${who.is} die Anfrage nach ${about} abgelehnt hat`,
  'code-asked': (me, who, about) => `${me} hat ${who.whom} um einen Code von ${about} gebeten`,
  'code-request-read': (me, who, about) => `Eine Anfrage nach einem Code von ${about} kam von ${who.to} bei ${me} an`,
  'code-sent': (me, who, about) => `${me} hat ein paar Minuten Codes von ${about} für ${who.whom} versiegelt`,
  'code-typed-sent': (me, who, about) => `${me} hat einen Code von ${about} für ${who.whom} versiegelt`,
  'code-denied': (me, who, about) => `${me} hat ${who.to} einen Code von ${about} verweigert`,
  'code-read': (me, who, about) => `Ein Code von ${about} kam von ${who.to} bei ${me} an`,
  'grant-extended': (me, who, about) => `${me} hat ${about} für ${who.whom} verlängert`,
  'grant-reduced': (me, who, about) => `${me} hat ${about} für ${who.whom} verringert`,
  'secret-sent-anew': (me, who, about) => `${me} hat das neue Geheimnis von ${about} für ${who.whom} versiegelt`,
  'pass-sealed': (me, who, about) => `${me} hat neue Codes von ${about} für ${who.whom} versiegelt`,
  'pass-read': (me, who, about) => `Neue Codes von ${about} kamen von ${who.to} bei ${me} an`,
  'grant-ended-early': (me, who, about) => `${me} hat ${about} für ${who.whom} beendet`,
  'grant-ended': (_, who, about) => `Der letzte Tag von ${about} für ${who.whom} war vorbei`,
  'grant-closed': (me, who, about) => `${me} hat ${about} für ${who.whom} abgeschlossen`,
  'revoke-sealed': (me, who, about) => `${me} hat das Ende von ${about} für ${who.whom} versiegelt`,
  'revoke-read': (me, who, about) => `${me} hat gelesen, dass ${who.is} ${about} beendet hat`,
  'received-purged': (me, _, about) => `Die Geheimnisse von ${about} haben den Tresor von ${me} verlassen`,
};

/** German of ../sandbox-beside.ts. */
export const sandboxBeside: Translated<typeof english> = {
  letterName: (kind, about) => {
    const of = about === null ? '' : ` von ${about}`;
    const names: Readonly<Record<InboxRow['kind'], string>> = {
      card: 'Karte',
      handoff: `Übergabe${of}`,
      refusal: 'Ein Nein zu einer Anfrage',
      request: about === null ? 'Anfrage' : `Anfrage nach ${about}`,
      code_request: `Anfrage nach einem Code${of}`,
      code: `Code${of}`,
      receipt: about === null ? 'Quittung' : `Quittung für ${about}`,
      revoke: about === null ? 'Ende einer Leihe' : `Ende von ${about}`,
      pass: `Neue Codes${of}`,
    };
    return names[kind];
  },
  loanState: ({ state, until, exposed }, now) => {
    switch (state) {
      case 'offered':
        return `noch nicht angenommen, bis ${formatEnd(until, now)}`;
      case 'active':
        return `bis ${formatEnd(until, now)}, noch ${formatDuration(until - now)}`;
      case 'ending':
        return `endet ${formatEnd(until, now)}, noch ${formatDuration(until - now)}`;
      case 'ended':
        return exposed ? `beendet ${formatDay(until - 1, now)}, noch offengelegt` : `beendet ${formatDay(until - 1, now)}`;
      case 'given_back':
        return `zurückgegeben ${formatDay(until, now)}`;
      case 'refused':
        return exposed ? `abgelehnt ${formatDay(until, now)}, noch offengelegt` : `abgelehnt ${formatDay(until, now)}`;
      case 'closed':
        return 'abgeschlossen';
    }
  },
  loanPerson: ({ side, person }) => (side === 'given' ? `an ${firstName(person)} verliehen` : `von ${firstName(person)} geliehen`),
  loanCodes: ({ open, at }, now) => {
    const when = sameDay(at, now) ? formatTime(at) : formatDayTime(at, now);
    return open ? `Codes jetzt, bis ${when}` : `Codes ab ${when}`;
  },
  newsSentence: ({ what, who, about }, me) => {
    const name = who === null ? null : firstName(who);
    const other: Who = name === null ? { is: 'jemand', whom: 'jemanden', to: 'jemandem' } : { is: name, whom: name, to: name };
    return sentences[what](firstName(me), other, about ?? 'etwas inzwischen Entferntes');
  },
};
