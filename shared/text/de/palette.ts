import type * as english from '../palette.ts';
import type { Translated } from '../language.ts';
import { count } from '../common.ts';

/** German of ../palette.ts. */
export const palette: Translated<typeof english> = {
  paletteText: {
    title: 'Etwas finden oder tun',
    quick: 'Schnellzugriff',
    results: 'Gefunden',
    placeholder: 'Ein Konto, eine Person, ein Ort, etwas zu tun',
    moreOf: (title) => `Mehr zu ${title}`,
    filterMore: 'Was davon',
    nothing: (query) => `Nichts passt zu „${query}“.`,
    nothingTodo: 'Weniger Buchstaben finden mehr: Ein Name, ein Benutzername oder ein Kunde genügt.',
    found: (n) => count(n, 'Eintrag', 'Einträge'),
    ofAll: (shown, all) => `${shown} von ${all}`,
  },
  paletteGroupText: {
    recent: 'Zuletzt benutzt',
    accounts: 'Konten',
    received: 'Mir geliehen',
    account: 'Dieses Konto',
    commands: 'Tun',
    places: 'Orte',
    clients: 'Kunden',
    people: 'Personen',
    settings: 'Einstellungen',
  },
  paletteActText: {
    open: 'Konto öffnen',
    openLoan: 'Leihe öffnen',
    openSite: (host) => `${host} öffnen`,
    takeBack: (name) => `Von ${name} zurückholen`,
    pin: 'Dieses Konto anheften',
    unpin: 'Dieses Konto lösen',
    client: (accounts) => `Kunde, ${count(accounts, 'Konto', 'Konten')}`,
    settings: 'Einstellungen',
  },
  paletteFootText: {
    open: 'öffnen',
    copyCode: 'Code kopieren',
    copyPassword: 'Passwort kopieren',
    act: 'tun',
    code: 'Code',
    username: 'Name',
    password: 'Passwort',
    more: 'mehr',
    back: 'zurück',
    close: 'schließen',
    away: 'zurück zu deiner Arbeit',
  },
};
