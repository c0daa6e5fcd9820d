import type { LogVerdict } from '../../contracts/engine/log.ts';
import { formatCount, formatDay, formatDayTime, sameDay } from '../dates.ts';
import { moment } from '../health.ts';
import type { Translated } from '../language.ts';
import type { VerdictText } from '../log-page.ts';
import type * as english from '../log-page.ts';

const entries = (n: number): string => `${formatCount(n)} ${n === 1 ? 'Eintrag' : 'Einträge'}`;
const DOUBT =
  'Verlass dich nicht darauf; lass dir die Datei noch einmal geben, denn Chats und Mails ändern manchmal, was sie befördern.';

function whole({ records, written, by, known }: LogVerdict, now: number): VerdictText {
  const when = written === null ? '' : `, und seit der Signatur (${formatDayTime(written, now)}) wurde nichts geändert`;
  const name = by ?? '';
  const signed = {
    me: 'Sie ist mit deinem eigenen Schlüssel signiert.',
    verified: `Sie ist von ${name} signiert, deren oder dessen Wörter du verglichen hast.`,
    unverified: `Sie ist mit der Karte von ${name} signiert, die Wörter dazu hast du nicht verglichen.`,
    stranger: `Sie ist mit einer Karte signiert, auf der ${name} steht und die nicht unter deinen Personen ist.`,
  };
  return {
    holds: true,
    title: 'Die Datei hält',
    lines: [
      `${records === 1 ? 'Ihr einer Eintrag ist ganz' : `Alle ${entries(records)} passen zueinander`}${when}.`,
      signed[known ?? 'stranger'],
      known === 'me'
        ? 'Keine Quittung einer anderen Person spricht dagegen.'
        : 'Sie zeigt nicht, dass auch aufgeschrieben wurde, was getan wurde.',
    ],
  };
}

