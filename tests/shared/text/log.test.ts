import { describe, expect, it } from 'vitest';
import { runKind } from '../../../shared/contracts/engine/common.ts';
import { type LogFacts, logSentence } from '../../../shared/text/log.ts';

const who = { contact: 'c', name: 'Tomás Reyes' };
const said = (what: string, facts: Partial<LogFacts> = {}): string => logSentence({ what, who: null, about: null, ...facts });

describe('a sentence of the log', () => {
  it('says of a run which kind it is, whatever was done in it', () => {
    const about = 'TikTok (@harbourbakery)';
    expect(said('run-started', { about, run: 'end_of_access' })).toBe(`You started the end of access of ${about}`);
    expect(said('run-closed', { about, run: 'account_recovery' })).toBe(`You finished the recovery of ${about}`);
    expect(said('run-step-reopened', { about, run: 'sign_in_appointment', who })).toBe(
      `You opened a step of the run of Tomás’s sign-in to ${about} again`,
    );
    expect(said('run-started', { about })).toBe(`You started a run of ${about}`);
    const each = runKind.options.map((run) => said('run-step-skipped', { about, run, who }));
    expect(new Set(each).size).toBe(runKind.options.length);
    for (const sentence of each) expect(sentence).toMatch(/^You skipped a step .+, with a reason$/);
  });

  it('says of a step for someone who leaves at which account it was', () => {
    const run = 'leaver';
    expect(said('run-started', { about: who.name, who, run })).toBe('You started the end of everything Tomás has');
    expect(said('run-step-done', { about: who.name, who, run })).toBe('You finished a step of the end of everything Tomás has');
    expect(said('run-step-done', { about: 'Etsy', who, run })).toBe(
      'You finished a step at Etsy of the end of everything Tomás has',
    );
  });

  it('says of a business centre which one it is, and who or what of it was meant', () => {
    const about = 'Harbour Bakery ads';
    expect(said('centre-saved', { about })).toBe('You saved the business centre Harbour Bakery ads');
    expect(said('member-saved', { about, who })).toBe('You noted what Tomás may do at Harbour Bakery ads');
    expect(said('member-removed', { about, part: 'Jonas' })).toBe('You noted that Jonas is no longer at Harbour Bakery ads');
    expect(said('member-saved', { about })).toBe('You noted what someone may do at Harbour Bakery ads');
    expect(said('member-saved', { who })).toBe('You noted what Tomás may do at a business centre removed since');
    expect(said('asset-saved', { about, part: 'The page' })).toBe('You saved The page at Harbour Bakery ads');
    expect(said('asset-saved', { about })).toBe('You saved what Harbour Bakery ads owns or may use');
    expect(said('asset-removed', { about })).toBe('You removed something from Harbour Bakery ads');
  });

  it('says of an ad code of which post it is and for whom', () => {
    const about = 'TikTok (@fennel)';
    expect(said('ad-code-saved', { about, who, part: 'Spring reel' })).toBe(
      'You noted the ad authorisation code “Spring reel” of TikTok (@fennel) for Tomás',
    );
    expect(said('ad-code-ended', { about })).toBe('You noted that an ad authorisation code of TikTok (@fennel) has ended');
  });

  it('says of a reminder what it was of, where it was of something', () => {
    expect(said('reminder-snoozed', { about: 'TikTok' })).toBe('You put a reminder of TikTok off');
    expect(said('reminder-snoozed')).toBe('You put a reminder off');
  });
});
