import type { ErrorFacts } from '../../errors.ts';
import type * as english from '../errors-vault.ts';
import type { Translated } from '../language.ts';
import { number, wait } from '../error-facts.ts';

const untouched = 'Die Datei ist unberührt.';
const whole = 'Der Tresor ist, wie er war.';

const inMemory = (facts: ErrorFacts): string =>
  number(facts, 'kept', 1) === 0
    ? 'Was vorher gespeichert war, ist unversehrt; diese Änderung wurde nicht übernommen.'
    : 'Was vorher gespeichert war, ist unversehrt; die letzte Änderung wird im Speicher gehalten.';

const againWhy = (facts: ErrorFacts): string => {
  switch (facts['why']) {
    case 'days':
      return 'Die 14 Tage, in denen dieses Gerät den Tresor allein öffnet, sind um; darum wird wieder nach der Passphrase gefragt.';
    case 'update':
      return 'Das ist eine andere Fassung von Latchkey als die, in der du zuletzt die Passphrase getippt hast; darum wird wieder danach gefragt.';
    default:
      return 'Es ist Zeit, die Passphrase wieder zu tippen.';
  }
};

/** German of ../errors-vault.ts. */
export const errorsVault: Translated<typeof english> = {
  vaultErrors: {
    not_a_vault: () => ({
      what: 'Diese Datei ist kein Tresor von Latchkey.',
      safe: untouched,
      todo: 'Wähle eine Datei, die auf .latchkey endet.',
    }),
    newer_version: () => ({
      what: 'Diesen Tresor hat ein neueres Latchkey geschrieben.',
      safe: untouched,
      todo: 'Öffne ihn mit der neueren Fassung.',
    }),
    damaged_header: () => ({
      what: 'Der Anfang dieser Tresordatei ist beschädigt.',
      safe: 'Es wurde nichts hineingeschrieben.',
      todo: 'Öffne eine Kopie oder eine Sicherung der Datei.',
    }),
    damaged_slot: () => ({
      what: 'Der Teil der Datei, den diese Passphrase öffnet, ist beschädigt.',
      safe: 'Was dahinter liegt, kann unversehrt sein.',
      todo: 'Nimm die Wiederherstellungswörter oder eine Sicherung der Datei.',
    }),
    damaged_vault: () => ({
      what: 'Ein Teil dieses Tresors ist nicht zu lesen.',
      safe: 'Der beschädigte Teil wurde beiseitegelegt; nichts wurde weggeworfen.',
      todo: 'Sieh deine Konten durch, und verwahre eine Sicherung der Datei.',
    }),
    kdf_refused: () => ({
      what: 'Diese Datei verlangt ein Entsperren, das schwächer oder schwerer ist, als Latchkey erlaubt.',
      safe: untouched,
      todo: 'Frag, woher die Datei kommt, bevor du eine Passphrase hineintippst.',
    }),
    no_slot: () => ({
      what: 'Diesen Zugang hat der Tresor nicht.',
      safe: untouched,
      todo: 'Nimm die Passphrase oder die Wiederherstellungswörter.',
    }),
    wrong_password: (facts) => ({
      what:
        facts['backup'] === undefined
          ? 'Diese Passphrase öffnet den Tresor nicht.'
          : 'Diese Passphrase öffnet die Sicherung nicht.',
      safe: untouched,
      todo:
        wait(facts) ??
        (facts['backup'] === undefined
          ? 'Sieh nach der Feststelltaste und der Tastaturbelegung.'
          : 'Sie öffnet sich mit der Passphrase, die der Tresor damals hatte.'),
    }),
    wrong_recovery_words: (facts) => ({
      what: 'Diese Wiederherstellungswörter gehören zu einem anderen Tresor oder zu einem älteren Blatt.',
      safe: untouched,
      todo: wait(facts) ?? 'Such das Blatt, auf dem der Name dieses Tresors steht.',
    }),
    password_too_short: (facts) => ({
      what: 'Die Passphrase ist zu kurz.',
      safe: whole,
      todo: `Nimm mindestens ${number(facts, 'min', 12)} Zeichen oder die vorgeschlagenen Wörter.`,
    }),
    password_too_long: () => ({ what: 'Die Passphrase ist zu lang.', safe: whole, todo: 'Nimm weniger als 1000 Zeichen.' }),
    password_common: () => ({
      what: 'Diese Passphrase steht auf den Listen, die beim Raten zuerst drankommen.',
      safe: whole,
      todo: 'Wähle eine andere oder die vorgeschlagenen Wörter.',
    }),
    password_unassigned: () => ({
      what: 'Die Passphrase hat ein Zeichen, das diese Fassung von Latchkey nicht für immer gleich lesen kann.',
      safe: whole,
      todo: 'Lass dieses Zeichen weg.',
    }),
    vault_exists: () => ({
      what: 'Eine Datei mit diesem Namen ist schon da.',
      safe: 'Sie wurde nicht überschrieben.',
      todo: 'Wähle einen anderen Namen oder Ort.',
    }),
    vault_missing: () => ({
      what: 'Die Tresordatei ist nicht, wo sie war.',
      safe: 'Vielleicht wurde sie verschoben, oder ihr Laufwerk ist nicht angeschlossen.',
      todo: 'Schließ das Laufwerk an, oder öffne die Datei an ihrem neuen Ort.',
    }),
    vault_in_use: () => ({
      what: 'Ein anderes Latchkey hat diesen Tresor offen.',
      safe: untouched,
      todo: 'Schließ ihn dort, oder nimm jenes Fenster.',
    }),
    read_only: () => ({
      what: 'Diese Tresordatei darf nur gelesen werden.',
      safe: whole,
      todo: 'Erlaube das Schreiben in die Datei, oder verschieb sie.',
    }),
    disk_full: (facts) => ({
      what: 'Die Platte ist voll, darum wird nichts Neues gespeichert.',
      safe: inMemory(facts),
      todo: 'Schaff Platz, dann versuch es noch einmal.',
    }),
    folder_read_only: (facts) => ({
      what: 'Dieser Ordner erlaubt kein Speichern.',
      safe: inMemory(facts),
      todo: 'Verschieb den Tresor in einen Ordner, in den du schreiben darfst.',
    }),
    changed_elsewhere: () => ({
      what: 'Die Tresordatei wurde von etwas anderem geändert, während sie offen war.',
      safe: 'Nichts wurde überschrieben.',
      todo: 'Sperre den Tresor und entsperre ihn wieder, um zu sehen, was da ist.',
    }),
    write_failed: (facts) => ({
      what: 'Die letzte Änderung konnte nicht gespeichert werden.',
      safe: inMemory(facts),
      todo: 'Sieh nach dem Laufwerk, dann versuch es noch einmal.',
    }),
    no_memory: () => ({
      what: 'Es ist nicht genug Speicher frei, um diesen Tresor zu entsperren.',
      safe: untouched,
      todo: 'Schließ andere Programme und versuch es noch einmal.',
    }),
    forked: () => ({
      what: 'Zwei Kopien dieses Tresors wurden getrennt voneinander geändert.',
      safe: 'Bis du wählst, wird nichts geschrieben; die andere Kopie bleibt unberührt.',
      todo: 'Mach mit dieser weiter, und hol herüber, was nur die andere hat.',
    }),
    rolled_back: () => ({
      what: 'Diese Tresordatei ist älter als das, was dieser Computer zuletzt gesehen hat.',
      safe: 'Bis du wählst, wird nichts geschrieben; Neueres liegt vielleicht in einer Sicherung oder einer anderen Kopie.',
      todo: 'Stell eine Sicherung wieder her, oder mach mit dieser Kopie weiter.',
    }),
    nothing_to_salvage: () => ({
      what: 'Mit dieser Passphrase war in der Datei nichts zu lesen.',
      safe: 'Kein neuer Tresor wurde angelegt, und die Datei ist unberührt.',
      todo: 'Stell eine Sicherung wieder her, oder versuch eine andere Kopie der Datei.',
    }),
    no_backup: () => ({ what: 'Diese Sicherung ist nicht mehr da.', safe: whole, todo: 'Wähle eine andere.' }),
    backup_failed: () => ({
      what: 'Die Sicherung wurde nicht angelegt, oder sie hat die Prüfung nicht bestanden.',
      safe: 'Der Tresor selbst ist gespeichert.',
      todo: 'Sieh nach, ob die Platte Platz hat und Schreiben erlaubt, dann versuch es noch einmal.',
    }),
    keychain_failed: () => ({
      what: 'Was der Schlüsselbund aufbewahrt, öffnet diesen Tresor nicht.',
      safe: untouched,
      todo: 'Nimm die Passphrase; dann lässt sich dieses Gerät neu merken.',
    }),
    password_again: (facts) => ({
      what: againWhy(facts),
      safe: untouched,
      todo: 'Tippe sie einmal; dann öffnet dieses Gerät den Tresor wieder.',
    }),
    rescue_apart: () => ({
      what: 'Was auf das Speichern wartete, passt nicht mehr zum Tresor: Dieselben Datensätze wurden seitdem geändert.',
      safe: 'Beides ist unberührt; was wartete, wird noch aufbewahrt.',
      todo: 'Speichere es als eigenen Tresor, sieh dir beide an, und lass es dann gehen.',
    }),
    rescue_unreadable: () => ({
      what: 'Was auf das Speichern wartete, wurde mit einem früheren Schlüssel dieses Tresors versiegelt.',
      safe: 'Es wird noch aufbewahrt.',
      todo: 'Speichere es als eigenen Tresor, und öffne ihn mit der Passphrase von damals.',
    }),
    another_vault: () => ({
      what: 'Diese Datei gehört zu einem anderen Tresor und ist keine Kopie von diesem.',
      safe: 'Nichts wurde daraus gelesen.',
      todo: 'Wähle eine Kopie dieses Tresors.',
    }),
    cancelled: () => ({
      what: 'Angehalten, wie du es wolltest.',
      safe: 'Nichts wurde geändert.',
      todo: 'Fang wieder an, wann du willst.',
    }),
  },
};
