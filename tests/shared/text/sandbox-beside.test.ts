import { afterAll, describe, expect, it } from 'vitest';
import { SANDBOX_NEWS } from '../../../shared/sandbox-news.ts';
import { inboxKind } from '../../../shared/contracts/engine/inbox.ts';
import { sandboxLoan } from '../../../shared/contracts/engine/sandbox.ts';
import { letterName, loanState, newsSentence } from '../../../shared/text/sandbox-beside.ts';
import { speak } from '../../../shared/text/speak.ts';

afterAll(() => speak('en'));

const until = Date.UTC(2026, 11, 4, 18) / 1000;

describe.each(['en', 'de'] as const)('the other side of the sandbox, in %s', (language) => {
  it('has a sentence of its own for every piece of news, of the one whose side it is and never of “you”', async () => {
    await speak(language);
    const all = SANDBOX_NEWS.map((what) => newsSentence({ what, who: 'Maren Voss', about: 'Instagram' }, 'Tomás Reyes'));
    expect(new Set(all).size).toBe(SANDBOX_NEWS.length);
    for (const sentence of all) {
      expect(sentence).toMatch(/Instagram/);
      expect(sentence).toMatch(/Tomás|Maren/);
      expect(sentence).not.toMatch(/\byou\b|\bdu\b|\bdir\b|Reyes|Voss|undefined/i);
    }
    expect(newsSentence({ what: 'handoff-read', who: null, about: null }, 'Tomás Reyes')).toMatch(/someone|jemandem/);
  });

  it('names every message and every state of a loan', async () => {
    await speak(language);
    for (const kind of inboxKind.options)
      for (const about of [null, 'Instagram']) expect(letterName(kind, about)).toMatch(/^\p{Lu}/u);
    const states = sandboxLoan.shape.state.options.map((state) => loanState({ state, until, exposed: false }, until - 86_400));
    expect(new Set(states).size).toBe(states.length);
    expect(loanState({ state: 'ended', until, exposed: true }, until + 1)).toMatch(/exposed|offengelegt/);
  });
});
