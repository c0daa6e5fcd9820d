import type { AsideRecord } from '../../contracts/engine/aside.ts';
import { shortId } from '../aside.ts';
import type * as english from '../aside.ts';
import { count } from '../common.ts';
import { formatBytes, formatCount, formatDayTime } from '../dates.ts';
import type { Translated } from '../language.ts';

const kinds: Readonly<Record<string, { readonly name: string; readonly means: string }>> = {
  meta: {
    name: 'Der eigene Datensatz des Tresors',
    means: 'Der Tresor heißt hier wie seine Datei und weiß nicht, wann sein Blatt gemacht oder erprobt wurde.',
  },
  identity: {
    name: 'Dein eigener Schlüssel',
    means:
      'In deinem Namen kann nichts versiegelt, signiert oder geöffnet werden, bis er lesbar ist. Konten und Codes gehen wie zuvor.',
  },
  client: { name: 'Ein Kunde', means: 'Die Konten sind da und stehen ohne Kunden.' },
  account: { name: 'Ein Konto', means: 'Es fehlt in deinen Listen, samt Passwort und Codes. Andere sind nicht berührt.' },
  contact: { name: 'Eine Person', means: 'Sie fehlt unter Personen, und was verliehen oder geliehen ist, steht ohne Namen.' },
  grant: {
    name: 'Eine Leihe',
    means: 'Sie fehlt bei dem, was verliehen ist. Solange sie zur Seite liegt, endet sie hier nicht von selbst.',
  },
  exposure: {
    name: 'Eine Offenlegung',
    means: 'Ein Geheimnis, das jemand gesehen hat, steht vielleicht nicht als offengelegt da.',
  },
  received: { name: 'Etwas, das dir geliehen ist', means: 'Es fehlt unter „Mir geliehen“. Lass es dir noch einmal übergeben.' },
  sent: {
    name: 'Eine Nachricht von dir',
    means: 'Sie kann von hier nicht noch einmal geschickt werden, und eine Antwort darauf wird vielleicht nicht angenommen.',
  },
  arrived: { name: 'Etwas Angekommenes', means: 'Es fehlt im Eingang. Aus seinem Text kann es noch einmal gelesen werden.' },
  seen: { name: 'Ein Vermerk, dass eine Nachricht gelesen ist', means: 'Diese Nachricht könnte ein zweites Mal gelesen werden.' },
  run: { name: 'Ein Durchgang', means: 'Die abgehakten Schritte fehlen. Er kann neu begonnen werden.' },
  device: { name: 'Ein Gerät', means: 'Es fehlt bei den Geräten seines Kontos.' },
  audit: { name: 'Ein Eintrag des Protokolls', means: 'Das Protokoll hat dort eine Lücke. Sonst hängt nichts davon ab.' },
  request: { name: 'Eine Anfrage', means: 'Sie fehlt im Eingang, und eine Antwort darauf wird vielleicht nicht angenommen.' },
};

const unknownKind = { name: 'Eine Art Datensatz, die diese Version nicht kennt', means: 'Worum es geht, wird nicht gezeigt.' };
const otherKind = { name: 'Ein Datensatz', means: 'Worum es darin geht, fehlt hier. Alles andere ist, wie es war.' };

const kindOf = ({ type, known }: AsideRecord) => (known ? (kinds[type] ?? otherKind) : unknownKind);

function why({ why: reason, field, v }: AsideRecord): string {
  switch (reason) {
    case 'unknown_kind':
      return 'Wahrscheinlich hat ihn ein neueres Latchkey geschrieben.';
    case 'newer_version':
      return `Ein neueres Latchkey hat ihn geschrieben: Er ist von Version ${v}, und dieses liest Version 1.`;
    case 'unknown_field':
      return 'Er hat einen Teil, den diese Version nicht kennt.';
    case 'missing_field':
      return `Sein Teil „${field ?? ''}“ fehlt.`;
    default:
      return `Sein Teil „${field ?? ''}“ hat nicht die Form, die er haben soll.`;
  }
}

const nameOf = (record: AsideRecord): string =>
  record.name === null ? kindOf(record).name : `${kindOf(record).name}, „${record.name}“`;

