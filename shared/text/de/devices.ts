import { firstName } from '../common.ts';
import type * as english from '../devices.ts';
import type { Translated } from '../language.ts';

/** German of ../devices.ts. */
export const devices: Translated<typeof english> = {
  deviceText: {
    add: 'Gerät',
    addTitle: 'Ein Gerät, das die Plattform zeigt',
    editTitle: (name) => `${name} bearbeiten`,
    edit: (name) => `${name} bearbeiten`,
    lead: 'Schreib es so auf, wie die Plattform es nennt.',
    name: 'Name',
    nameEmpty: 'Ein Gerät braucht einen Namen.',
    place: 'Ort oder Browser',
    seen: 'Zuletzt gesehen',
    whose: 'Wem es gehört',
    mine: 'Mir',
    unknown: 'Nicht bekannt',
    yours: 'deins',
    theirs: (person) => `von ${person}`,
    whoseAsk: 'wem gehört es?',
    keep: 'Behalten',
    kept: 'Behalten',
    signOut: 'Abmelden',
    signedOut: 'Abgemeldet',
    isMine: 'Meins',
    remove: 'Von der Liste nehmen',
    save: 'Speichern',
    how: 'Kopiere die Liste, die du dort siehst. Melde jedes fremde Gerät auf der Plattform ab und vermerke es dann hier.',
    look: 'Kopiere die Liste, die du dort siehst, und füge sie hier ein.',
    before: 'Füge die Liste ein, damit später ein neues auffällt.',
    expectOne: (device, person) => `Du solltest jetzt ein neues Gerät sehen: ${device}, von ${firstName(person)}.`,
    expectAny: (person) => `Du solltest jetzt ein neues Gerät sehen, von ${firstName(person)}. Welches, war nicht gesagt.`,
    promised: 'angekündigt, noch nicht gesehen',
    asPromised: 'Wie angekündigt',
    history: (first, listed, out) =>
      [`Notiert ${first}`, listed === null ? null : `zuletzt auf der Liste ${listed}`, out === null ? null : `abgemeldet ${out}`]
        .filter((part) => part !== null)
        .join(' · '),
  },
  deviceListText: {
    paste: 'Liste einfügen',
    title: 'Die Geräte, die die Plattform zeigt',
    lead: 'Kopiere dort die ganze Liste und füge sie hier ein. Nichts wird gespeichert, bevor du es angesehen hast.',
    text: 'Die Liste',
    read: 'Lesen',
    reading: 'Wird gelesen',
    none: 'In diesem Text wurde kein Gerät gefunden. Eine Zeile für jedes genügt.',
    again: 'Anderen Text einfügen',
    found: (n) => (n === 1 ? '1 Gerät gefunden' : `${n} Geräte gefunden`),
    strangers: (n) => (n === 1 ? '1 nicht bekannt' : `${n} nicht bekannt`),
    row: (n) => `Gerät ${n}`,
    isNew: 'vorher nicht bekannt',
    isPromised: 'wie angekündigt',
    isKnown: 'bekannt',
    drop: 'Weglassen',
    gone: 'Nicht mehr auf der Liste',
    goneOne: (name) => `${name} ist abgemeldet`,
    save: 'Liste speichern',
  },
};
