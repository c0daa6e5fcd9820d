import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { topicsOf, touches } from '../../../renderer/lib/topics.ts';
import { drawPlaces } from '../../../renderer/lib/draw.ts';
import { adCodeRow } from '../../../shared/contracts/engine/business.ts';
import { engineContract } from '../../../shared/contracts/engine.ts';
import { TOPICS } from '../../../shared/topics.ts';

const root = path.resolve(import.meta.dirname, '../../..');

describe('what the page keeps', () => {
  it('is never a secret or a code', () => {
    for (const call of Object.keys(topicsOf)) {
      expect(Object.keys(engineContract.calls)).toContain(call);
      // A row of an ad code tells whether the code is kept, and never the code.
      if (call !== 'business.adCodes') expect(call).not.toMatch(/reveal|copy|code|pending|generate|suggest|create|seal$/i);
    }
    expect(Object.keys(adCodeRow.shape).toSorted()).toEqual([
      'about',
      'account',
      'days',
      'ended',
      'from',
      'id',
      'kept',
      'person',
      'state',
      'until',
    ]);
  });

  it('goes stale by the topics its call names, and by no other', () => {
    expect(touches('accounts.get', 'accounts')).toBe(true);
    expect(touches('accounts.get', 'inbox')).toBe(false);
    expect(touches('accounts.reveal', 'accounts')).toBe(false);
    expect(touches('toString', 'accounts')).toBe(false);
    for (const topic of TOPICS)
      expect(
        Object.keys(topicsOf).some((call) => touches(call, topic)),
        topic,
      ).toBe(true);
  });
});

describe('the page’s bundle', () => {
  /** Every file the page's code reaches by imports that are left after types are taken away. */
  function reached(entry: string, seen = new Set<string>()): Set<string> {
    if (seen.has(entry)) return seen;
    seen.add(entry);
    const text = readFileSync(entry, 'utf8');
    for (const [, clause = '', from = ''] of text.matchAll(/^(?:import|export)\s+(?!type\b)([^;]*?)from '([^']+)'/gms)) {
      const names = clause
        .replace(/[{}]/g, '')
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean);
      if (names.length > 0 && names.every((name) => name.startsWith('type '))) continue;
      if (!from.startsWith('.')) seen.add(from);
      else if (/\.tsx?$/.test(from)) reached(path.resolve(path.dirname(entry), from), seen);
    }
    for (const [, from = ''] of text.matchAll(/\bimport\('(\.[^']+\.tsx?)'\)/g))
      reached(path.resolve(path.dirname(entry), from), seen);
    return seen;
  }

  it('has no zod and no contract in it, only their types', () => {
    const files = reached(path.join(root, 'renderer/main.tsx'));
    expect(files.has('react')).toBe(true);
    expect(files.size).toBeGreaterThan(300);
    expect(files.has('zod')).toBe(false);
    for (const file of files) expect(file).not.toMatch(/shared\/contract|libsodium|\/main\/(core|engine|shell)\//);
  });
});

describe('the places of words asked back', () => {
  it('are different, in order and each as likely as another', () => {
    const counts = new Map<number, number>();
    const runs = 4000;
    for (let n = 0; n < runs; n++) {
      const places = drawPlaces(3, 24);
      expect(new Set(places).size).toBe(3);
      expect(places.toSorted((a, b) => a - b)).toEqual(places);
      for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    // 500 expected of each; six standard deviations are about 125.
    for (const count of counts.values()) expect(Math.abs(count - (runs * 3) / 24)).toBeLessThan(130);
  });
});
