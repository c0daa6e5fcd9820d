import { describe, expect, it } from 'vitest';
import { MESSAGE_FAULTS } from '../../../main/core/messages/fault.ts';
import { firstWindowText, handoffPromises, isForbidding, sealedText, windowText } from '../../../shared/text/handoff.ts';
import { givesText, inboxTitle, inboxTwo, receiptText } from '../../../shared/text/inbox.ts';
import { couldNotOpen, readFailure } from '../../../shared/text/read-failure.ts';

const now = Date.UTC(2026, 10, 25, 12) / 1000;
const at = (iso: string): number => Date.parse(iso) / 1000;

describe('a window in words', () => {
  it('names its day once, and midnight as the end of its day', () => {
    const day = { from: at('2026-11-26T09:00+01:00'), until: at('2026-11-26T18:00+01:00') };
    expect(windowText(day, now, 'Europe/Berlin')).toBe('Thu 26 Nov, 9:00 to 18:00');
    const late = { from: at('2026-11-26T18:00+01:00'), until: at('2026-11-27T00:00+01:00') };
    expect(windowText(late, now, 'Europe/Berlin')).toBe('Thu 26 Nov, 18:00 to 24:00');
    const long = { from: at('2026-11-26T09:00+01:00'), until: at('2026-11-28T00:00+01:00') };
    expect(windowText(long, now, 'Europe/Berlin')).toBe('Thu 26 Nov, 9:00 to Fri 27 Nov, 24:00');
  });

  it('says the other clock only when it differs', () => {
    const day = { from: at('2026-11-26T09:00+01:00'), until: at('2026-11-26T18:00+01:00') };
    const words = (zone: string | null) => firstWindowText(day, now, 'Europe/Berlin', { zone, name: 'Tomás' }).theirs;
    expect(words('Europe/Lisbon')).toBe('For Tomás, in Lisbon: Thu 26 Nov, 8:00 to 17:00.');
    expect(words('Europe/Madrid')).toBeNull();
    expect(words(null)).toBeNull();
  });
});

describe('the promises of a hand off', () => {
  it('are always three, exposed last, whatever travels', () => {
    for (const password of [true, false]) {
      for (const codes of [true, false]) {
        for (const backupCodes of [true, false]) {
          const promises = handoffPromises('Tomás', 'Fri 4 Dec', { password, codes, backupCodes });
          expect(promises.map(({ kind }) => kind)).toEqual(['sealed', 'courtesy', 'exposed']);
          for (const { body } of promises) expect(body).toMatch(/^[A-Z].+\.$/);
        }
      }
    }
  });

  it('name everything that stays exposed, and promise nothing about codes that do not travel', () => {
    const bodies = (sends: Parameters<typeof handoffPromises>[2]) =>
      handoffPromises('Tomás', 'Fri 4 Dec', sends).map(({ body }) => body);
    const [sealed, , exposed] = bodies({ password: true, codes: true, backupCodes: true });
    expect(sealed).toContain('none after Fri 4 Dec');
    expect(exposed).toContain('The password, the backup codes and codes already sent, until their windows are over.');
    expect(bodies({ password: true, codes: false, backupCodes: false })[0]).toBe('Only Tomás can open it.');
  });
});

describe('rules and names', () => {
  it('tells what forbids from what allows', () => {
    expect(['No new apps', 'May not change the mail', 'Never pay'].every(isForbidding)).toBe(true);
    expect(['May post', 'Notes go to Till', 'Normal hours'].some(isForbidding)).toBe(false);
  });

  it('gives a file a name that any file system takes', () => {
    expect(sealedText.fileName('TikTok / @har..bour', 'Tomás')).toBe('latchkey-TikTok-harbour-for-Tomás.txt');
  });

  it('says what is given, and from whom', () => {
    expect(givesText({ password: true, codes: 1080, backupCodes: 1, liveCodes: false })).toBe(
      'password, 1\u202f080 codes and 1 backup code',
    );
    expect(givesText({ password: false, codes: 0, backupCodes: 0, liveCodes: false })).toBe('nothing secret');
    const from = { contact: 'c', name: 'Tomás Reyes', verified: false };
    const row = { kind: 'handoff', from, about: 'TikTok', receipt: null };
    expect(inboxTitle(row)).toBe('Tomás lends you TikTok');
    expect(inboxTitle({ ...row, before: 1_800_000_000 })).toBe('Tomás changes what you have of TikTok');
    expect(inboxTwo(row)).toBe('words not compared yet');
    expect(inboxTwo({ ...row, kind: 'receipt', receipt: 'opened' })).toBe('Tomás Reyes · receipt signed');
  });

  it('proves by a receipt only what was signed', () => {
    expect(receiptText('opened', 'Tomás')).toMatchObject({ proof: 'receipt signed', exposed: null });
    for (const told of ['purged', 'expired'] as const) {
      expect(receiptText(told, 'Tomás').proof).toBe('told by their app');
      expect(receiptText(told, 'Tomás').exposed?.label).toBe('exposed until you change it');
    }
  });
});

describe('a message that could not be opened', () => {
  it('has three sentences of its own for every check but the one with a code of its own', () => {
    for (const why of [...MESSAGE_FAULTS.filter((fault) => fault !== 'seen'), 'kind_unknown']) {
      const text = couldNotOpen(why);
      if (text === null) throw new Error(`no words for ${why}`);
      for (const sentence of [text.what, text.safe, text.todo]) expect(sentence, why).toMatch(/^[A-Z].{5,120}\.$/);
    }
  });

  it('falls back to the sentences of the code', () => {
    expect(readFailure('could_not_open', { why: 'moon' }).what).toBe('This message could not be opened.');
    expect(readFailure('could_not_open', {}).what).toBe('This message could not be opened.');
    expect(readFailure('not_a_message', { why: 'expired' }).what).toBe('There is no Latchkey message in this text.');
  });
});
