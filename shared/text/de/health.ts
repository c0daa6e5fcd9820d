import type * as english from '../health.ts';
import type { Translated } from '../language.ts';
import { list } from '../common.ts';
import { formatBytes, formatCount, formatDate, formatDayTime, formatDuration, formatTime, sameDay } from '../dates.ts';
import { type ItemText, moment } from '../health.ts';
import { capital } from './grammar.ts';

const numbers = ['Nichts', 'Eins', 'Zwei', 'Drei', 'Vier', 'Fünf', 'Sechs'];

const many = (n: number, one: string, more: string): string => `${formatCount(n)} ${n === 1 ? one : more}`;

const records = (n: number): string => many(n, 'Datensatz', 'Datensätze');

const say = (title: string, body: string, todo: string | null = null): ItemText => ({ title, body, todo });

const madeOn = (made: number | null, now: number): string => (made === null ? '' : `Angelegt ${formatDate(made, now)}. `);

function took(milliseconds: number): string {
  return milliseconds < 950
    ? `${Math.max(0.1, milliseconds / 1000)
        .toFixed(1)
        .replace('.', ',')} s`
    : formatDuration(Math.round(milliseconds / 1000));
}

/** German of ../health.ts. */
export const health: Translated<typeof english> = {
  moment: (at, now) => (sameDay(at, now) ? `heute ${formatTime(at)}` : formatDayTime(at, now)),
  healthText: {
    title: 'Zustand des Tresors',
    ring: (ok, all) => `${ok} von ${all} in Ordnung`,
    inOrder: 'in Ordnung',
    todo: (n) => (n === 0 ? 'Alles ist in Ordnung' : `${numbers[n] ?? n} zu erledigen`),
    all: 'Nichts hier will etwas von dir.',
    things: (todos) => `${capital(list(todos))}.`,
    checkAll: 'Alles noch einmal prüfen',
    checking: 'Wird geprüft',
    checked: (at, milliseconds, now) => `geprüft ${moment(at, now)}, in ${took(milliseconds)}`,
    way: 'Der Weg zurück hinein',
    file: 'Die Datei',
    lent: 'Verliehen und offengelegt',
    state: { ok: 'in Ordnung', note: 'zu wissen', wait: 'zu erledigen', bad: 'falsch' },
  },
  healthActs: {
    test: 'Prüfen',
    testSheet: 'Blatt prüfen',
    changePassphrase: 'Passphrase ändern',
    makeBackup: 'Jetzt sichern',
    testAgain: 'Noch einmal prüfen',
    renew: 'Blatt anlegen',
    passphrase: 'Ändern',
    backup: 'Jetzt sichern',
    backups: 'Zeigen',
    restore: 'Sicherung wiederherstellen',
    rescue: 'Sicherungen und Rettung',
    check: 'Jetzt prüfen',
    compact: 'Verdichten',
    aside: 'Ansehen',
    log: 'Zum Protokoll',
    asideAway: 'Ansehen, was dem Protokoll fehlt',
    compacting: 'Wird verdichtet',
    compacted: (before, after) => `Die Datei ging von ${formatBytes(before)} auf ${formatBytes(after)}.`,
    retry: 'Noch einmal',
    copy: 'Anderswo eine Kopie speichern',
    mine: 'Das war ich',
    goOn: 'Mit dieser Kopie weitermachen',
    clock: 'Die Uhr geht richtig',
    runs: 'Zu den Durchgängen',
  },
  healthItemText: {
    noSheet: say(
      'Es gibt kein Wiederherstellungsblatt',
      'Mit der Passphrase wäre auch der Tresor verloren.',
      'leg ein Wiederherstellungsblatt an',
    ),
    untested: (made, now) =>
      say(
        'Wiederherstellungsblatt nie geprüft',
        `${madeOn(made, now)}Ein Blatt, das nie ausprobiert wurde, ist eine Vermutung.`,
        'prüfe dein Wiederherstellungsblatt',
      ),
    testedLongAgo: (tested, made, now) =>
      say(
        'Wiederherstellungsblatt seit einem Jahr nicht geprüft',
        `${madeOn(made, now)}Zuletzt geprüft ${formatDate(tested, now)}.`,
        'prüfe dein Wiederherstellungsblatt',
      ),
    tested: (tested, made, now) =>
      say(
        `Wiederherstellungsblatt geprüft ${formatDate(tested, now)}`,
        `${madeOn(made, now)}Seine 24 Wörter öffnen diesen Tresor.`,
      ),
    cost: (kind, changed, now) => {
      const since = changed === null ? '' : ` Passphrase geändert ${formatDate(changed, now)}.`;
      if (kind === 'low') {
        return say(
          'Die Passphrase zu raten ist billiger als üblich',
          `Ein Versuch kostet 64 MiB Speicher, nicht 256. Mit dem Ändern der Passphrase wird es mehr.${since}`,
          'mach das Raten der Passphrase teurer',
        );
      }
      const price =
        kind === 'normal' ? 'Ein Versuch kostet 256 MiB Speicher, dreimal.' : 'Was ein Versuch kostet, wurde anderswo festgelegt.';
      return say('Die Passphrase zu raten ist langsam', `${price}${since}`);
    },
    noBackup: say(
      'Es gibt noch keine Sicherung',
      'Nach dem ersten Speichern eines Tages entsteht eine von selbst.',
      'leg eine Sicherung an',
    ),
    oldBackup: (at, now) =>
      say(
        `Die Sicherung ist ${formatDuration(now - at)} alt`,
        'Was seitdem geändert wurde, steht nur in der Tresordatei.',
        'leg eine Sicherung an',
      ),
    backup: (at, copies, now) =>
      say(
        now - at < 60 ? 'Gerade gesichert' : `Die Sicherung ist ${formatDuration(now - at)} alt`,
        copies === 1 ? 'Eine Kopie, beim Anlegen geöffnet und geprüft' : `${copies} Kopien, jede beim Anlegen geöffnet und geprüft`,
      ),
    saving: (lastSaved, now) =>
      say(
        'Das Speichern klappt',
        lastSaved === null ? 'Seit dem Öffnen wurde nichts gespeichert' : `Zuletzt gespeichert ${moment(lastSaved, now)}`,
      ),
    following: (what) => say(what, 'Was dort gespeichert wird, zeigt sich hier von selbst.'),
    notSaving: (what, safe, unsaved, kept) =>
      say(
        what,
        unsaved === 0
          ? safe
          : `${unsaved === 1 ? 'Eine Änderung wird' : `${formatCount(unsaved)} Änderungen werden`} ${kept ? 'versiegelt auf diesem Computer' : 'nur im Speicher'} gehalten. Was vorher gespeichert war, ist unversehrt.`,
        'lass den Tresor wieder speichern',
      ),
    saves: (saves) =>
      say(
        `${many(saves, 'Mal', 'Mal')} gespeichert, ohne Bruch`,
        'Jeder Stand folgt aus dem davor; nichts wurde vertauscht oder abgeschnitten',
      ),
    damaged: say(
      'Ein Teil der Datei ist nicht zu lesen',
      'Was zu lesen war, ist da; der Rest wurde beiseitegelegt. Nichts wurde weggeworfen.',
      'sieh nach den Sicherungen der beschädigten Datei',
    ),
    checkFault: say(
      'Die Datei auf der Platte ist nicht, was sie sein sollte',
      'Was hier offen ist, ist unversehrt. Speichere eine Kopie, oder stell eine Sicherung wieder her.',
      'speichere eine Kopie des Tresors',
    ),
    checkFailed: say('Die Datei konnte nicht geprüft werden', 'Der Versuch hat nichts geändert.', 'prüfe die Datei noch einmal'),
    log: (entries) => say('Das Protokoll ist vollständig', `${many(entries, 'Eintrag', 'Einträge')}, jeder an den davor gebunden`),
    logBad: (bad) =>
      say(
        `Eintrag ${formatCount(bad)} des Protokolls passt nicht`,
        'Jemand oder etwas hat geändert, was dort stand. Die Einträge davor gelten.',
        'sieh ins Protokoll',
      ),
    size: (bytes, dead, n) =>
      say(
        `${formatBytes(bytes)}, ${records(n)}`,
        dead === 0
          ? 'Nichts darin ist alt'
          : `${formatBytes(dead)} davon sind ersetzt oder gelöscht und bleiben, bis verdichtet wird`,
      ),
    mostlyOld: (bytes, dead) =>
      say(
        'Mehr als die Hälfte der Datei ist alt',
        `${formatBytes(dead)} von ${formatBytes(bytes)} sind ersetzt oder gelöscht. Verdichten nimmt sie heraus.`,
        'verdichte die Datei',
      ),
    noneAside: say('Jeder Datensatz wurde verstanden', 'Nichts ist beiseitegelegt'),
    aside: (n) =>
      say(
        `${records(n)} beiseitegelegt`,
        'Diese Fassung kann sie nicht lesen. Sie bleiben, wie sie sind, und werden mit dem Rest weitergeschrieben.',
      ),
    anchor: {
      fits: say('Keine ältere Kopie wurde untergeschoben', 'Die Datei setzt fort, was dieser Computer zuletzt von ihr gesehen hat'),
      none: say(
        'Dieser Computer kannte diesen Tresor noch nicht',
        'Eine ältere Kopie hätte er nicht von dieser unterscheiden können. Ab jetzt kann er es.',
      ),
      header_changed: say(
        'Ein Zugang zum Tresor wurde anderswo geändert',
        'Passphrase oder Blatt wurden an einem anderen Computer geändert, oder der Kopf einer älteren Datei wurde zurückgelegt.',
        'sag, ob du die Passphrase anderswo geändert hast',
      ),
      rolled_back: say(
        'Diese Datei ist älter als das, was dieser Computer zuletzt gesehen hat',
        'Bis du wählst, wird nichts geschrieben. Neueres liegt vielleicht in einer Sicherung oder einer anderen Kopie.',
        'wähle, was mit der älteren Datei geschieht',
      ),
      forked: say(
        'Zwei Kopien wurden getrennt voneinander geändert',
        'Bis du wählst, wird nichts geschrieben. Die andere Kopie bleibt unberührt.',
        'wähle zwischen den beiden Kopien',
      ),
    },
    clock: say('Die Uhr ist nicht zurückgegangen', 'Sie stimmt mit der spätesten Zeit überein, die dieser Tresor gesehen hat'),
    clockBehind: (seconds) =>
      say(
        `Die Uhr liegt ${formatDuration(seconds)} hinter dem, was dieser Tresor gesehen hat`,
        'Was endet, richtet sich nach der späteren Zeit; eine zurückgestellte Uhr gewinnt nichts.',
        'stell die Uhr richtig',
      ),
    allClosed: say('Nichts Beendetes ist noch offen', 'Jede beendete Leihe hatte ihren Durchgang'),
    ended: (n, titles) =>
      say(
        `${n === 1 ? '1 Leihe' : `${n} Leihen`} beendet, aber nicht abgeschlossen`,
        titles,
        n === 1 ? 'schließ die beendete Leihe ab' : `schließ die ${n} beendeten Leihen ab`,
      ),
  },
};
