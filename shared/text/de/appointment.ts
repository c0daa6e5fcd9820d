import type * as english from '../appointment.ts';
import { type Agreed, bothSpans, spanInZone } from '../appointment.ts';
import { formatTime } from '../dates.ts';
import type { Translated } from '../language.ts';
import { formatInZone } from '../zoned.ts';

/** A line without the zone it ends with in brackets. */
function bare(text: string): string {
  return text.replace(/ \([^()]*\)$/u, '');
}

function ownSpans({ from, minutes, zone, theirZone }: Agreed): readonly string[] {
  const own = spanInZone(from, minutes, zone);
  if (theirZone === null || theirZone === zone) return [own];
  const theirs = spanInZone(from, minutes, theirZone);
  return bare(own) === bare(theirs) ? [own] : [own, theirs];
}

/** German of ../appointment.ts. */
export const appointment: Translated<typeof english> = {
  spanInZone: (from, minutes, zone) => {
    const until = formatTime(from + minutes * 60, { zone });
    return formatInZone(from, zone).replace(/ \((?=[^(]*$)/, ` bis ${until} (`);
  },
  bothSpans: (agreed) => ownSpans(agreed),
  calendarWords: (of) => {
    const lines = [
      `Erste Anmeldung, vereinbart mit ${of.person}.`,
      ...bothSpans(of),
      of.device === null ? null : `Gerät: ${of.device}`,
      of.standsBy === null ? null : `Steht bereit: ${of.standsBy}`,
      'Passwörter und Codes kommen versiegelt, nie in einem Kalender.',
    ];
    return {
      summary: `Anmeldung bei ${of.platform}`,
      description: lines.filter((line) => line !== null).join('\n'),
    };
  },
  appointmentText: {
    title: (account) => `Eine Anmeldung bei ${account} vereinbaren`,
    lead: 'Eine halbe Stunde, in der ihr beide da seid. Die Plattform sieht eine Anmeldung, die du erwartest.',
    who: 'Wer sich anmeldet',
    nobody: 'Füge zuerst eine Person hinzu.',
    day: 'Tag',
    time: 'Beginnt um',
    length: 'Dauert',
    minutes: (n) => `${n} min`,
    place: 'Ort',
    placeHint: 'Die Stadt, in der die Person sein wird. Eine Anmeldung von weit weg lässt Plattformen nach mehr fragen.',
    device: 'Gerät',
    deviceHint: 'Etwa „Chrome unter Windows“. Danach siehst du später nach.',
    standsBy: 'Wer bereitsteht',
    standsByHint: 'Wer das Telefon und die Mail zur Wiederherstellung hat.',
    yours: 'Für dich',
    theirs: (name) => `Für ${name}`,
    theirZoneUnknown: (name) =>
      `Die Zeitzone von ${name} ist nicht notiert. Notiere sie bei der Person, dann stehen beide Zeiten hier.`,
    past: 'Diese Zeit ist schon vorbei.',
    agree: 'Vereinbaren',
    agreeing: 'Wird gespeichert',
    change: 'Zeit ändern',
    save: 'Kalenderdatei speichern',
    saved: (file) => `Gespeichert als ${file}`,
    saving: 'Wird gespeichert',
    fileName: (platform) => `${platform.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}-anmeldung.ics`,
    noDialog: 'Dieser Computer hat keinen Dialog, um eine Datei zu speichern.',
  },
};
