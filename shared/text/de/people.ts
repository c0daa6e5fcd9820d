import type * as english from '../people.ts';
import type { Translated } from '../language.ts';
import { count } from '../common.ts';

/** German of ../people.ts. */
export const people: Translated<typeof english> = {
  peopleText: {
    title: 'Personen',
    total: (n) => count(n, 'Person', 'Personen'),
    me: 'Meine Karte',
    meLine: 'Was andere brauchen, um etwas für dich zu versiegeln',
    add: 'Person hinzufügen',
    emptyTitle: 'Noch niemand da',
    emptyBody:
      'Eine Person ist eine Karte: die öffentlichen Schlüssel, für die etwas versiegelt wird. Bitte um ihre, und schick deine.',
    verified: 'Wörter verglichen',
    verifiedOn: (day) => `Wörter verglichen ${day}`,
    unverified: 'Wörter noch nicht verglichen',
    retired: 'durch eine andere Karte ersetzt',
    grants: (n) => (n === 0 ? 'nichts verliehen' : count(n, 'Leihe', 'Leihen')),
    name: 'Name',
    organisation: 'Organisation',
    role: 'Rolle',
    zone: 'Zeitzone',
    noRole: 'keine Rolle',
    noZone: 'nicht bekannt',
    remove: 'Diese Person entfernen',
    removeTitle: (name) => `${name} entfernen?`,
    removeBody: 'Leihen und Protokoll behalten den Namen. Um wieder etwas zu verleihen, brauchst du Karte und Wörter von Neuem.',
    removed: (name) => `${name} ist entfernt`,
    keep: 'Behalten',
    saved: 'Gespeichert',
    about: 'Zur Person',
    loans: 'Ansehen, was sie hat',
    has: 'Was sie hat',
    hasNothing: (name) => `${name} hat nichts von dir.`,
    lends: 'Was sie dir leiht',
    openLoan: (account) => `Die Leihe von ${account} ansehen`,
    seeAll: 'Alles im Leihbuch ansehen',
    inCentres: (n) => `In ${count(n, 'Business-Center', 'Business-Centern')}`,
    toCentres: 'Business öffnen',
    handOffWhat: (name) => `Welches Konto übergibst du an ${name}?`,
    actions: 'Weitere Aktionen',
    unchanged: 'Nichts hat sich geändert.',
    zoneUnknown: 'Eine solche Zone gibt es nicht. Sie wird wie Europe/Lisbon geschrieben.',
  },
  roleText: { owner: 'Eigentümer', freelancer: 'Freelancer', agency: 'Agentur', colleague: 'Kollegium' },
  cardText: {
    title: 'Meine Karte',
    lead: 'Schick sie jemandem, der dir ein Login leihen will oder eines von dir leiht. Sie enthält nur öffentliche Schlüssel.',
    text: 'Karte als Text',
    copy: 'Karte kopieren',
    copied: 'Karte kopiert',
    qr: 'Karte als QR-Code, von diesem Bildschirm zu scannen',
    words: 'Meine acht Wörter',
    wordsLead:
      'Lies sie am Telefon vor. Die andere Person tippt, was sie hört; dann weiß ihr Latchkey, dass diese Karte deine ist.',
  },
  addPersonText: {
    title: 'Person hinzufügen',
    lead: 'Füge die Karte ein, die du bekommen hast. Sie beginnt mit LATCHKEYCARD1.',
    field: 'Die Karte',
    read: 'Karte lesen',
    reading: 'Wird gelesen',
    notCard: 'Das ist eine versiegelte Nachricht, keine Karte. Sie liegt jetzt im Eingang.',
  },
  wordsText: {
    title: (name) => `Wörter mit ${name} vergleichen`,
    lead: (name) =>
      `Ruf ${name} an, oder trefft euch. Lass dir die acht Wörter aus dem anderen Latchkey vorlesen, und tippe, was du hörst. Die Wörter dieser Karte stehen hier nicht, damit niemand nur nickt.`,
    field: 'Die Wörter, die du hörst',
    word: (n) => `Wort ${n}`,
    count: (n) => `${n} von 8 Wörtern`,
    compare: 'Vergleichen',
    comparing: 'Wird verglichen',
    done: (name) => `Die Wörter stimmen. Diese Karte gehört ${name}.`,
    open: 'Wörter vergleichen',
    why: 'Jeder kann diese Karte geschickt haben. Solange die Wörter nicht stimmen, verleih nichts von Belang.',
    sayWhy: (name) => `Du hast mit ${name} keine Wörter verglichen.`,
  },
  resemblesText: (name, other) => ({
    what:
      name === other
        ? `Du kennst schon jemanden namens ${name}; das ist ein anderer Schlüssel.`
        : `Du kennst ${other}, ein ähnlicher Name; das ist ein anderer Schlüssel.`,
    todo: 'Ein neues Telefon oder ein neuer Tresor macht eine neue Karte. Wer sich für jemanden ausgibt, auch. Vergleiche Wörter, bevor du es glaubst.',
  }),
};
