import type * as english from '../sandbox.ts';
import type { Translated } from '../language.ts';
import { firstName } from '../common.ts';

/** German of ../sandbox.ts. */
export const sandbox: Translated<typeof english> = {
  sandboxText: {
    title: 'Probe',
    enter: 'Ausprobieren',
    enterBody: 'Sei zugleich, wer verleiht und wer leiht, mit Beispielkonten. Nichts davon wird aufbewahrt.',
    entering: 'Beispiele entstehen',
    you: (name, isOwner) => `Du bist ${name} und ${isOwner ? 'verleihst' : 'leihst'}.`,
    kept: 'Nichts hier wird aufbewahrt.',
    turn: (other) => `${firstName(other)} sein`,
    end: 'Beenden',
    endAll: 'Probe beenden',
    give: (other) => `An ${firstName(other)} geben`,
    given: (other) => `${firstName(other)} hat es im Eingang.`,
    tried: (done, all) => `${done} von ${all} ausprobiert`,
  },
  nextToTry: (step, isOwner, of) => {
    const [owner, freelancer] = [firstName(of.owner), firstName(of.freelancer)];
    const turn = (text: string, asOwner: boolean): string =>
      asOwner === isOwner ? text : `Werde ${asOwner ? owner : freelancer}. ${text}`;
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
