import { assertNever } from '../../errors.ts';
import type * as english from '../sealed.ts';
import type { SealedFacts } from '../sealed.ts';
import type { Translated } from '../language.ts';
import { firstName } from '../common.ts';
import { formatUntil } from '../zoned.ts';

function receiptWords(receipt: NonNullable<SealedFacts['receipt']> | null, reader: string | null): string {
  if (receipt === null) return '';
  const revoked = `, von ${reader ?? 'der Eigentümerseite'} beendet und hier entfernt`;
  return {
    opened: ', geöffnet',
    declined: ', abgelehnt',
    purged: ', zurückgegeben',
    expired: ', am letzten Tag beendet',
    revoked,
  }[receipt];
}

/** German of ../sealed.ts. */
export const sealed: Translated<typeof english> = {
  sealedSentence: (facts) => {
    const { kind, from } = facts;
    const reader = facts.for === null ? null : firstName(facts.for);
    const about = facts.title ?? null;
    const until =
      facts.until === null || facts.until === undefined
        ? ''
        : ` bis ${formatUntil(facts.until.at, facts.until.zone, facts.until.theirZone)}`;
    const paste = 'Kopiere den ganzen Block und füge ihn in Latchkey unter „Eingang“ ein.';
    const only = reader === null || facts.open === true ? paste : `Nur ${reader} kann das öffnen. ${paste}`;
    const to = facts.for === null ? `Von ${from}` : `Von ${from}, für ${facts.for}`;
    const of = about === null ? '' : ` zu ${about}`;
    switch (kind) {
      case 'card':
        return `Die Latchkey-Karte von ${from}: öffentliche Schlüssel, nichts Geheimes. Füge sie in Latchkey unter „Personen“ ein, dann vergleicht am Telefon die acht Wörter.`;
      case 'handoff':
        return `${to}: ${about ?? 'ein Login'}, geliehen${until}. ${only}`;
      case 'pass':
      case 'code':
        return `${to}: der Code, um den du gebeten hast${of}${until === '' ? '' : `, gilt${until}`}. ${only}`;
      case 'refusal':
        return `${to}: eine Antwort auf deine Anfrage${of}. ${only}`;
      case 'request':
        return `${to}: eine Bitte, ${about ?? 'ein Login'}${until} zu leihen. ${only}`;
      case 'code_request':
        return `${to}: eine Bitte um einen Code${of}${until === '' ? '' : `, offen${until}`}. ${only}`;
      case 'receipt':
        return `${to}: eine Quittung${of}${receiptWords(facts.receipt ?? null, reader)}. ${only}`;
      case 'revoke':
        return `${to}: das Ende${about === null ? '' : ` von ${about}`}. Eingefügt entfernt Latchkey die Geheimnisse, die es davon hält. ${only}`;
      default:
        return assertNever(kind);
    }
  },
};
