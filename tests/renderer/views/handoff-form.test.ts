import { describe, expect, it } from 'vitest';
import {
  draftOf,
  freshForm,
  type HandoffForm,
  presetOf,
  withPreset,
  workWeek,
} from '../../../renderer/views/handoff/handoff-form.ts';
import { dayOf, instantAt, minuteOf } from '../../../renderer/views/handoff/own-zone.ts';

const all = { password: true, codes: true };
/** Wednesday 25 November 2026, 10:07 on this computer's clock. */
const NOW = instantAt('2026-11-25', 607);
const id = (letter: string): string => letter.repeat(22);
const fresh = (): HandoffForm => freshForm(all, id('c'), NOW);

describe("this computer's calendar", () => {
  it('gives day and minute of an instant, and the instant of both', () => {
    expect(dayOf(NOW)).toBe('2026-11-25');
    expect(minuteOf(NOW)).toBe(607);
    expect(dayOf(instantAt('2026-12-31', 1440))).toBe('2027-01-01');
  });
});

describe('a handoff form', () => {
  it('begins with the password and half an hour of codes, for a week', () => {
    expect(fresh()).toMatchObject({
      password: true,
      codes: true,
      backupCodes: false,
      liveCodes: false,
      appointment: { minutes: 30, start: 'now' },
      lanes: [],
      lastDay: '2026-12-02',
      untilMinute: 1440,
    });
    expect(freshForm({ password: false, codes: false }, null, NOW)).toMatchObject({
      password: false,
      codes: false,
    });
  });

  it('is no draft while nobody is chosen', () => {
    expect(draftOf(freshForm(all, null, NOW), id('a'), 'Europe/Berlin', NOW)).toBeNull();
  });

  it('asks for an appointment from the moment of sealing, or from the time agreed', () => {
    const windowsOf = (form: HandoffForm) => draftOf(form, id('a'), 'Europe/Berlin', NOW + 40)?.windows;
    expect(windowsOf(fresh())).toEqual({ kind: 'appointment', from: NOW + 40, minutes: 30 });
    const later: HandoffForm = { ...fresh(), appointment: { minutes: 15, start: { day: '2026-11-26', minute: 540 } } };
    expect(windowsOf(later)).toEqual({ kind: 'appointment', from: instantAt('2026-11-26', 540), minutes: 15 });
    expect(windowsOf({ ...later, lanes: workWeek })).toMatchObject({ kind: 'both', minutes: 15 });
    expect(windowsOf({ ...later, appointment: null })).toEqual({ kind: 'week', lanes: [] });
    expect(windowsOf({ ...later, codes: false })).toEqual({ kind: 'none' });
  });

  it('counts weekdays from Monday 1 as the engine does', () => {
    const form: HandoffForm = { ...fresh(), appointment: null, lanes: [{ day: 6, from: 0, to: 1440 }] };
    expect(draftOf(form, id('a'), 'UTC', NOW)?.windows).toEqual({ kind: 'week', lanes: [{ weekday: 7, from: 0, until: 1440 }] });
  });

  it('leaves out a device and a note that were left empty', () => {
    expect(draftOf({ ...fresh(), device: '  ', note: '' }, id('a'), 'UTC', NOW)).toMatchObject({ device: null, note: null });
    expect(draftOf({ ...fresh(), device: ' Mac ', note: 'x' }, id('a'), 'UTC', NOW)).toMatchObject({ device: 'Mac', note: 'x' });
  });
});

describe('filling the week', () => {
  it('fills today from this quarter hour to six, and ends it today', () => {
    const today = withPreset(fresh(), 'today', NOW);
    expect(today).toMatchObject({ lanes: [{ day: 2, from: 600, to: 1080 }], lastDay: '2026-11-25', untilMinute: 1440 });
    expect(presetOf(today, NOW)).toBe('today');
  });

  it('fills the evening when six is near', () => {
    expect(withPreset(fresh(), 'today', instantAt('2026-11-25', 1030)).lanes).toEqual([{ day: 2, from: 1020, to: 1440 }]);
  });

  it('fills Monday to Friday, and takes the last day back from today', () => {
    const week = withPreset(withPreset(fresh(), 'today', NOW), 'week', NOW);
    expect(week).toMatchObject({ lanes: workWeek, lastDay: '2026-12-02' });
    expect(presetOf(week, NOW)).toBe('week');
    expect(withPreset({ ...fresh(), lastDay: '2026-12-20' }, 'week', NOW).lastDay).toBe('2026-12-20');
  });

  it('empties the week, and knows a week drawn by hand as none of these', () => {
    expect(presetOf(withPreset({ ...fresh(), lanes: workWeek }, 'none', NOW), NOW)).toBe('none');
    expect(presetOf({ ...fresh(), lanes: workWeek.slice(1) }, NOW)).toBeNull();
  });
});
