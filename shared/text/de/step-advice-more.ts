import type { Translated } from '../language.ts';
import type * as english from '../step-advice-more.ts';

const asked: Readonly<Record<english.AskedMore, string>> = {
  push: 'ein Tippen auf deinem Telefon',
  sms: 'einen Code per SMS',
  mail: 'einen Code per Mail',
};

const onlyThen = 'nur der Person vor, die du erwartest, und nur zur vereinbarten Zeit.';

function either(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} oder ${parts.at(-1)}`;
}

/** German of ../step-advice-more.ts. */
export const stepAdviceMore: Translated<typeof english> = {
  handoffAdvice: {
    lookForBackup: 'Suche bei den Einstellungen zum zweiten Faktor nach „Backup codes“ oder „Recovery codes“.',
    codesFromYou: 'Eine Authenticator-App ist hier nicht aufgeführt; Codes müssen also von dir kommen.',
    lendCodes: 'Mit einem Authenticator kannst du Codes auf Zeit verleihen, und nie den Schlüssel.',
    backupWhy: 'Geht etwas schief, lassen sie dich wieder hinein. Neue zu erzeugen würde jetzt die beenden, die du hast.',
    devicesBefore: 'Schreib auf, was jetzt da ist, damit ein neues später auffällt.',
    oneNew: 'Ein neues Gerät sollte da sein: das angekündigte, mit Ort und Stunde wie vereinbart.',
    whoseDevice: 'Schreib es hier so auf, wie die Plattform es nennt. Am letzten Tag brauchst du den Namen.',
    anythingElse:
      'Passwort, Mail und Telefon zur Wiederherstellung und zweiter Faktor sollten sein wie zuvor. Ein zweites neues Gerät oder eine Änderung, die niemand angekündigt hat, ist sofort eine Frage wert.',
  },
  signInAdvice: {
    time: 'Nenne sie in beiden Zeitzonen und mit dem Datum. Eine halbe Stunde reicht; die Codes, die du verleihst, laufen genau in diesem Zeitfenster.',
    deviceAndPlace:
      'Frag, welches Gerät es sein wird und wo es steht. Bei einer Anmeldung weit weg von zu Hause oder über ein VPN verlangen Plattformen mehr.',
    standBy: 'Du, oder wer Telefon und Mail zur Wiederherstellung hat, sollte in dieser halben Stunde erreichbar sein.',
    calendar: 'Jede Seite öffnet sie im eigenen Kalender; der zeigt die Stunde in der eigenen Zeitzone.',
    mayAsk: (what) =>
      what.length > 0
        ? `Vielleicht verlangt sie ${either(what.map((one) => asked[one]))}. Lies den Code ${onlyThen}`
        : `Vielleicht fragt sie per SMS, Mail oder Anruf. Lies einen Code ${onlyThen}`,
    strange:
      'Warnt sie vor einer fremden Anmeldung, vergleiche Ort und Gerät, bevor du bestätigst. Erlaube nie eine, die niemand angekündigt hat.',
    unknown: 'Was diese Plattform verlangt, ist nicht bekannt: Sieh auf ihrer ersten Seite nach dem Passwort nach.',
  },
  authenticatorAdvice: {
    turnOn: 'Schalte dort den zweiten Faktor ein, oder ergänze ihn, wenn er schon an ist.',
    notListed: 'Eine Authenticator-App ist für diese Plattform nicht aufgeführt; sieh nach, ob sie trotzdem angeboten wird.',
    notKnown: 'Welche zweiten Faktoren sie hat, ist nicht bekannt: Suche nach „Authenticator app“.',
    lookForApp: 'Suche nach „Authenticator app“, auch „Authentication app“ oder „TOTP“ genannt, und wähle es.',
    chooseApp: 'Suche nach „Authenticator app“ und wähle es.',
    noKey: 'Ohne Schlüssel lassen sich von hier keine Codes verleihen.',
    qrCode: 'Sie zeigt einen QR-Code. Suche darunter nach „Can’t scan it?“ oder „Enter a key“: Das gibt dasselbe als Buchstaben.',
    typeKey:
      'Tippe oder füge den Schlüssel ein, oder gib ein Bild des QR-Codes. Am Telefon lies ihn in Vierergruppen vor. Er bleibt in diesem Tresor und geht in keine Nachricht.',
    digits: (n) => `Ihre Codes haben ${n} Zeichen.`,
    confirm:
      'Tippe den Code von hier auf der Plattform ein, bevor er abläuft. Wird er abgelehnt, prüfe die Uhr dieses Computers, dann den Schlüssel.',
    lookForBackup: 'Suche auf derselben Seite nach „Backup codes“ oder „Recovery codes“.',
    noBackup: 'Also gibt es nichts aufzuschreiben: Überspring das.',
    keepBackup: 'Bewahre sie hier auf. Jeder öffnet das Konto einmal, wenn das Telefon verloren ist.',
    backupNotListed: 'Für diese Plattform sind keine aufgeführt, vielleicht gibt es also keine.',
    smsNotListed: 'SMS ist hier nicht als zweiter Faktor aufgeführt. Suche trotzdem danach.',
    sms: 'Suche neben dem Authenticator nach SMS. Behalte sie als Ersatz, wenn das Telefon deines ist; sonst entferne sie, denn wer dieses Telefon hat, bekommt Codes.',
  },
  reviewAdvice: {
    grants: 'Wird jede Leihe noch gebraucht, und stimmt jeder letzte Tag? Beende, was niemand benutzt.',
    fewLeft: 'Weniger als drei übrig? Dann erzeuge neue.',
  },
  recoveryAdvice: {
    lookForHelp: 'Suche unter der Anmeldung nach „Forgot password“ oder „Need help?“.',
    whoHoldsIt:
      'Wer hat die Mail zur Wiederherstellung, wer das Telefon, wer den Authenticator? Frag nach, bevor du es versuchst: Zu viele Versuche sperren ein Konto für länger.',
    mail: 'Die hier notierte Adresse bekommt den Link. Sieh zuerst nach, ob du dieses Postfach öffnen kannst.',
    phone: 'Wer es hat, liest den Code vor: dir, und niemandem, der anruft.',
    noSms: 'Ein Code per SMS ist für diese Plattform nicht aufgeführt.',
    noBackup: 'Backup-Codes sind für diese Plattform nicht aufgeführt; sieh hier nach, ob trotzdem welche notiert sind.',
    takeBackup: 'Nimm einen von hier und markiere ihn als benutzt.',
    knownPlace: 'Benutze ein Gerät und einen Ort, die das Konto kennt.',
    begin: 'Beginne bei der Anmeldung, die du kennst, mit einem Gerät und an einem Ort, die das Konto kennt.',
    thenTakeBack:
      'Setze ein neues Passwort, melde jedes fremde Gerät ab, richte den Authenticator neu ein und erzeuge neue Backup-Codes, in dieser Reihenfolge.',
  },
};
