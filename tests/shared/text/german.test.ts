import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUILT_IN } from '../../../shared/platforms/built-in.ts';
import { catalogueOf } from '../../../shared/platforms/known-platform.ts';
import { type RunKind, STEPS_OF } from '../../../shared/platforms/run-step.ts';
import { runStepsFor } from '../../../shared/platforms/run-steps.ts';
import { count, inLine, list, ofName } from '../../../shared/text/common.ts';
import { formatBytes, formatDay, formatDayTime, formatDuration, weekdays } from '../../../shared/text/dates.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { isForbidding, ruleText } from '../../../shared/text/handoff.ts';
import { ledgerDates } from '../../../shared/text/ledger-dates.ts';
import { windowOpens } from '../../../shared/text/received.ts';
import { sealedSentence } from '../../../shared/text/sealed.ts';
import { settingsText } from '../../../shared/text/settings.ts';
import { speak } from '../../../shared/text/speak.ts';
import { formatUntil } from '../../../shared/text/zoned.ts';

const zone = 'Europe/Lisbon';
const at = Date.UTC(2026, 11, 4, 18) / 1000;
const now = at - 3 * 86_400;

beforeAll(() => speak('de'));
afterAll(() => speak('en'));

describe('German', () => {
  it('writes days without a point behind the month, so that a sentence may end with one', () => {
    expect(formatDay(at, now, { zone })).toBe('Fr 4. Dez');
    expect(formatDayTime(at, now, { zone })).toBe('Fr 4. Dez, 18:00');
    expect(formatDay(at - 70 * 86_400, now, { zone })).toBe('25. Sept');
    expect(weekdays('short')).toEqual(['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So']);
    expect(formatDay(at, now, { zone, locale: 'en-GB' })).toMatch(/^Fri 4/);
  });

  it('counts, joins and names as German does', () => {
    expect([formatDuration(2 * 86_400), formatDuration(26_280), formatBytes(1_400_000)]).toEqual([
      '2 Tage',
      '7 h 18 min',
      '1,4 MB',
    ]);
    expect(windowOpens(at + 4 * 86_400, at)).toMatch(/in 4 Tagen$/);
    expect([ofName('Ana'), ofName('Tomás'), ofName('Felix')]).toEqual(['Anas', 'Tomás’', 'Felix’']);
    expect([list(['a', 'b', 'c']), count(2, 'Konto', 'Konten'), inLine('Passwort')]).toEqual([
      'a, b und c',
      '2 Konten',
      'Passwort',
    ]);
  });

  it('says an end in both zones', () => {
    expect(formatUntil(at, zone, 'Europe/Vienna')).toBe('Fr 4. Dez 2026, 18:00 (Zeit in Lissabon), in Wien 19:00');
  });

  it('writes the sentence above a sealed text for whoever sends it', () => {
    const said = sealedSentence({
      kind: 'handoff',
      from: 'Maren Voss',
      for: 'Tomás Reyes',
      title: 'Instagram',
      until: { at, zone },
    });
    expect(said).toBe(
      'Von Maren Voss, für Tomás Reyes: Instagram, geliehen bis Fr 4. Dez 2026, 18:00 (Zeit in Lissabon). Nur Tomás kann das öffnen. Kopiere den ganzen Block und füge ihn in Latchkey unter „Eingang“ ein.',
    );
  });

  it('keeps numbers in files as a spreadsheet reads them', () => {
    const dates = ledgerDates(zone);
    expect([dates.cell(at), dates.time(at)]).toEqual(['2026-12-04 18:00', 'Fr 4. Dez 2026, 18:00']);
  });

  it('says failures, and has a word for every page of the settings', () => {
    expect(errorLine('wrong_password')).toBe(
      'Diese Passphrase öffnet den Tresor nicht. Sieh nach der Feststelltaste und der Tastaturbelegung.',
    );
    expect(settingsText.title).toBe('Einstellungen');
  });

  it('knows a rule that forbids in either language', () => {
    expect(ruleText.map(isForbidding)).toEqual([false, false, true, true]);
    expect(['No new apps', 'May post', 'Darf die Mail nicht ändern', 'Nie nachts', 'Darf posten'].map(isForbidding)).toEqual([
      ...[true, false, true, true, false],
    ]);
  });

  it('says the steps of runs, and leaves alone what the catalogue says of a platform', async () => {
    const english = /\b(?:the|of|to|has|are|for|from|by|not|you|your|with|nothing|until|and|is)\b/i;
    const everyStep = () =>
      [null, ...catalogueOf(BUILT_IN).values()].flatMap((known) =>
        (Object.keys(STEPS_OF) as RunKind[]).flatMap((kind) => runStepsFor(known, kind)),
      );
    const theirs = () => everyStep().map(({ pieces }) => pieces.filter((one) => one.theirs));
    for (const { title, advice, pieces } of everyStep()) {
      expect(pieces.map(({ text }) => text).join('')).toBe(advice);
      expect(title).toMatch(/^\p{Lu}.{3,50}$/u);
      const ours = pieces.filter((one) => !one.theirs).map(({ text }) => text.replaceAll(/„[^“]*“/g, ''));
      expect(`${title} ${ours.join(' ')}`).not.toMatch(english);
    }
    const inGerman = theirs();
    await speak('en');
    expect(theirs()).toEqual(inGerman);
    expect(inGerman.flat().length).toBeGreaterThan(500);
    await speak('de');
  });
});
