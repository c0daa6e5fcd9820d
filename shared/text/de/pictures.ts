import type * as english from '../pictures.ts';
import type { Translated } from '../language.ts';

function missing(have: readonly number[], of: number): string {
  const left = of - have.length;
  return left === 1 ? 'eines fehlt noch' : `${left} fehlen noch`;
}

/** German of ../pictures.ts. */
export const pictures: Translated<typeof english> = {
  pictureText: {
    title: 'Oder lies den QR-Code',
    lead: 'Wähle ein Bild, zieh es hierher, oder füge ein Bildschirmfoto ein.',
    pick: 'Bild wählen',
    reading: 'Sucht einen Code',
    camera: 'Kamera benutzen',
    warning: 'Wer dieses Bild hat, kann jeden Code machen.',
    warningTodo:
      'Kam es über einen Chat, bleibt es dort und in dessen Sicherungen: Lösche es an beiden Enden, oder besser, lass die Plattform einen neuen Schlüssel machen, sobald du drin bist.',
    which: 'Welcher davon ist es?',
    whichLead: (n) => `Das Bild enthält ${n} Schlüssel. Die anderen werden vergessen.`,
    part: (have, of) => `${have.length === 1 ? 'Bild' : 'Bilder'} ${have.join(', ')} von ${of}`,
    partLead: (have, of) =>
      `Diese Übertragung verteilt sich auf ${of} Bilder; ${missing(have, of)}. Wähle das nächste, zieh eines oder mehrere hierher, füge es ein, oder nimm einen Schlüssel, der schon da ist.`,
    pickNext: 'Nächstes Bild wählen',
    whichParts: (n, of) =>
      `${n === 1 ? 'Ein Schlüssel ist' : `${n} Schlüssel sind`} da, aus einer Übertragung von ${of} Bildern. Die anderen werden vergessen, sobald einer gespeichert ist.`,
    unnamed: 'Ohne Namen',
    none: 'Keiner davon',
    cameraTitle: 'Halte den QR-Code vor die Kamera',
    cameraLead: 'Die Bilder werden auf diesem Computer angesehen und nirgends aufbewahrt. Die Kamera geht von selbst aus.',
    cameraStarting: 'Kamera startet',
    cameraView: 'Was die Kamera sieht',
    cameraStop: 'Anhalten',
    cameraLate: 'In einer Minute fand sich kein Code; die Kamera ist aus.',
    cameraAgain: 'Noch einmal',
    faults: {
      denied: 'Die Kamera wurde nicht erlaubt. Erlaube sie für Latchkey in den Einstellungen dieses Computers.',
      absent: 'Hier ist keine Kamera.',
      taken: 'Die Kamera ist jetzt nicht zu benutzen; vielleicht hat sie ein anderes Programm.',
    },
  },
  counterText: {
    type: 'Codes wechseln',
    types: { totp: 'Nach der Uhr', hotp: 'Nach einem Zähler', steam: 'Wie Steam sie zeigt' },
    counter: 'Nächster Zählerstand',
    counterHint: 'Eine ganze Zahl; die Plattform sagt, wo er steht.',
    typedHint: 'Lass dein Telefon den nächsten Code zeigen. Stimmt er, steht der Zähler hier, wo der deines Telefons steht.',
    title: 'Codes nach einem Zähler',
    notYetHint:
      'Gespeichert, aber als nicht verglichen vermerkt. Der erste Code steht auf der Seite des Kontos, sobald du ihn verlangst.',
    lead: 'Diese Codes folgen einem Zähler: Jeder gilt einmal, und keiner wird gezeigt, bevor du ihn verlangst.',
    next: 'Nächster Code',
    taking: 'Wird gespeichert',
    shown: (counter) => `der Code zum Zählerstand ${counter}, hier verbraucht`,
    stands: (counter) => `folgt einem Zähler; der nächste Stand ist ${counter}`,
    set: 'Zähler stellen',
    setTitle: 'Zähler stellen',
    setLead: 'Lehnt die Plattform die Codes ab, ist ihr Zähler weiter. Eine kleinere Zahl gibt Codes, die schon benutzt wurden.',
    setAct: 'Stellen',
    setting: 'Wird gestellt',
    keep: 'So lassen',
    words: { next: 'danach', soon: (seconds) => `in ${seconds} s verdeckt`, none: 'Kein Code verlangt' },
  },
  keyLine: (type, digits, counter) =>
    type === 'steam' ? 'Steams eigene Schreibweise, alle 30 s' : `${digits} Ziffern nach Zähler, der nächste Stand ist ${counter}`,
};
