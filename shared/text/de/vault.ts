import type * as english from '../vault.ts';
import type { Translated } from '../language.ts';
import { count } from '../common.ts';
import { formatCount, formatDayTime, formatTime, sameDay } from '../dates.ts';
import { type LockReason, progressText } from '../vault.ts';

const reasons: Readonly<Record<LockReason, string>> = {
  asked: 'weil du es wolltest',
  idle: 'nach einiger Zeit Ruhe',
  window_closed: 'weil das Fenster geschlossen wurde',
  suspend: 'bevor dieser Computer schlief',
  screen_lock: 'mit dem Bildschirm',
  many_secrets:
    'weil in einer Minute nach mehr als zehn verschiedenen Geheimnissen gefragt wurde. Wenn du das nicht warst, sieh ins Protokoll, sobald er offen ist.',
  many_codes:
    'weil in einer Stunde mehr als sechs Codes verschickt wurden. Wenn du das nicht warst, sieh ins Protokoll, sobald er offen ist.',
  engine_gone: 'weil der Prozess endete, der ihn hielt',
  engine_hung: 'weil der Prozess nicht antwortete, der ihn hielt',
};

const counting: Readonly<Record<string, string>> = {
  opening: 'geöffnet',
  checking: 'geprüft',
  sealing: 'neu versiegelt',
  salvaging: 'gelesen',
};