/** German of ../aside.ts. */
export const aside: Translated<typeof english> = {
  asideText: {
    title: 'Was nicht lesbar war',
    back: 'Zustand des Tresors',
    records: 'Zur Seite gelegte Datensätze',
    looking: 'Jeder Datensatz wird gelesen',
    none: 'Jeder Datensatz wurde verstanden',
    noneLead: 'Nichts liegt zur Seite.',
    lead: 'Diese Version kann sie nicht lesen, also stehen sie in keiner Liste. Ihre Bytes bleiben, wie sie sind, und gehen bei jedem Speichern, Verdichten und Sichern mit. Nach einem Update wird jeder von selbst noch einmal versucht.',
    name: nameOf,
    why,
    means: (record) => kindOf(record).means,
    facts: (record, now) =>
      [
        shortId(record.id),
        ...(record.known ? [] : [record.type]),
        ...(record.changed === null ? [] : [`zuletzt geändert ${formatDayTime(record.changed, now)}`]),
        formatBytes(record.bytes),
      ].join(' · '),
    more: (n) => `und ${count(n, 'weiterer Datensatz', 'weitere Datensätze')}`,
    copy: 'Für Hilfe kopieren',
    copyOf: (record) => `Was von ${shortId(record.id)} bekannt ist, für Hilfe kopieren`,
    copied: 'Was vom Datensatz bekannt ist, ist kopiert. Von seinem Inhalt steht nichts in dem Text.',
    remove: 'Entfernen',
    removeOf: (record) => `Den Datensatz ${shortId(record.id)} entfernen`,
    removing: 'Wird entfernt',
    removed: 'Der Datensatz ist entfernt, und das Protokoll sagt es.',
    stays: ({ type }) =>
      type === 'audit' ? 'Er bleibt: Am Protokoll wird nur weitergeschrieben.' : 'Er bleibt: Ohne ihn ist ein Tresor nicht ganz.',
    ask: (record) => `Den Datensatz ${shortId(record.id)} endgültig entfernen?`,
    askLead: (record) =>
      `${nameOf(record)}. ${record.why === 'unknown_kind' || record.why === 'newer_version' ? 'Ein neueres Latchkey kann ihn lesen; ohne ihn ist verloren, was darin steht.' : 'Eine spätere Version kann ihn vielleicht lesen; ohne ihn ist verloren, was darin steht.'} Einen Weg zurück gibt es nur über eine Sicherung: Die bisherigen behalten ihn, bis sie ersetzt oder bereinigt werden.`,
    keep: 'Behalten',
    support: (record) =>
      [
        'Latchkey, ein zur Seite gelegter Datensatz',
        `Art: ${record.type}, Version ${record.v}${record.known ? '' : ' (hier nicht bekannt)'}`,
        `Datensatz: ${shortId(record.id)}`,
        `Größe: ${record.bytes} Bytes`,
        `Grund: ${why(record)}`,
      ].join('\n'),
  },
  logFaultText: {
    title: 'Das Protokoll',
    whole: (n) => `Das Protokoll ist ganz: ${formatCount(n)} ${n === 1 ? 'Eintrag' : 'Einträge'}`,
    wholeLead: 'Jeder Eintrag hängt am vorigen.',
    head: ({ n, why: reason, missing }) => {
      if (reason === 'missing' && missing > 1)
        return `Einträge ${formatCount(n)} bis ${formatCount(n + missing - 1)} des Protokolls fehlen`;
      if (reason === 'missing') return `Eintrag ${formatCount(n)} des Protokolls fehlt`;
      if (reason === 'repeated') return `Zwei Einträge des Protokolls tragen die Nummer ${formatCount(n - 1)}`;
      return n === 1
        ? 'Der erste Eintrag des Protokolls ist nicht, wie er geschrieben wurde'
        : `Eintrag ${formatCount(n)} des Protokolls folgt nicht aus Eintrag ${formatCount(n - 1)}`;
    },
    between: ({ before, after }, now) => {
      const entry = (one: { n: number; t: number }) => `Eintrag ${formatCount(one.n)} von ${formatDayTime(one.t, now)}`;
      if (before === null) return after === null ? '' : `Vor ${entry(after)}.`;
      return after === null ? `Nach ${entry(before)}.` : `Zwischen ${entry(before)} und ${entry(after)}.`;
    },
    more: (n) =>
      n === 1 ? 'Weiter hinten gibt es noch eine solche Stelle.' : `Weiter hinten gibt es noch ${formatCount(n)} solche Stellen.`,
    aside: (n) =>
      `${count(n, 'Eintrag', 'Einträge')} des Protokolls ${n === 1 ? 'ist' : 'sind'} unter den zur Seite gelegten Datensätzen.`,
    meansTitle: 'Was das heißt',
    means: ({ n, why: reason, setAside }) => {
      if (reason === 'missing') {
        return setAside > 0
          ? 'Was dort geschah, ist aufgeschrieben, aber diese Version kann es nicht lesen.'
          : 'Was dort geschah, steht hier nicht mehr. Vielleicht steht es in einer Sicherung.';
      }
      if (reason === 'repeated') {
        return 'Zwei Dinge wurden an dieselbe Stelle geschrieben, wie wenn zwei Kopien der Datei getrennt geändert und zusammengelegt wurden.';
      }
      return n === 1
        ? 'Er wurde nach dem Schreiben geändert, oder etwas stand davor.'
        : 'Einer der beiden wurde nach dem Schreiben geändert. Was sie sagen, beweist nicht, was geschah.';
    },
    notTitle: 'Was das nicht heißt',
    not: (n) =>
      `${n > 2 ? `Die Einträge bis ${formatCount(n - 2)} halten. ` : ''}Konten, Passwörter und Codes hängen nicht vom Protokoll ab, und neue Einträge hängen wie zuvor am neuesten.`,
    sealed: 'Nur ein Programm, das diesen Tresor offen hatte, kann das geschrieben haben: Die Datei lässt sonst niemanden hinein.',
    todoTitle: 'Was zu tun ist',
    todo: 'Sieh nach, ob eine Sicherung von vorher mehr sagt. Wenn jemand anderes die Passphrase oder das Blatt kennen kann, erneuere den Tresorschlüssel.',
    backups: 'Sicherungen zeigen',
    key: 'Passphrase und Blatt',
  },
};
