import { beforeEach, describe, expect, it } from 'vitest';
import type { RunStart } from '../../../shared/contracts/engine/runs.ts';
import { bothSpans } from '../../../shared/text/appointment.ts';
import { codeOf, take } from '../../support/session-world.ts';
import { readCalendar, textOf } from '../calendar/read-calendar.ts';
import { crashed, type RunWorld, runWorld } from './run-world.ts';

const clock = { now: 0 };
let world: RunWorld;

beforeEach(async () => {
  world = await runWorld(clock);
});

type Form = Extract<RunStart, { kind: 'sign_in_appointment' }>;

const at = (instant: string, more: Partial<Form> = {}): Form => ({
  ...{ kind: 'sign_in_appointment', account: world.account, contact: world.contact, zone: 'Europe/Berlin' },
  ...{ from: Date.parse(instant) / 1000, minutes: 30, place: 'Lisbon, at home', device: 'Chrome on Windows' },
  ...{ standsBy: 'Maren; she holds the phone' },
  ...more,
});
const agree = async (form: Form): Promise<string> => take(await world.owner.runs.start(form)).run;
const calendar = (id: string) => {
  const [event] = readCalendar(take(world.owner.runs.calendar(id)));
  return (name: string): string => event?.get(name) ?? '';
};

describe('a sign-in appointment', () => {
  it('says the hour in both zones, nine hours apart, across the night', async () => {
    const { owner, contact } = world;
    take(await owner.contacts.save({ id: contact, organisation: null, role: null, zone: 'Asia/Tokyo' }));
    const id = await agree(at('2027-07-01T18:00:00+02:00'));
    const { appointment } = world.run(id);
    if (appointment === null) throw new Error('no appointment');
    expect(bothSpans(appointment)).toEqual([
      'Thu 1 Jul 2027, 18:00 to 18:30 (Berlin time)',
      'Fri 2 Jul 2027, 1:00 to 1:30 (Tokyo time)',
    ]);
    const winter = await agree(at('2026-12-01T10:00:00+01:00'));
    expect(winter).toBe(id);
    expect(bothSpans(world.run(id).appointment ?? appointment)).toEqual([
      'Tue 1 Dec 2026, 10:00 to 10:30 (Berlin time)',
      'Tue 1 Dec 2026, 18:00 to 18:30 (Tokyo time)',
    ]);
    expect(calendar(id)('DTSTART')).toBe('20261201T090000Z');
  });

  it('keeps to the instant when clocks change between the two, before and after', async () => {
    const { owner, contact } = world;
    take(await owner.contacts.save({ id: contact, organisation: null, role: null, zone: 'America/New_York' }));
    // New York changes two weeks before Berlin does: for those it is an hour nearer.
    const cases = [
      ['2027-03-12T15:00:00+01:00', '20270312T140000Z', '15:00 to 15:30 (Berlin', '9:00 to 9:30 (New York'],
      ['2027-03-19T15:00:00+01:00', '20270319T140000Z', '15:00 to 15:30 (Berlin', '10:00 to 10:30 (New York'],
      ['2027-03-28T01:45:00+01:00', '20270328T004500Z', '1:45 to 3:15 (Berlin', '20:45 to 21:15 (New York'],
      ['2027-04-02T15:00:00+02:00', '20270402T130000Z', '15:00 to 15:30 (Berlin', '9:00 to 9:30 (New York'],
    ] as const;
    for (const [instant, utc, own, theirs] of cases) {
      const id = await agree(at(instant));
      const { appointment } = world.run(id);
      if (appointment === null) throw new Error('no appointment');
      const spans = bothSpans(appointment);
      expect(spans[0]).toContain(own);
      expect(spans[1]).toContain(theirs);
      expect(calendar(id)('DTSTART')).toBe(utc);
      for (const span of spans) expect(textOf(calendar(id)('DESCRIPTION'))).toContain(span);
    }
  });

  it('says one hour where both clocks agree, or theirs is not noted', async () => {
    const id = await agree(at('2026-12-01T10:00:00+01:00'));
    const { appointment } = world.run(id);
    if (appointment === null) throw new Error('no appointment');
    expect(appointment.theirZone).toBeNull();
    expect(bothSpans(appointment)).toHaveLength(1);
    expect(bothSpans({ ...appointment, theirZone: 'Europe/Madrid' })).toHaveLength(1);
    expect(bothSpans({ ...appointment, theirZone: 'Europe/Lisbon' })).toHaveLength(2);
  });

  it('is put at another time as the same event, and is then to be agreed on and sent again', async () => {
    const id = await agree(at('2026-12-01T10:00:00+01:00'));
    expect(await world.tickAll(id)).toEqual([]);
    const before = calendar(id);
    expect([before('SEQUENCE'), before('TRIGGER')]).toEqual(['0', '-PT10M']);
    world = await crashed(world, clock);
    expect(await agree(at('2026-12-01T10:00:00+01:00', { device: 'Safari on iPhone' }))).toBe(id);
    expect(world.run(id).closable).toBe(true);
    expect(await agree(at('2026-12-01T11:00:00+01:00'))).toBe(id);
    const open = world.run(id).steps.filter(({ state }) => state === 'todo');
    expect(open.map(({ key }) => key)).toEqual(['agree_time', 'calendar']);
    const after = calendar(id);
    expect([after('UID'), after('SEQUENCE'), after('DTSTART')]).toEqual([before('UID'), '1', '20261201T100000Z']);
  });

  it('has no name of the login, no password and no code in its file', async () => {
    const { owner, account } = world;
    const id = await agree(at('2026-12-01T10:00:00+01:00'));
    const file = take(owner.runs.calendar(id));
    const password = await owner.accounts.secret(account, 'password', 'revealed');
    expect(file).not.toContain(password);
    const event = calendar(id);
    expect(textOf(event('SUMMARY'))).toBe('Sign in to TikTok');
    expect(textOf(event('LOCATION'))).toBe('Lisbon, at home');
    expect(textOf(event('DESCRIPTION'))).toContain('Stands by: Maren; she holds the phone');
  });

  it('is refused when it is over, too far ahead, in no zone, or with text no line can be', async () => {
    const { owner } = world;
    const codes = await Promise.all(
      [
        at('2026-11-25T06:29:00Z'),
        at('2028-01-01T00:00:00Z'),
        at('2026-12-01T10:00:00Z', { zone: 'Mars/Olympus' }),
        at('2026-12-01T10:00:00Z', { place: 'two\nlines' }),
        at('2026-12-01T10:00:00Z', { contact: world.account }),
      ].map(async (form) => codeOf(await owner.runs.start(form))),
    );
    expect(codes).toEqual(['ends_in_past', 'too_far_ahead', 'text_unfit', 'text_unfit', 'not_found']);
  });
});
