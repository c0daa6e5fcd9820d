import { beforeEach, expect, it } from 'vitest';
import { take } from '../../support/session-world.ts';
import { readCalendar, textOf } from '../calendar/read-calendar.ts';
import { at, BERLIN, DAY, memberData, type ReminderWorld, reminderWorld } from './reminder-world.ts';

const clock = { now: 0 };
let world: ReminderWorld;

beforeEach(async () => {
  world = await reminderWorld(clock);
});

/** The events of the file, by their identifiers. */
function events(zone = BERLIN): ReadonlyMap<string, (name: string) => string> {
  const { text, events: count } = world.owner.reminders.calendar(zone);
  const read = readCalendar(text);
  expect(read).toHaveLength(count);
  return new Map(read.map((event) => [event.get('UID') ?? '', (name: string) => textOf(event.get(name) ?? '')]));
}

it('has every last day, appointment and the next review, each in its own words', async () => {
  const { owner, account, contact } = world;
  const grant = await world.lend('2026-12-20');
  take(await owner.contacts.save({ id: contact, organisation: null, role: null, zone: 'Asia/Tokyo' }));
  const [centre = ''] = await world.put({
    centre: { platform: 'meta_business', name: 'Harbour group', owner: 'me', made: clock.now, archived: false },
  });
  const until = at('2027-01-15T18:00:00+01:00');
  const [member = ''] = await world.put({ member: memberData(centre, clock.now, { until }) });
  const code = { account, about: 'Summer; post, two', days: 60, from: clock.now, until: until + DAY, made: clock.now };
  const [adCode = ''] = await world.put({ ad_code: code });
  const form = { kind: 'sign_in_appointment', account, contact, minutes: 30, zone: BERLIN } as const;
  const from = at('2026-12-02T10:00:00+01:00');
  const { run } = take(await owner.runs.start({ ...form, from, place: 'Lisbon', device: null, standsBy: null }));

  const found = events();
  const loan = found.get(`${grant}.end@latchkey`);
  expect([loan?.('DTSTART'), loan?.('DTEND')]).toEqual(['20261220T220000Z', '20261220T230000Z']);
  expect(loan?.('SUMMARY')).toBe('Last day: Harbour shop, lent to Tomás Reyes');
  expect(loan?.('DESCRIPTION')).toBe('Until the end of Sun 20 Dec 2026 (Berlin time), Mon 21 Dec 2026, 8:00 in Tokyo.');
  expect(loan?.('TRIGGER')).toBe('-PT1440M');
  // A loan's day was agreed in its own zone, wherever the file is made.
  const abroad = events('America/New_York');
  expect(abroad.get(`${grant}.end@latchkey`)?.('DESCRIPTION')).toBe(loan?.('DESCRIPTION'));
  expect(abroad.get(`${member}.end@latchkey`)?.('DESCRIPTION')).toBe('Until Fri 15 Jan 2027, 12:00 (New York time).');
  const place = found.get(`${member}.end@latchkey`);
  expect(place?.('SUMMARY')).toBe('Last day: Jonas of the agency in Harbour group');
  expect(place?.('DESCRIPTION')).toBe('Until Fri 15 Jan 2027, 18:00 (Berlin time).');
  expect(found.get(`${adCode}.end@latchkey`)?.('SUMMARY')).toBe('Last day: ad code “Summer; post, two” of Harbour shop');
  expect(found.get(`${run}@latchkey`)?.('SUMMARY')).toBe('Sign in to TikTok');
  const review = found.get(`${owner.meta?.id ?? ''}.review@latchkey`);
  expect([review?.('DTSTART'), review?.('SUMMARY')]).toEqual(['20261201T080000Z', 'Review what is lent']);
  expect(found.size).toBe(5);
  expect(owner.reminders.calendar(BERLIN).text).not.toContain('Tr7');
});

it('states a last day that was moved as the same event with a higher number, and the appointment as its own file does', async () => {
  const { owner, account, contact } = world;
  const grant = await world.lend('2026-12-20');
  const form = { kind: 'sign_in_appointment', account, contact, minutes: 30, zone: BERLIN, place: null, device: null } as const;
  const { run } = take(await owner.runs.start({ ...form, from: clock.now + DAY, standsBy: null }));
  const before = events().get(`${grant}.end@latchkey`);
  clock.now += 60;
  const data = owner.book.get('grant', grant);
  const moved = at('2026-12-25T00:00:00+01:00');
  await owner.book.change((draft) => (data === null ? {} : draft.put('grant', grant, { ...data, until: moved }), {}));
  const after = events();
  const loan = after.get(`${grant}.end@latchkey`);
  expect(loan?.('DTEND')).toBe('20261224T230000Z');
  expect(Number(loan?.('SEQUENCE'))).toBeGreaterThan(Number(before?.('SEQUENCE')));
  expect(Number(loan?.('SEQUENCE'))).toBeLessThan(2 ** 31);
  const [own] = readCalendar(take(owner.runs.calendar(run)));
  const same = after.get(`${run}@latchkey`);
  expect([same?.('UID'), same?.('SEQUENCE'), same?.('DTSTART')]).toEqual([
    own?.get('UID'),
    own?.get('SEQUENCE'),
    own?.get('DTSTART'),
  ]);
});

it('leaves out what is over, and is a calendar without events when nothing comes', async () => {
  const { owner } = world;
  expect(events().size).toBe(0);
  await world.lend('2026-11-26');
  expect(events().size).toBe(2);
  clock.now = at('2026-11-27T00:00:00+01:00');
  await owner.sweep();
  expect(events().size).toBe(0);
});

it('puts the review at nine in the morning of the person’s own zone', async () => {
  const { owner } = world;
  await world.lend('2027-03-01');
  const review = events('America/Los_Angeles').get(`${owner.meta?.id ?? ''}.review@latchkey`);
  expect(review?.('DTSTART')).toBe('20261201T170000Z');
});
