import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { settingsText } from '../../../shared/text/settings.ts';
import { speak } from '../../../shared/text/speak.ts';
import type { Step } from '../../../shared/contracts/engine/runs.ts';
import { endedGrant, runOf } from '../../support/fake-engine/lent.ts';
import { button, closePage, openPage } from '../../support/page.tsx';

afterEach(async () => {
  closePage();
  await speak('en');
});

/** Words that no German sentence has; sample notes and the platforms’ own words are in another language. */
const ENGLISH = /\b(?:the|of|to|has|are|for|from|by|not|you|your|with|nothing|until|lent)\b/i;

/** What stands in the window and what is said of its controls, piece by piece. */
function said(): string[] {
  const labels = [...document.querySelectorAll('[aria-label], [placeholder]')].map(
    (element) => `${element.getAttribute('aria-label') ?? ''} ${element.getAttribute('placeholder') ?? ''}`,
  );
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  while (walker.nextNode()) {
    // What the catalogue says of platforms is English, and marked so.
    if (walker.currentNode.parentElement?.closest('[lang="en"]') === null) texts.push(walker.currentNode.textContent ?? '');
  }
  return [...labels, ...texts];
}

/** Lets what a view asks for come in. */
const settle = (): Promise<void> => act(() => new Promise<void>((done) => setTimeout(done, 80)));

describe('in German', () => {
  it('every place of the rail and every page of the settings is said in it', async () => {
    const { user } = await openPage({ start: 'sample' }, (_, shell) => {
      shell.settings = { ...shell.settings, language: 'de' };
    });
    const rail = await screen.findByRole('navigation', { name: 'Bereiche' });
    const found = new Map<string, string[]>();
    const look = async (where: string): Promise<void> => {
      await settle();
      const all = said();
      expect(all.length).toBeGreaterThan(30);
      found.set(
        where,
        all.filter((text) => ENGLISH.test(text)),
      );
    };
    const places = [...rail.querySelectorAll('.nav-item .name')].map((name) => name.textContent ?? '');
    for (const place of places) {
      await user.click(within(rail).getByText(place));
      await waitFor(() => expect(rail.querySelector('[aria-current]')?.textContent).toContain(place));
      await look(place);
    }
    await user.click(await button('Einstellungen'));
    const pages = await screen.findByRole('navigation', { name: settingsText.pages });
    for (const page of within(pages).getAllByRole('button')) {
      await user.click(page);
      await look(page.textContent ?? '');
    }
    expect(document.querySelector('.key-sheet .kbd')?.textContent).toBe('Strg K');
    expect(found.size).toBeGreaterThanOrEqual(15);
    expect(Object.fromEntries([...found].filter(([, english]) => english.length > 0))).toEqual({});
  });

  it('a run has no English but what the catalogue says of the platform', async () => {
    const steps: readonly Step['id'][] = ['password', 'authenticator', 'devices', 'backup_codes', 'apps', 'recovery'];
    const { user } = await openPage({ start: 'sample' }, ({ state }, shell) => {
      shell.settings = { ...shell.settings, language: 'de' };
      runOf(state, endedGrant(state), steps);
    });
    await user.click(await button(/^Durchgänge/));
    await user.click(await button('Fortsetzen'));
    await waitFor(() => expect(document.querySelector('.step.now')).not.toBeNull());
    const seen: string[] = [];
    for (let at = 0; at < steps.length; at++) {
      const rows = [...document.querySelectorAll('.step')];
      const go = rows[at]?.querySelector('.title button');
      if (go instanceof HTMLElement) await user.click(go);
      await settle();
      seen.push(...said());
    }
    expect(seen).toContain('Neues Passwort setzen');
    expect(document.querySelectorAll('.step .lead')).toHaveLength(1);
    // A label in quotes is the platform’s.
    const ours = seen.map((text) => text.replaceAll(/„[^“]*“/g, ''));
    expect(ours.filter((text) => ENGLISH.test(text))).toEqual([]);
    expect(seen.some((text) => text.includes('Wem diese gehören'))).toBe(true);
  });
});
