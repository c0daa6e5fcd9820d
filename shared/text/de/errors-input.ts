import type { ErrorFacts } from '../../errors.ts';
import type * as english from '../errors-input.ts';
import type { Translated } from '../language.ts';
import { number, wait, word } from '../error-facts.ts';
import { keychainFaults } from '../keychain.ts';
import { blockedSentence } from '../run-steps.ts';

const unchanged = 'Nichts wurde geändert.';
const notSent = 'Nichts wurde versiegelt.';

function bytes(facts: ErrorFacts): string {
  const most = number(facts, 'max', 0);
  return most === 0 ? '' : `: höchstens ${most} einfache Buchstaben`;
}

function keychainSentence(facts: ErrorFacts): string {
  const why = word(facts, 'why');
  const known = Object.entries(keychainFaults).find(([fault]) => fault === why);
  return known?.[1] ?? 'Der Schlüsselbund dieses Computers ist jetzt nicht zu benutzen.';
}

const inUse = {
  grants: {
    what: 'Dieser Person ist noch etwas geliehen, oder sie hat dir etwas geliehen.',
    todo: 'Schließ erst diese Leihen ab.',
  },
  centre: {
    what: 'Diese Person ist noch in einem Business-Center oder wartet darauf.',
    todo: 'Notiere dort erst, dass sie entfernt ist.',
  },
  ad_code: {
    what: 'Diese Person hat einen Anzeigen-Code, der noch läuft.',
    todo: 'Nimm ihn auf der Plattform zurück, und notiere das erst.',
  },
} as const;

function whereInUse(facts: ErrorFacts): keyof typeof inUse {
  const why = word(facts, 'why');
  return why === 'centre' || why === 'ad_code' ? why : 'grants';
}

