import type * as english from '../accounts.ts';
import type { Translated } from '../language.ts';
import { count, ofName } from '../common.ts';
import { formatDay, formatDayTime, formatTime } from '../dates.ts';

const exposedNames = { password: 'Passwort', codes: 'Codes', backup_codes: 'Backup-Codes' } as const;

/** German of ../accounts.ts. */
export const accounts: Translated<typeof english> = {
  accountsText: {
    title: 'Konten',
    total: (n) => count(n, 'Konto', 'Konten'),
    found: (n) => `${n} gefunden`,
    clients: 'Kunden',
    newClient: 'Neuer Kunde',
    unfiled: 'Ohne Kunde',
    trash: 'Papierkorb',
    search: 'Konto finden',
    clearSearch: 'Suche leeren',
    sort: 'Sortieren nach',
    list: 'Konten',
    add: 'Konto hinzufügen',
    nothingFound: (query) => `Nichts passt zu „${query}“.`,
    nothingFoundTodo: 'Versuch es mit weniger Buchstaben.',
    elsewhere: 'Andere Listen',
    here: 'jetzt gezeigt',
    everywhere: 'In allen Konten suchen',
    emptyTitle: 'Häng deinen ersten Schlüssel auf',
    emptyBody: 'Ein Konto ist ein Login auf einer Plattform, mit seinen Codes, seinen Personen und seinen Terminen.',
    emptyClientTitle: 'Noch kein Schlüssel an diesem Haken',
    emptyClientBody: 'Konten dieses Kunden hängen dann hier.',
    pasteWay: 'Hat dir jemand ein Login geliehen? Füge ein, was dir geschickt wurde.',
    trashEmpty: 'Der Papierkorb ist leer.',
    toAll: 'Alle Konten zeigen',
    trashBody: 'Was du entfernst, bleibt 30 Tage mit seinem Verlauf hier und lässt sich zurücknehmen.',
    legendLent: 'verliehen',
    legendExposed: 'offengelegt',
    lent: (until) => `verliehen bis ${until}`,
    ending: (until) => `endet ${until}`,
    exposed: 'offengelegt, bis du es änderst',
  },
  accountText: {
    personal: 'privates Konto',
    business: 'Geschäftskonto',
    yours: 'deins zum Verleihen',
    theirs: (name) => `von ${name}`,
    handOff: 'Übergeben',
    signIn: 'Anmeldung',
    username: 'Benutzername',
    password: 'Passwort',
    recoveryMail: 'Mail zur Wiederherstellung',
    recoveryPhone: 'Telefon zur Wiederherstellung',
    address: 'Anmeldeseite',
    openAddress: (host) => `${host} öffnen`,
    notes: 'Notizen',
    candidate: 'Neues Passwort',
    backupCodes: 'Backup-Codes',
    backupLeft: (left, all) => `${left} von ${all} übrig`,
    backupCode: (n) => `Backup-Code ${n}`,
    markUsed: 'Als benutzt abhaken',
    markUnused: 'Doch nicht benutzt',
    used: (day) => `benutzt ${day}`,
    fields: 'Weitere Felder',
    tags: 'Schlagwörter',
    earlier: 'Frühere Passwörter',
    earlierSecrets: 'Frühere Notizen, Codes und Felder',
    earlierOf: { notes: 'Notizen', backup_codes: 'Backup-Codes' },
    earlierUntil: (what, until) => `${what}, ${until}`,
    access: 'Wer Zugang hat',
    owner: 'Eigentümer, alles',
    ownerOther: 'Eigentümer',
    exposure: 'Offenlegung',
    seed: 'Authenticator-Schlüssel',
    seedStays: 'Hat diesen Tresor nie verlassen.',
    seedOutside: 'Auch jemand außerhalb hat ihn, und damit jeden Code, bis du einen anderen Schlüssel einrichtest.',
    nothingExposed: 'Niemand sonst hat ein Geheimnis dieses Kontos gesehen.',
    lately: 'Zuletzt',
    nothingLately: 'Noch ist nichts geschehen.',
    toTrash: 'In den Papierkorb',
    trashed: (title) => `${title} liegt im Papierkorb`,
    restore: 'Aus dem Papierkorb nehmen',
    restored: (title) => `${title} ist wieder da`,
    inTrash: (day) => `Seit ${day} im Papierkorb.`,
    inTrashSafe: 'Alles dazu ist noch da.',
    empty: 'nicht eingetragen',
    changed: (day) => `geändert ${day}`,
    next: 'danach',
    code: 'Code',
    codeNote: 'aus dem eben getippten Schlüssel',
    unconfirmed: 'noch nicht mit einem Telefon verglichen',
    addFactor: 'Zweiten Faktor hinzufügen',
    noFactor: 'Kein zweiter Faktor notiert.',
    secondFactor: 'Zweiter Faktor',
    removeFactor: 'Diesen zweiten Faktor entfernen',
    outside: 'Der Schlüssel ging auch an jemanden außerhalb von Latchkey',
    outsideHint: 'Wer ihn hat, kann jeden Code machen. Endet der Zugang, verlangt der Durchgang einen anderen Schlüssel.',
    removeFactorTitle: 'Diesen Authenticator entfernen?',
    removeFactorBody:
      'Sein Schlüssel verlässt den Tresor, und hier lässt sich kein Code mehr zeigen. Die Plattform fragt weiter nach einem.',
    keepIt: 'Behalten',
    removeFactorAct: 'Entfernen',
    removing: 'Wird entfernt',
    settings: (digits, period) => `${digits} Ziffern, alle ${period} s`,
    keeper: 'In diesem Tresor',
    today: (time) => `Heute ${time}`,
    until: (day) => `bis ${day}`,
    actions: 'Weitere Aktionen',
    large: (name) => `${name} in großer Schrift`,
    putBack: 'Wieder zum Passwort machen',
    putBackTitle: (until) => `Das Passwort zurücksetzen, das bis ${until} galt?`,
    putBackBody: 'Es wird hier das Passwort, und das geltende geht zu den früheren. Die Plattform erfährt nichts davon.',
    putBackSeen: 'Wer es gesehen hatte, kennt es wieder; das wird notiert.',
    putBackAct: 'Zurücksetzen',
    puttingBack: 'Wird zurückgesetzt',
    isBack: 'Das frühere Passwort ist wieder das Passwort',
    dates: (made, changed, used) => `Hinzugefügt ${made}, geändert ${changed}${used === null ? '' : `, benutzt ${used}`}.`,
    editFactor: (kind) => `${kind} bearbeiten`,
  },
  factorText: {
    authenticator: 'Authenticator-App',
    sms: 'SMS',
    mail: 'Mail',
    push: 'Frage auf einem Telefon',
    security_key: 'Sicherheitsschlüssel',
    passkey: 'Passkey',
    none: 'Keiner',
  },
  returnTag: (state, until, now) => {
    const day = formatDay(until - 1, now);
    if (state === 'ended') return `beendet ${day}`;
    if (state === 'closed') return 'abgeschlossen';
    return `zurück ${day}`;
  },
  codesStop: (name, until, now) => {
    const midnight = formatTime(until) === '0:00';
    const when = midnight ? `mit Ablauf von ${formatDay(until - 1, now)}` : formatDayTime(until, now);
    return `${ofName(name)} Codes enden ${when}.`;
  },
  exposureText: ({ secret, set, seenBy, at, until, unopened }, now) => {
    const of = set === null ? '' : ` vom ${formatDay(set, now)}`;
    const seen =
      unopened === true
        ? `Gilt seit ${formatDay(at, now)} als gesehen von ${seenBy}.`
        : `${seenBy} kennt es seit ${formatDay(at, now)}.`;
    if (secret === 'codes' && until !== null) {
      return {
        title: 'Schon gesendete Codes',
        body: `${seenBy} hat Codes bis ${formatDay(until - 1, now)}. Nur ein neuer Authenticator-Schlüssel beendet sie früher.`,
      };
    }
    return { title: `${exposedNames[secret]}${of}`, body: `${seen} Offengelegt, bis du es änderst.` };
  },
};
