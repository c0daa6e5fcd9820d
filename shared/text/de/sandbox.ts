import type * as english from '../sandbox.ts';
import type { Translated } from '../language.ts';
import { firstName, ofName } from '../common.ts';

/** German of ../sandbox.ts. */
export const sandbox: Translated<typeof english> = {
  sandboxText: {
    title: 'Probe',
    enter: 'Ausprobieren',
    enterBody: 'Sei zugleich, wer verleiht und wer leiht, mit Beispielkonten. Nichts davon wird aufbewahrt.',
    entering: 'Beispiele entstehen',
    you: (name, isOwner) => `Du bist ${name} und ${isOwner ? 'verleihst' : 'leihst'}.`,
    kept: 'Nichts hier wird aufbewahrt.',
    turn: (other) => `Zu ${firstName(other)} wechseln`,
    end: 'Beenden',
    endAll: 'Probe beenden',
    give: (other) => `An ${firstName(other)} geben`,
    given: (other) => `${firstName(other)} hat es im Eingang.`,
    tried: (done, all) => `${done} von ${all} ausprobiert`,
  },
  besideText: {
    title: (other) => `${ofName(firstName(other))} Seite`,
    person: (name, isOwner) => `${name} ${isOwner ? 'verleiht' : 'leiht'}`,
    look: (other) => `${ofName(firstName(other))} Seite ansehen`,
    hide: (other) => `${ofName(firstName(other))} Seite ausblenden`,
    close: 'Schließen',
    toThem: (other) => `Unterwegs zu ${firstName(other)}`,
    toYou: 'Unterwegs zu dir',
    handYou: 'Herholen',
    brought: 'Es ist in deinem Eingang.',
    toInbox: 'Zum Eingang',
    inbox: (other) => `${ofName(firstName(other))} Eingang`,
    nothing: 'Nichts wartet.',
    open: 'Dort öffnen',
    loans: 'Leihen',
    noLoans: 'Nichts ist verliehen.',
    own: (n) => `und ${n} ${n === 1 ? 'eigenes Konto' : 'eigene Konten'}`,
    more: (n) => `und ${n} weitere`,
    news: 'Was dort geschah',
  },
  nextToTry: (step, isOwner, of) => {
    const [owner, freelancer] = [firstName(of.owner), firstName(of.freelancer)];
    const turn = (text: string, asOwner: boolean): string =>
      asOwner === isOwner ? text : `Wechsle zu ${asOwner ? owner : freelancer}. ${text}`;
    switch (step) {
      case 'sealed':
        return turn(`Öffne Harbour TikTok und übergib es an ${freelancer}.`, true);
      case 'given':
        return turn(`Gib die versiegelte Nachricht an ${freelancer}, oder kopiere sie und füge sie dort in den Eingang ein.`, true);
      case 'taken':
        return turn(`Nimm im Eingang an, was ${owner} dir leiht.`, false);
      case 'receipt':
        return turn(`Gib die Quittung an ${owner}.`, false);
      case 'ended':
        return turn('Öffne die Leihe im Leihbuch und beende sie.', true);
      case null:
        return 'Das war alles. Sieh dich um, oder beende die Probe und leg einen eigenen Tresor an.';
    }
  },
  sampleText: {
    shopRules: ['Darf Produkte und Bilder ändern', 'Darf Auszahlungen nicht ändern'],
    postRules: ['Darf posten und Kommentare beantworten', 'Darf die Mailadresse nicht ändern'],
  },
};