/** German of ../errors-input.ts. */
export const errorsInput: Translated<typeof english> = {
  inputErrors: {
    not_found: () => ({ what: 'Das ist nicht mehr im Tresor.', safe: unchanged, todo: 'Geh zurück zur Liste.' }),
    expired_token: () => ({
      what: 'Die gewählte Datei wurde nicht rechtzeitig benutzt.',
      safe: unchanged,
      todo: 'Wähle die Datei noch einmal.',
    }),
    word_count: (facts) => ({
      what: `Es sind ${number(facts, 'count', 0)} Wörter, wo ${number(facts, 'expected', 24)} hingehören.`,
      safe: unchanged,
      todo: 'Vergleiche sie Zeile für Zeile mit dem Blatt.',
    }),
    unknown_word: (facts) => {
      const at = number(facts, 'at', 0);
      return {
        what: at > 0 ? `Wort ${at} steht nicht auf der Liste.` : `${word(facts, 'word') ?? 'Ein Wort'} steht nicht auf der Liste.`,
        safe: unchanged,
        todo: 'Sieh es dir noch einmal an; jedes Wort der Liste unterscheidet sich in den ersten vier Buchstaben.',
      };
    },
    word_checksum: () => ({
      what: 'Die Wörter stehen alle auf der Liste, aber nicht so zusammen.',
      safe: unchanged,
      todo: 'Eines ist verlesen oder am falschen Platz: Vergleiche sie mit dem Blatt.',
    }),
    words_differ: () => ({
      what: 'Das sind nicht die Wörter dieser Karte.',
      safe: 'Die Person bleibt ungeprüft.',
      todo: 'Lass sie noch einmal vorlesen; sind sie dann noch anders, gehört die Karte jemand anderem.',
    }),
    words_pasted: () => ({
      what: 'Eingefügte Wörter beweisen nichts: Wer die Karte geschickt hat, kann auch die Wörter geschickt haben.',
      safe: 'Die Person bleibt ungeprüft.',
      todo: 'Ruf an, und tippe, was du hörst.',
    }),
    not_a_message: () => ({
      what: 'In diesem Text ist keine Nachricht von Latchkey.',
      safe: unchanged,
      todo: 'Kopiere den ganzen Block, von LATCHKEY1 bis END.',
    }),
    not_a_card: () => ({
      what: 'In diesem Text ist keine Karte von Latchkey.',
      safe: unchanged,
      todo: 'Bitte noch einmal um die Karte.',
    }),
    own_card: () => ({ what: 'Das ist deine eigene Karte.', safe: unchanged, todo: 'Bitte die andere Person um ihre.' }),
    could_not_open: () => ({
      what: 'Diese Nachricht war nicht zu öffnen.',
      safe: 'Sie ist für jemand anderen versiegelt oder abgeschnitten. Nichts wurde geändert.',
      todo: 'Bitte darum, sie für deine Karte zu versiegeln und ganz zu schicken.',
    }),
    already_read: () => ({ what: 'Diese Nachricht wurde schon gelesen.', safe: unchanged, todo: 'Du findest sie im Eingang.' }),
    already_known: () => ({
      what: 'Diese Karte ist schon im Tresor.',
      safe: unchanged,
      todo: 'Du findest die Person unter „Personen“.',
    }),
    seed_not_base32: () => ({
      what: 'Ein Einrichtungsschlüssel hat nur die Buchstaben A bis Z und die Ziffern 2 bis 7.',
      safe: unchanged,
      todo: 'Tippe ihn noch einmal; 0 ist O, 1 ist I und 8 ist B.',
    }),
    seed_too_short: () => ({
      what: 'Dieser Einrichtungsschlüssel ist zu kurz.',
      safe: unchanged,
      todo: 'Tippe ihn ganz; die meisten haben 16 oder 32 Zeichen.',
    }),
    uri_not_otpauth: () => ({
      what: 'Diese Adresse ist keine für Authenticator-Apps.',
      safe: unchanged,
      todo: 'Sie sollte mit otpauth:// beginnen.',
    }),
    uri_refused: () => ({
      what: 'Diese otpauth-Adresse hat einen Teil, der nicht stimmen kann.',
      safe: unchanged,
      todo: 'Kopiere sie noch einmal, oder tippe den Einrichtungsschlüssel.',
    }),
    code_differs: () => ({
      what: 'Dein Telefon zeigt einen anderen Code.',
      safe: 'Der Schlüssel ist noch nicht gespeichert.',
      todo: 'Prüfe den Schlüssel, die Einstellungen und beide Uhren, dann tippe den Code, den es jetzt zeigt.',
    }),
    no_seed: () => ({
      what: 'Dieses Konto hat hier keinen Authenticator-Schlüssel.',
      safe: unchanged,
      todo: 'Füge ihn erst hinzu, oder lass die Codes weg.',
    }),
    nothing_to_send: () => ({
      what: 'Es ist nichts angehakt, was mitgeht.',
      safe: notSent,
      todo: 'Hak das Passwort, die Codes oder beides an.',
    }),
    no_windows: () => ({
      what: 'Vor dem letzten Tag ist kein Zeitfenster mehr übrig.',
      safe: notSent,
      todo: 'Zeichne ein Zeitfenster, oder verschieb den letzten Tag.',
    }),
    too_many_codes: (facts) => ({
      what: `Diese Zeitfenster brauchen mehr als ${number(facts, 'max', 92_000)} Codes.`,
      safe: notSent,
      todo: 'Zeichne kürzere Zeitfenster, oder wähle einen früheren letzten Tag.',
    }),
    ends_in_past: () => ({ what: 'Der letzte Tag ist schon vorbei.', safe: notSent, todo: 'Wähle einen späteren Tag.' }),
    too_far_ahead: () => ({
      what: 'Codes lassen sich höchstens 31 Tage verleihen.',
      safe: notSent,
      todo: 'Wähle einen früheren letzten Tag, und verlängere dann.',
    }),
    not_verified: () => ({
      what: 'Du hast mit dieser Person keine Wörter verglichen.',
      safe: notSent,
      todo: 'Ruf an und vergleiche sie, oder sag, dass du es trotzdem schickst.',
    }),
    secrets_closed: () => ({
      what: 'Die Geheimnisse dieser Nachricht sind noch verschlossen.',
      safe: unchanged,
      todo: 'Vergleiche erst die Wörter mit der Person, von der sie kommt.',
    }),
    grant_not_ended: () => ({
      what: 'Diese Leihe ist noch nicht beendet.',
      safe: unchanged,
      todo: 'Warte auf ihren letzten Tag, oder beende sie erst.',
    }),
    request_over: () => ({
      what: 'Diese Anfrage wartet nicht mehr auf eine Antwort.',
      safe: unchanged,
      todo: 'Bitte um eine neue, oder stell eine neue.',
    }),
    grant_over: () => ({
      what: 'Dieser Zugang ist schon vorbei.',
      safe: unchanged,
      todo: 'Übergib neu, um ihn wieder zu verleihen.',
    }),
    not_less: () => ({
      what: 'Das wäre mehr als vorher.',
      safe: unchanged,
      todo: 'Verlängere, oder übergib neu, um mehr zu geben.',
    }),
    no_live_codes: () => ({
      what: 'Codes auf Anfrage gehören nicht zu dieser Leihe.',
      safe: unchanged,
      todo: 'Bitte darum, sie mit ihnen neu zu übergeben.',
    }),
    run_not_done: () => ({
      what: 'Manche Schritte sind weder erledigt noch mit einem Grund übersprungen.',
      safe: 'Die Leihe bleibt offen.',
      todo: 'Erledige sie, dann schließ ab.',
    }),
    no_candidate: () => ({ what: 'Es wartet kein neues Passwort.', safe: 'Das jetzige bleibt.', todo: 'Erzeuge erst eines.' }),
    candidate_exists: () => ({
      what: 'Für dieses Konto wartet schon ein neues Passwort.',
      safe: 'Beide Passwörter werden aufbewahrt.',
      todo: 'Sag, ob es galt, oder verwirf es, bevor du ein anderes erzeugst.',
    }),
    contact_in_use: (facts) => ({ ...inUse[whereInUse(facts)], safe: unchanged }),
    centre_in_use: () => ({
      what: 'In diesem Business-Center ist noch jemand oder wartet darauf.',
      safe: unchanged,
      todo: 'Notiere erst, dass alle entfernt sind, oder archiviere das Center.',
    }),
    member_removed: () => ({
      what: 'Die Person ist schon nicht mehr in diesem Business-Center.',
      safe: 'Was über sie notiert ist, bleibt.',
      todo: 'Füge sie neu hinzu, wenn sie zurück ist.',
    }),
    too_many: (facts) => ({
      what: `Davon ist Platz für ${number(facts, 'max', 0) || 'keine weiteren'}.`,
      safe: unchanged,
      todo: 'Entferne erst einige.',
    }),
    access_ended: () => ({
      what: 'Was geliehen war, ist hier beendet.',
      safe: 'Seine Geheimnisse sind nicht mehr in diesem Tresor.',
      todo: 'Bitte darum, wenn du es wieder brauchst.',
    }),
    access_not_begun: () => ({
      what: 'Was geliehen ist, gilt noch nicht.',
      safe: unchanged,
      todo: 'Warte auf den ersten Tag, der dafür genannt ist.',
    }),
    reason_missing: () => ({
      what: 'Ein übersprungener Schritt braucht einen Grund.',
      safe: unchanged,
      todo: 'Schreib in ein paar Worten auf, warum.',
    }),
    devices_open: () => ({
      what: 'Manche Geräte sind weder behalten noch abgemeldet.',
      safe: unchanged,
      todo: 'Entscheide erst für jedes Gerät.',
    }),
    step_blocked: (facts) => ({
      what: 'Dieser Schritt ist noch nicht erledigt.',
      safe: unchanged,
      todo: blockedSentence(word(facts, 'why')),
    }),
    file_unreadable: () => ({
      what: 'Diese Datei ist nicht zu lesen.',
      safe: unchanged,
      todo: 'Sieh nach, ob du sie öffnen darfst.',
    }),
    text_too_long: (facts) => ({
      what: `Ein Text ist länger, als eine Nachricht tragen kann${bytes(facts)}.`,
      safe: unchanged,
      todo: 'Kürze ihn; Akzente, andere Alphabete und Emojis zählen zwei- bis viermal.',
    }),
    text_unfit: () => ({
      what: 'Ein Text hat ein Zeichen, das hier nicht bleiben kann, etwa einen Zeilenumbruch in einem Namen.',
      safe: unchanged,
      todo: 'Tippe ihn neu, ohne zu kopieren.',
    }),
    ends_earlier: () => ({
      what: 'Das ist früher als das Ende, das diese Leihe jetzt hat.',
      safe: notSent,
      todo: 'Wähle einen späteren Tag, oder gib stattdessen weniger.',
    }),
    platform_needed: (facts) => ({
      what: `${word(facts, 'name') ?? 'Eine andere Plattform, die du hinzugefügt hast,'} meldet sich über diese Plattform an und kann nicht ohne sie sein.`,
      safe: unchanged,
      todo: 'Entferne erst jene.',
    }),
    link_refused: () => ({
      what: 'Latchkey öffnet nur https-Adressen, deren Host es gezeigt hat.',
      safe: 'Nichts wurde geöffnet.',
      todo: 'Prüfe die Adresse dieses Kontos.',
    }),
    capability_missing: () => ({
      what: 'Das bietet dieser Computer Latchkey nicht.',
      safe: unchanged,
      todo: 'Nimm einen anderen Weg; was es braucht, ist weggelassen.',
    }),
    too_often: (facts) => ({
      what: 'Das wurde in einer Minute zu oft verlangt.',
      safe: unchanged,
      todo: wait(facts) ?? 'Warte eine Minute und versuch es noch einmal.',
    }),
    settings_unsaved: () => ({
      what: 'Die Einstellungen konnten nicht auf die Platte geschrieben werden.',
      safe: 'Sie gelten, bis Latchkey geschlossen wird.',
      todo: 'Sieh nach, ob die Platte Platz hat und Schreiben erlaubt.',
    }),
    codes_by_counter: () => ({
      what: 'Die Codes dieses Kontos folgen einem Zähler; für eine kommende Zeit lassen sich keine machen.',
      safe: notSent,
      todo: 'Lass die Zeitfenster weg; verleih es mit Codes auf Anfrage, und tippe den nächsten Code, wenn du gefragt wirst.',
    }),
    picture_unreadable: () => ({
      what: 'Das ist kein Bild, das Latchkey lesen kann.',
      safe: unchanged,
      todo: 'Nimm ein Bildschirmfoto des Codes, oder tippe den Einrichtungsschlüssel.',
    }),
    picture_too_large: () => ({
      what: 'Dieses Bild hat mehr als 25 Millionen Pixel oder 20 MB.',
      safe: unchanged,
      todo: 'Schneide es auf den Code zu.',
    }),
    picture_timeout: () => ({
      what: 'Dieses Bild zu lesen dauerte länger als eine Sekunde und wurde angehalten.',
      safe: unchanged,
      todo: 'Schneide es auf den Code zu, oder tippe den Einrichtungsschlüssel.',
    }),
    no_code_in_picture: () => ({
      what: 'In diesem Bild fand sich kein QR-Code.',
      safe: unchanged,
      todo: 'Nimm ihn näher und gerade auf, oder tippe den Einrichtungsschlüssel.',
    }),
    code_not_otpauth: () => ({
      what: 'Der QR-Code in diesem Bild ist keiner für Authenticator-Apps.',
      safe: 'Er wurde nicht weiter angesehen, und nichts wurde geändert.',
      todo: 'Nimm den Code, den die Plattform beim Einrichten eines Authenticators zeigt.',
    }),
    transfer_doubled: (facts) => ({
      what: `Bild ${number(facts, 'at', 1)} von ${number(facts, 'of', 2)} ist schon da.`,
      safe: 'Seine Schlüssel stehen einmal in der Liste.',
      todo: 'Füge eines hinzu, das noch fehlt.',
    }),
    transfer_other: () => ({
      what: 'Dieses Bild gehört nicht zur selben Übertragung.',
      safe: 'Die bisher gefundenen Schlüssel sind noch da.',
      todo: 'Füge das nächste Bild der begonnenen hinzu, oder verlass die Liste und beginn neu.',
    }),
    in_sandbox: () => ({
      what: 'In der Probe wird außerhalb dieses Fensters nichts geschrieben, gelesen oder aufbewahrt.',
      safe: unchanged,
      todo: 'Beende die Probe und leg einen eigenen Tresor an.',
    }),
    not_confirmed: (facts) => {
      const again = wait(facts);
      return {
        what:
          again === null
            ? 'Du hast es nicht bestätigt.'
            : 'So viel in einer Stunde braucht dein Ja auf eine Frage des Systems, und es kam keines.',
        safe: unchanged,
        todo:
          again === null
            ? 'Verlang es noch einmal, wenn du es doch willst.'
            : `Verlang es noch einmal, wenn du es doch willst. Wo keine Frage kommt: ${again}`,
      };
    },
    too_many_secrets: () => ({
      what: 'In einer Minute wurde nach mehr verschiedenen Geheimnissen gefragt, als ein Mensch braucht.',
      safe: 'Dieses wurde nicht herausgegeben.',
      todo: 'Der Tresor ist gesperrt; entsperre ihn, um weiterzumachen.',
    }),
    keychain_unavailable: (facts) => ({
      what: keychainSentence(facts),
      safe: 'Nichts wurde anderswo aufbewahrt.',
      todo: 'Die Passphrase öffnet den Tresor wie bisher.',
    }),
  },
};