/** German of ../vault.ts. */
export const vault: Translated<typeof english> = {
  firstText: {
    title: 'Was willst du damit tun?',
    lead: 'Es entscheidet, was du zuerst siehst. In den Einstellungen lässt es sich jederzeit ändern.',
    or: 'Oder',
    open: 'Einen Tresor öffnen, den ich habe',
    openBody: 'Eine Datei, die auf .latchkey endet, von einem anderen Computer oder aus einer Sicherung.',
  },
  createText: {
    title: 'Leg deinen Tresor an',
    lead: 'Eine Passphrase öffnet ihn. Niemand kann sie dir zurücksetzen, darum bekommst du als Nächstes ein Wiederherstellungsblatt.',
    name: 'Name des Tresors',
    nameEmpty: 'Gib dem Tresor einen Namen.',
    savedIn: (folder) => `Gespeichert in ${folder}`,
    savedAs: (file) => `Gespeichert als ${file}, wo du es wolltest`,
    change: 'Ändern',
    passphrase: 'Passphrase',
    suggest: 'Wörter vorschlagen',
    suggested: 'Sieben zufällige Wörter, 77 Bit. Schreib sie auf, bis du sie kannst.',
    rule: 'Mindestens 12 Zeichen. Mehrere zufällige Wörter merkt man sich am leichtesten.',
    good: 'Lang genug, und auf keiner Liste gängiger Passwörter.',
    again: 'Noch einmal',
    differs: 'Die beiden sind noch nicht gleich.',
    same: 'Beide sind gleich.',
    make: 'Tresor anlegen',
    making: 'Tresor wird angelegt',
    openOther: 'Einen Tresor öffnen, den ich habe',
    sealed: 'Ohne Passphrase oder Blatt ist die Datei nur Rauschen. Auch für uns.',
    app: 'Sperrt, wenn du es willst und wenn du weg bist, und löscht die Zwischenablage nach 30 Sekunden.',
    steps: ['Wofür', 'Tresor', 'Wiederherstellungsblatt', 'Schlüssel aufhängen'],
    slogan: ['Login verleihen.', 'Login zurückholen.'],
    pitch: 'Alles bleibt in einer verschlüsselten Datei auf diesem Computer. Kein Server, kein Benutzerkonto, kein Netz.',
    progress: 'Schritte',
    lowMemory:
      'Dieser Computer hat wenig freien Speicher, darum bekommt der Tresor ein leichteres Schloss. Das lässt sich später verstärken.',
  },
  recoveryText: {
    title: 'Dein Wiederherstellungsblatt',
    lead: 'Diese 24 Wörter öffnen den Tresor, wenn die Passphrase verloren ist. Schreib sie auf Papier und verwahre es nicht bei diesem Computer.',
    made: (day) => `vom ${day}`,
    once: 'Nur einmal gezeigt. Nicht kopiert, nicht lesbar aufbewahrt.',
    print: 'Drucken',
    conceal: 'Wörter verdecken',
    show: 'Wörter zeigen',
    covered: 'Die Wörter sind verdeckt.',
    check: 'Prüfe deine Abschrift: Tippe drei davon ein',
    word: (n) => `Wort ${n}`,
    wrong: (n) => `Wort ${n} auf dem Blatt ist ein anderes.`,
    right: 'richtig',
    later: 'Später erledigen',
    laterTitle: 'Weiter, ohne das Blatt zu prüfen?',
    laterBody:
      'Nur dein Papier bewahrt diese Wörter auf, und sie werden nicht noch einmal gezeigt. Stehen sie jetzt nicht darauf, ist mit der Passphrase auch der Tresor verloren, bis du in den Einstellungen ein anderes Blatt anlegst.',
    stay: 'Hier bleiben',
    go: 'Weiter',
    next: 'Weiter',
  },
  printText: {
    title: 'Latchkey-Wiederherstellungsblatt',
    made: (day) => `vom ${day}`,
    what: 'Diese 24 Wörter öffnen den Tresor ohne die Passphrase, auf jedem Computer, der seine Datei hat. Wer beides hat, hat alles darin.',
    keepTitle: 'Wo es liegen sollte',
    keep: [
      'Nicht beim Computer, sondern dort, wo du Pässe und Verträge verwahrst.',
      'Nicht als Foto, nicht in Mail oder Cloud: Sieh nach, dass der Drucker keine Kopie behalten hat.',
      'Legst du ein anderes Blatt an, vernichte dieses: Es öffnet nichts mehr.',
    ],
    blanks: [
      'Wo die Passphrase verwahrt ist (nie die Passphrase selbst)',
      'Wo die Sicherungen der Datei liegen',
      'Wörter geprüft am',
    ],
  },
  unlockText: {
    passphrase: 'Passphrase',
    unlock: 'Entsperren',
    unlocking: 'Wird entsperrt',
    capsLock: 'Die Feststelltaste ist an',
    useWords: 'Wiederherstellungswörter benutzen',
    usePassphrase: 'Passphrase benutzen',
    words: 'Die 24 Wiederherstellungswörter',
    wordsHint: 'In ihrer Reihenfolge, mit Leerzeichen dazwischen.',
    another: 'Anderer Tresor',
    newVault: 'Neuen Tresor anlegen',
    openFile: 'Tresordatei öffnen',
    chooseTitle: 'Welcher Tresor?',
    forget: (name) => `${name} von dieser Liste nehmen`,
    forgotten: (name) => `${name} ist von der Liste. Die Datei bleibt, wo sie ist.`,
    folder: (folder) => `in ${folder}`,
    missing: 'hier jetzt nicht zu finden',
    lastOpened: (when) => `zuletzt offen ${when}`,
    never: 'hier noch nie geöffnet',
    wordCount: (n) => `${n} von 24 Wörtern`,
    device: 'Mit diesem Gerät öffnen',
    deviceOpening: 'Fragt den Schlüsselbund',
    rescue: 'Sicherungen und Rettung',
    rescueOf: (name) => `Sicherungen und Rettung von ${name}`,
    promise: 'Gesperrt steht hier und im Infobereich kein Name, und der Prozess, der die Schlüssel hielt, ist weg.',
    show: 'Passphrase zeigen',
    cover: 'Passphrase verdecken',
  },
  lockedLine: (at, why, now, minutes = 0) => {
    const when = sameDay(at, now) ? `um ${formatTime(at)}` : formatDayTime(at, now);
    const quiet = why === 'idle' && minutes > 0 ? `nach ${count(minutes, 'Minute Ruhe', 'Minuten Ruhe')}` : reasons[why];
    return `Gesperrt ${when}, ${quiet}`;
  },
  engineText: {
    starting: 'Der Tresorprozess startet',
    locking: 'Wird gesperrt',
    lockingSafe: 'Was gerade gespeichert wird, wird noch fertig.',
    gone: 'Der Prozess, der den Tresor hielt, ist zu Ende.',
    goneSafe: 'Alles Gespeicherte liegt auf der Platte, und die Schlüssel sind aus dem Speicher.',
    goneTodo: 'Ein neuer wird gestartet; dann entsperre noch einmal.',
    hung: 'Der Tresorprozess antwortet nicht.',
    hungSafe: 'Was gespeichert war, liegt auf der Platte. Eine Änderung der letzten Sekunden vielleicht nicht.',
    hungTodo: 'Warte ein wenig, oder sperre jetzt und entsperre noch einmal.',
    lockNow: 'Jetzt sperren',
    noHost: 'Diese Seite gehört in das Fenster von Latchkey.',
  },
  fileText: {
    repaired: 'Das Ende der Datei war abgerissen, wie nach einem Stromausfall, und ist repariert.',
    repairedSafe: 'Alles, was vorher gespeichert war, ist da; die abgerissenen Bytes wurden beiseitegelegt.',
    damaged: 'Ein Teil dieses Tresors war nicht zu lesen.',
    damagedSafe: 'Der beschädigte Teil wurde beiseitegelegt und nichts weggeworfen. Sieh deine Konten durch.',
    readOnly: 'nur lesbar',
    safeAsOf: (when) => `Dein Tresor ist unversehrt, Stand ${when}.`,
    kept: (n, sealed) =>
      `${n === 1 ? 'Eine Änderung seitdem wird' : `${n} Änderungen seitdem werden`} ${sealed ? 'versiegelt auf diesem Computer aufbewahrt, auch über eine Sperre hinweg' : 'nur im Speicher gehalten und gehen beim Sperren verloren'}.`,
    saveCopy: 'Kopie speichern',
    copyName: (file) => `${file.replace(/\.latchkey$/i, '').slice(0, 100)}-kopie.latchkey`,
    copySaved: (file) => `Eine Kopie ist als ${file} gespeichert.`,
    loseTitle: (n) => (n === 1 ? 'Sperren und eine Änderung verlieren?' : `Sperren und ${n} Änderungen verlieren?`),
    loseBody:
      'Was nicht gespeichert werden konnte, steht nur im Speicher. Versuch es noch einmal, oder speichere erst anderswo eine Kopie.',
    loseKeep: 'Offen lassen',
    loseLock: 'Trotzdem sperren',
    savedAgain: 'Das Speichern klappt wieder. Was du geändert hast, liegt auf der Platte.',
    restore: 'Sicherung wiederherstellen',
    goOn: 'Mit dieser Kopie weitermachen',
    goOnTitle: 'Mit dieser Kopie weitermachen?',
    goOnRolledBack:
      'Was danach gespeichert wurde, steht nicht in dieser Kopie. Dieser Computer hält sie dann für die neueste und warnt nicht mehr davor.',
    goOnForked:
      'Was in der anderen Kopie geändert wurde, bleibt dort und steht nicht in dieser; es lässt sich noch als neue Konten herüberholen. Dieser Computer hält diese Kopie dann für die richtige.',
    notYet: 'Noch nicht',
    headerChanged: 'Ein Zugang zu diesem Tresor wurde anderswo geändert.',
    headerChangedTodo:
      'Hast du Passphrase oder Blatt an einem anderen Computer geändert, ist alles gut. Wenn nicht, hat jemand eine ältere Datei untergeschoben: Erneuere den Tresorschlüssel.',
    mine: 'Das war ich',
    lookAt: 'Passphrase und Blatt',
    dismiss: 'Hinweis schließen',
  },
  progressText: {
    stop: 'Anhalten',
    tasks: {
      opening: 'Tresor wird geöffnet',
      deriving: 'Passphrase wird geprüft',
      codes: 'Codes werden berechnet',
      saving: 'Wird gespeichert',
      compacting: 'Datei wird verdichtet',
      sealing: 'Alles wird neu versiegelt',
      checking: 'Datei wird geprüft',
      salvaging: 'Was da ist, wird gelesen',
      restoring: 'Sicherung wird wiederhergestellt',
    },
  },
  progressLine: (task, records) => {
    const name = progressText.tasks[task];
    if (records === undefined || records.done === 0) return name;
    const { done, total } = records;
    if (total === null) return `${name}, bisher ${formatCount(done)} Datensätze`;
    const verb = counting[task];
    const of = `${formatCount(done)} von ${formatCount(total)} Datensätzen`;
    return verb === undefined ? `${name}, ${of}` : `${of} ${verb}`;
  },
};
