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
    earlierKeys: 'Frühere Authenticator',
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
      'Hier wird kein Code mehr gezeigt, während die Plattform weiter nach einem fragt. Sein Schlüssel geht zu den früheren und lässt sich zurückholen.',
    keepIt: 'Behalten',
    removeFactorAct: 'Entfernen',
    removing: 'Wird entfernt',
    deleteKey: 'Diesen Schlüssel löschen',
    deleteKeyTitle: (until) => `Den Schlüssel, der ${until} galt, endgültig löschen?`,
    deleteKeyBody:
      'Aus ihm lässt sich hier kein Code mehr machen. Die Datei behält ihn, bis der Tresor verdichtet wird, und bisherige Sicherungen behalten ihn auch.',
    deleteKeyAct: 'Löschen',
    deletingKey: 'Wird gelöscht',
    settings: (digits, period) => `${digits} Ziffern, alle ${period} s`,
    keeper: 'In diesem Tresor',
    today: (time) => `Heute ${time}`,
    until: (day) => `bis ${day}`,
    actions: 'Weitere Aktionen',
    large: (name) => `${name} in großer Schrift`,
    dates: (made, changed, used) => `Hinzugefügt ${made}, geändert ${changed}${used === null ? '' : `, benutzt ${used}`}.`,
    editFactor: (kind) => `${kind} bearbeiten`,
  },
  putBackText: {
    password: {
      label: 'Wieder zum Passwort machen',
      title: (until) => `Das Passwort zurückholen, das ${until} galt?`,
      body: 'Es wird hier das Passwort, und das jetzige geht zu den früheren. Die Plattform erfährt nichts davon. Wer es gesehen hatte, kennt es wieder; das wird notiert.',
      done: 'Das frühere Passwort ist wieder das Passwort',
    },
    notes: {
      label: 'Wieder zu den Notizen machen',
      title: (until) => `Die Notizen zurückholen, die ${until} hier standen?`,
      body: 'Sie werden hier die Notizen, und die jetzigen gehen zu den früheren.',
      done: 'Die früheren Notizen sind wieder die Notizen',
    },
    backup_codes: {
      label: 'Wieder zu den Backup-Codes machen',
      title: (until) => `Die Backup-Codes zurückholen, die ${until} hier standen?`,
      body: 'Sie werden hier die Backup-Codes, die benutzten abgehakt, und die jetzigen gehen zu den früheren. Die Plattform erfährt nichts davon. Wer sie gesehen hatte, kennt sie wieder; das wird notiert.',
      done: 'Die früheren Backup-Codes sind wieder die Backup-Codes',
    },
    field: {
      label: 'Zurückholen',
      title: (until, name) => `Zurückholen, was ${until} in ${name} stand?`,
      body: 'Es steht wieder im Feld, und was jetzt darin steht, geht zu den früheren. Ein Feld, das fehlt, kommt wieder.',
      done: 'Es steht wieder im Feld',
    },
    authenticator: {
      label: 'Wieder zum Authenticator machen',
      title: (until) => `Den Authenticator zurückholen, der ${until} galt?`,
      body: 'Hier werden wieder seine Codes gezeigt, und der jetzige geht zu den früheren. Die Plattform erfährt nichts davon. Wer noch gültige Codes von ihm bekommen hatte, hat sie wieder; das wird notiert.',
      done: 'Der frühere Authenticator ist wieder der Authenticator',
    },
    safe: 'So lassen',
    act: 'Zurückholen',
    busy: 'Wird zurückgeholt',
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
