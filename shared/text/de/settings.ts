import type * as english from '../settings.ts';
import type { Translated } from '../language.ts';
import { count } from '../common.ts';
import { formatBytes, formatCount, formatDayTime } from '../dates.ts';

/** German of ../settings.ts. */
export const settings: Translated<typeof english> = {
  settingsText: {
    title: 'Einstellungen',
    pages: 'Seiten der Einstellungen',
    health: 'Zustand des Tresors',
    locking: 'Sperren',
    passphrase: 'Passphrase und Blatt',
    backups: 'Sicherungen',
    platforms: 'Plattformen',
    look: 'Aussehen',
    general: 'Allgemein',
    keys: 'Tasten',
    file: (name, bytes) => `${name}, ${formatBytes(bytes)}`,
    todo: (n) => `${n} zu erledigen`,
  },
  lockingText: {
    idle: 'Sperren nach',
    idleLead: 'Die Zeit, in der niemand eine Taste oder den Zeiger berührt.',
    idleOwnWindow:
      'Die Zeit, in der in diesem Fenster niemand eine Taste oder den Zeiger berührt: Was in anderen Programmen geschieht, erfährt Latchkey auf diesem System nicht.',
    minutes: (n) => (n === 0 ? 'Nie' : count(n, 'Minute', 'Minuten')),
    neverWarning: 'Der Tresor bleibt offen, bis du ihn sperrst. Wer sich an diesen Computer setzt, kann ihn nutzen.',
    away: 'Wenn du weg bist',
    suspend: 'Sperren, wenn dieser Computer schläft oder sein Bildschirm gesperrt wird',
    suspendOnly: 'Sperren, wenn dieser Computer schläft',
    screenOnly: 'Sperren, wenn der Bildschirm gesperrt wird',
    noAway:
      'Latchkey erfährt auf diesem System nicht, wann der Computer schläft oder der Bildschirm gesperrt wird; nur die Zeit oben sperrt den Tresor.',
    noScreen: 'Latchkey erfährt auf diesem System nicht, wann der Bildschirm gesperrt wird; die Zeit oben gilt trotzdem.',
    noNever:
      'Latchkey hat auf diesem System keinen eigenen Dialog, um dich zu fragen; darum lassen sich die Sperre nach einiger Zeit Ruhe, die beim Schlafen und das Löschen kopierter Geheimnisse von diesem Fenster aus nicht abschalten.',
    closed: 'Sperren, wenn das Fenster geschlossen wird',
    closedLead:
      'Latchkey bleibt, wenn sein Fenster geschlossen wird; bis zur Sperre zeigt ein neu geöffnetes Fenster den Tresor offen.',
    closedEnds: 'Auf diesem System beendet das Schließen des Fensters Latchkey, und der Tresor sperrt sofort.',
    closedTray:
      'Das Schließen des Fensters beendet Latchkey, und der Tresor sperrt sofort. Unter „Allgemein“ kannst du es stattdessen im Infobereich bleiben lassen.',
    closedMinutes: (n) => (n === 0 ? 'Sofort' : `Nach ${count(n, 'Minute', 'Minuten')}`),
    digest: 'Auf dem Sperrbildschirm sagen, wie viel endet',
    digestHint: 'Eine Zahl und ein Tag, etwa „2 enden morgen“. Nie ein Name.',
    clipboard: 'Zwischenablage',
    clear: 'Kopiertes löschen nach',
    clearLead: 'Nur wenn es noch das ist, was hier kopiert wurde. Beim Sperren wird es in jedem Fall gelöscht.',
    seconds: (s) => (s === null ? 'Beim Sperren' : `${s} s`),
  },
  deviceText: {
    title: 'Dieses Gerät',
    off: 'Dieses Gerät ist nicht gemerkt',
    offLead: 'Beim Öffnen des Tresors wird jedes Mal nach der Passphrase gefragt.',
    on: 'Dieses Gerät ist gemerkt',
    until: (at, now) =>
      `Nach ${formatDayTime(at, now)} und nach jeder Aktualisierung von Latchkey wird wieder nach der Passphrase gefragt.`,
    onLead: 'Nach 14 Tagen und nach jeder Aktualisierung von Latchkey wird wieder nach der Passphrase gefragt.',
    honest:
      'Es legt einen Schlüssel in den Schlüsselbund dieses Computers. Das schützt nicht vor Schadsoftware, die unter deinem Namen läuft, und nicht vor jemandem an diesem Computer, während du angemeldet bist: Sie können den Tresor öffnen wie du. Aus, solange du es nicht einschaltest; nach 14 Tagen und nach jeder Aktualisierung wird wieder nach der Passphrase gefragt.',
    remember: 'Dieses Gerät merken',
    forget: 'Dieses Gerät vergessen',
    forgetting: 'Wird vergessen',
    asking: 'Fragt den Schlüsselbund',
    again: 'Den Schlüsselbund noch einmal fragen',
    askLead: 'Deine Passphrase, um einen Schlüssel für dieses Gerät in den Schlüsselbund zu legen.',
    done: 'Dieses Gerät ist für 14 Tage gemerkt.',
    forgotten: 'Der Schlüssel dieses Geräts ist weg. Die Passphrase öffnet den Tresor wie bisher.',
  },
  passphraseText: {
    change: 'Passphrase ändern',
    changed: 'Die Passphrase ist geändert. Ab jetzt öffnet die neue diesen Tresor.',
    old: 'Die jetzige Passphrase',
    fresh: 'Die neue Passphrase',
    again: 'Die neue noch einmal',
    act: 'Passphrase ändern',
    acting: 'Wird geändert',
    cost: 'Was ein Rateversuch kostet',
    normal: '256 MiB Speicher',
    normalHint: 'Das Übliche.',
    low: '64 MiB Speicher',
    lowHint: 'Für einen Computer mit wenig Speicher. Raten wird auch für andere billiger.',
    honest:
      'Wer die alte Passphrase und irgendeine alte Kopie der Datei hat, kann diese Kopie noch öffnen. Weil der Schlüssel darin derselbe bleibt, auch spätere Stände.',
    someone: 'Jemand könnte die alte kennen',
    sheet: 'Wiederherstellungsblatt',
    sheetMade: (made) => `Angelegt ${made}.`,
    sheetTested: (tested) => `Geprüft ${tested}.`,
    sheetUntested: 'Nie geprüft.',
    noSheet: 'Dieser Tresor hat kein Blatt.',
    renew: 'Neues Blatt anlegen',
    renewing: 'Blatt wird angelegt',
    renewLead:
      'Mit einem neuen Blatt öffnet das, was du hast, nur noch ältere Kopien der Datei. Die neuen Wörter werden einmal gezeigt.',
    renewAsk: 'Ein neues Wiederherstellungsblatt anlegen?',
    test: 'Blatt prüfen',
    key: 'Tresorschlüssel',
    keyLead:
      'Der Schlüssel, mit dem alles im Tresor versiegelt ist. Ein neuer schließt aus, wer eine alte Passphrase oder ein altes Blatt kennt.',
    rotate: 'Tresorschlüssel erneuern',
    rotating: 'Alles wird neu versiegelt',
    rotateAsk: 'Alles unter einem neuen Schlüssel versiegeln?',
    rotateLead:
      'Für den Fall, dass jemand deine Passphrase oder dein Blatt kennt. Alles wird neu versiegelt, du bekommst ein neues Blatt, und gemerkte Geräte werden vergessen. Frühere Kopien der Datei öffnen sich weiter mit der alten Passphrase. Ändere auch die Passphrase.',
    rotated: 'Alles ist unter einem neuen Schlüssel versiegelt. Ändere jetzt auch die Passphrase.',
    yours: 'Deine Passphrase',
  },
  testText: {
    title: 'Dein Wiederherstellungsblatt prüfen',
    lead: 'Tippe die 24 Wörter vom Papier ab. Dabei wird nichts geändert, und die Wörter werden nicht aufbewahrt.',
    words: 'Die 24 Wörter',
    word: (n) => `${n}`,
    count: (n) => `${n} von 24 Wörtern`,
    act: 'Blatt prüfen',
    acting: 'Wird geprüft',
    done: 'Das sind die Wörter dieses Tresors. Das Blatt gilt.',
  },
  sheetText: {
    leaveTitle: 'Verlassen, bevor das Blatt geprüft ist?',
    leaveBody:
      'Die Wörter werden nicht noch einmal gezeigt, und das alte Blatt öffnet nichts mehr. Stehen sie nicht auf Papier, leg ein neues Blatt an.',
    stay: 'Hier bleiben',
    leave: 'Verlassen',
    done: 'Fertig',
  },
  backupsText: {
    title: 'Sicherungen',
    lead: 'Eine am Tag nach dem Speichern, die letzten sieben bleiben. Jede wird beim Anlegen geöffnet und geprüft. Sie öffnen sich mit der Passphrase, die der Tresor damals hatte.',
    none: 'Noch keine Sicherung',
    noneLead: 'Nach dem ersten Speichern eines Tages entsteht eine von selbst.',
    make: 'Jetzt eine anlegen',
    making: 'Sicherung wird angelegt',
    made: 'Die Sicherung ist angelegt und geprüft.',
    line: (bytes, records) =>
      records === 0
        ? formatBytes(bytes)
        : `${formatBytes(bytes)}, ${formatCount(records)} ${records === 1 ? 'Datensatz' : 'Datensätze'}`,
    restore: 'Wiederherstellen',
    restoreOf: (when) => `Sicherung von ${when} wiederherstellen`,
    ask: (when) => `Zurück zu ${when}?`,
    askLead:
      'Der Tresor wird, was er damals war; was seitdem geändert wurde, steht nicht darin. Die Datei, die jetzt da ist, wird daneben aufbewahrt.',
    passphrase: 'Die Passphrase von damals',
    keep: 'Tresor lassen, wie er ist',
    act: 'Wiederherstellen',
    acting: 'Wird wiederhergestellt',
    done: 'Die Sicherung ist an der Stelle des Tresors, und offen.',
    damagedTitle: 'Dieser Tresor ist beschädigt',
    damaged:
      'Stell eine Sicherung wieder her, oder nimm, was zu lesen ist, in einen neuen Tresor: Sperre diesen, wähle „Anderer Tresor“, dann „Sicherungen und Rettung“ neben seinem Namen.',
  },
  lookText: {
    theme: 'Farben',
    themes: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
    contrast: 'Kontrast',
    contrasts: { system: 'Wie das System', normal: 'Üblich', high: 'Hoch' },
    size: 'Textgröße',
    sizes: { normal: 'Üblich', large: 'Groß, 140 %', larger: 'Sehr groß, 200 %' },
    sizeLead: 'Alles wächst mit dem Text; wo für zwei Bereiche kein Platz ist, wird einer gezeigt.',
    motion: 'Bewegung',
    motions: { system: 'Wie das System', reduced: 'Weniger' },
    motionLead: 'Mit weniger Bewegung springen Ringe einmal in der Sekunde, und sonst bewegt sich nichts.',
  },
};
