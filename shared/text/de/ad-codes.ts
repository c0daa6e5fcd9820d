import type * as english from '../ad-codes.ts';
import { assetKindText } from '../business.ts';
import { count } from '../common.ts';
import type { Translated } from '../language.ts';
import { capital } from './grammar.ts';

/** German of ../ad-codes.ts. */
export const adCodes: Translated<typeof english> = {
  adCodeText: {
    title: 'Anzeigencodes',
    lead: 'Mit einem Code kann jemand einen Beitrag bis zu seinem letzten Tag als Anzeige zeigen.',
    add: 'Neuer Anzeigencode',
    addFirst: 'Anzeigencode vermerken',
    emptyTitle: 'Noch kein Anzeigencode',
    emptyBody:
      'Mit einem Code für einen einzelnen Beitrag kann jemand ihn ohne Login als Anzeige schalten. Vermerke ihn und sieh, bis wann er läuft.',
    none: 'Keiner läuft.',
    withOver: 'Mit denen, die vorbei sind',
    newTitle: 'Ein Anzeigencode, den du gemacht hast',
    editTitle: 'Diesen Anzeigencode ändern',
    noteLead: 'Mach ihn in der App der Plattform, für einen Beitrag, und vermerke ihn dann hier.',
    account: 'Konto des Beitrags',
    noAccount: 'Noch keins gewählt',
    chooseAccount: 'Konto wählen',
    accountMissing: 'Sag, auf welchem Konto der Beitrag ist.',
    person: 'Für wen',
    anyone: 'Niemand unter Personen',
    about: 'Welcher Beitrag',
    aboutHint: 'Advents-Reel, 1. Dez',
    aboutMissing: 'Sag, welcher Beitrag.',
    code: 'Der Code',
    codeHint: 'Bleibt geheim im Tresor. Du darfst ihn weglassen.',
    codeKept: 'Ein Code ist hinterlegt. Tippe einen anderen, um ihn zu ersetzen.',
    days: 'Er läuft',
    dayCount: (n) => count(n, 'Tag', 'Tage'),
    made: 'Gemacht am',
    lastDay: (day) => `Der letzte Tag ist ${day}.`,
    past: (day) => `Er war ${day} vorbei.`,
    theCode: 'Anzeigencode',
    forWhom: (name) => `für ${name}`,
    copy: 'Code kopieren',
    copied: (left) => `Wird in ${left} gelöscht`,
    notKept: 'Der Code selbst ist hier nicht hinterlegt.',
    left: (n) => (n === 0 ? 'weniger als ein Tag übrig' : `noch ${count(n, 'Tag', 'Tage')}`),
    until: (day) => `bis ${day}`,
    over: (day) => `vorbei seit ${day}`,
    withdrawn: (day) => `zurückgezogen ${day}`,
    withdraw: 'Auf der Plattform zurückgezogen',
    withdrawTitle: (about) => `Ist der Code für ${about} zurückgezogen?`,
    withdrawBody: 'Zieh ihn zuerst in der App der Plattform zurück; such nach den Anzeigeneinstellungen des Beitrags.',
    stops: 'Damit kann keine neue Anzeige entstehen.',
    goesOn: 'Eine Anzeige, die schon läuft, kann noch ein wenig weiterlaufen.',
    keep: 'Noch nicht',
    edit: (about) => `Den Code für ${about} bearbeiten`,
    more: (about) => `Mehr zu ${about}`,
  },
  numbersText: {
    title: 'Nummern',
    lead: 'Wonach Plattformen fragen, um ein Center, eine Sache oder eine Person zu finden. Nichts davon ist geheim.',
    find: 'Nummer finden',
    emptyTitle: 'Noch keine Nummer',
    emptyBody:
      'Nummern deiner Center, ihrer Sachen und deiner Personen sammeln sich hier, zum Kopieren, wenn eine Plattform danach fragt.',
    nothingFound: 'Keine Nummer ist so.',
    addTo: 'Nummern hinzufügen',
    ofPerson: 'Nummern einer Person',
    ofPersonLead: 'Was sie dir gegeben hat, damit eine Plattform sie findet.',
    person: 'Person',
    nobody: 'Füge zuerst jemanden unter Personen hinzu.',
    choose: 'Person wählen',
    platform: 'Plattform',
    name: 'Was es ist',
    nameHint: 'Business-Center-ID',
    value: 'Nummer oder Adresse',
    add: 'Nummer hinzufügen',
    remove: (name) => `${name} entfernen`,
    aNumber: 'diese Nummer',
    half: 'Eine Nummer braucht einen Namen und einen Wert.',
    saved: 'Nummern gespeichert.',
  },
  numberLine: ({ whose, kind, name }, platform) => {
    const thing = kind === null || kind === 'other' ? 'etwas in einem Business-Center' : assetKindText[kind];
    const what =
      name ?? { centre: 'Business-Center', asset: thing, member: 'jemand in einem Business-Center', person: 'eine Person' }[whose];
    return `${capital(what)} · ${platform}`;
  },
};