/** German of ../log-page.ts. */
export const logPage: Translated<typeof english> = {
  logPageText: {
    title: 'Das Protokoll',
    sub: (n) => entries(n),
    all: 'Ganzes Protokoll',
    allOf: (account) => `Ganzes Protokoll von ${account}`,
    list: 'Einträge des Protokolls, neueste zuerst',
    day: (at, now) => (sameDay(at, now) ? 'Heute' : formatDay(at, now)),
    entry: (n) => `Eintrag ${formatCount(n)}`,
    filters: 'Welche Einträge',
    group: 'Was',
    anyGroup: 'Alles',
    person: 'Person',
    anyPerson: 'Alle Personen',
    account: 'Konto',
    anyAccount: 'Alle Konten',
    from: 'Von',
    until: 'Bis',
    anyDay: 'jeder Tag',
    showAll: 'Alle zeigen',
    emptyTitle: 'Kein Eintrag passt',
    emptyBody: 'Andere Einträge sind da; diese Filter lassen sie weg.',
    verify: 'Jetzt prüfen',
    verifying: 'Wird geprüft',
    notVerified: 'Jeder Eintrag hängt am vorigen',
    fits: 'jeder Eintrag passt zum vorigen',
    verified: (n, at, now) => `${entries(n)}, geprüft ${moment(at, now)}`,
    bad: (n) => `Eintrag ${formatCount(n)} passt nicht zum vorigen`,
    seeWhat: 'Ansehen',
  },
  logGroupText: {
    vault: 'Der Tresor',
    accounts: 'Konten und Geheimnisse',
    people: 'Personen',
    lending: 'Verleihen',
    codes: 'Codes',
    work: 'Durchgänge und Prüfungen',
    business: 'Business-Center',
  },
  witnessText: ({ heads, people, last, bad }, now) => {
    if (bad !== null) {
      return `Eine Quittung hält Eintrag ${formatCount(bad)} anders, als er hier steht: Das Protokoll wurde geändert oder gekürzt, nachdem die Quittung signiert war.`;
    }
    if (heads === 0 || last === null)
      return 'Noch hält keine Quittung einer anderen Person einen Stand dieses Protokolls, also spricht nur die eigene Kette dafür.';
    const came = sameDay(last, now) ? 'heute' : formatDay(last, now);
    return heads === 1
      ? `Eine Quittung einer anderen Person hält einen früheren Stand dieses Protokolls, der noch darin ist; sie kam ${came}.`
      : `${formatCount(heads)} Quittungen von ${people === 1 ? 'einer anderen Person' : `${formatCount(people)} anderen Personen`} halten frühere Stände dieses Protokolls; alle sind noch darin, und die letzte kam ${came}.`;
  },
  logFileText: {
    export: 'Ausgeben',
    exporting: 'Wird ausgegeben',
    exportTitle: 'Das ganze Protokoll ausgeben?',
    exportLead: 'Wer die Datei hat, kann prüfen, dass nach deiner Signatur nichts darin geändert, ergänzt oder gekürzt wurde.',
    holdsTitle: 'Sie enthält',
    holds: [
      'jeden Eintrag, wie eng die Liste auch gefasst ist: Nummer, Zeit und was getan wurde',
      'Personen mit dem Fingerabdruck ihrer Karte, Konten und Leihen mit Nummern',
      'deine Karte mit deinem Namen und deine Signatur',
    ],
    leavesTitle: 'Sie lässt weg',
    leaves: [
      'Passwörter, Codes und Schlüssel',
      'Namen von Konten, Kunden und anderen Personen',
      'was in Notizen und Regeln geschrieben wurde',
    ],
    noted: 'Dass es ausgegeben wurde, wird auch ein Eintrag. Die Datei ist nicht verschlüsselt.',
    keep: 'Nicht jetzt',
    fileName: 'latchkey-protokoll.json',
    saved: (file) => `${file} ist gespeichert und signiert, ohne ein Geheimnis.`,
    check: 'Datei prüfen',
    checking: 'Wird geprüft',
    close: 'Schließen',
  },
  verdictText: (found, now) => {
    const no = (first: string, second: string, third = DOUBT): VerdictText => ({
      holds: false,
      title: 'Die Datei hält nicht',
      lines: [first, second, third],
    });
    const bad = formatCount(found.bad ?? 0);
    switch (found.verdict) {
      case 'whole':
        return whole(found, now);
      case 'form':
        return no(
          'Das ist kein Protokoll, wie Latchkey es ausgibt, oder ein Teil der Datei fehlt.',
          'Kein Eintrag davon wurde geprüft.',
        );
      case 'record':
        return no(
          found.bad === 1
            ? 'Eintrag 1 ist nicht der erste, wie er geschrieben wurde.'
            : `Eintrag ${bad} ist der erste, der nicht aus dem vorigen folgt: Einer der beiden wurde geändert, oder einer dazwischen fehlt.`,
          (found.bad ?? 0) > 2
            ? `Die Einträge bis ${formatCount((found.bad ?? 0) - 2)} halten.`
            : 'Also ist auf keinen Eintrag davon Verlass.',
        );
      case 'head':
        return no(
          'Die Einträge passen zueinander, aber nicht zu dem Ende, das die Datei nennt: Der letzte wurde geändert, oder es kamen welche hinzu oder fehlen.',
          'Wessen Signatur sie trägt, wurde nicht angesehen.',
        );
      case 'signature':
        return no(
          'Die Einträge passen zueinander, aber die Signatur ist nicht vom Schlüssel der Karte in der Datei.',
          'Jeder kann sie geschrieben haben.',
        );
      case 'witness':
        return no(
          `Eintrag ${bad} ist nicht der, den eine Quittung einer anderen Person hält.`,
          'Die Datei ist mit deinem Schlüssel signiert, und ihre Einträge passen zueinander.',
          'Also wurde das Protokoll geändert oder gekürzt, nachdem die Quittung signiert war, und dann neu signiert.',
        );
    }
  },
};
