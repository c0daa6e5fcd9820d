import type { Page } from 'playwright';

const BLANK = {
  ...{ client: null, platform: 'tiktok', kind: 'personal', title: 'Mine', username: null, recoveryMail: null, recoveryPhone: null },
  ...{ address: null, tags: [], owner: null },
};

/** Saves more guesses than are judged in an hour, in accounts of the attacker's own; gives what is told of the last, which is right, in every way there is. */
export function guessInOwnAccounts(page: Page, right: string): Promise<unknown> {
  return page.evaluate(
    async ([blank, password]) => {
      const ask = (call: string, params: unknown): Promise<unknown> => evil.ask('engine', call, params);
      const save = (text: string): Promise<unknown> => ask('accounts.save', { ...blank, password: text });
      await Promise.all(Array.from({ length: 60 }, (_, n) => save(`guess ${n}`)));
      const { id } = (await save(password)) as { id: string };
      const told = [];
      for (const anew of ['vault.state', 'vault.acceptState', 'vault.retry']) {
        await ask(anew, {});
        told.push(((await ask('strength.account', { id })) as { reused: unknown }).reused);
      }
      const list = { query: '', sort: 'title', trashed: false, filter: { quality: 'reused' } };
      const { ids } = (await ask('accounts.ids', list)) as { ids: string[] };
      const { quality } = (await ask('accounts.facets', { trashed: false })) as { quality: { reused: number } | null };
      return [...told, ids, quality?.reused ?? 0];
    },
    [BLANK, right] as const,
  );
}

/** Writes over one account's secrets until it is stopped; gives how often that was, what stopped it, and whether the true password is still there. */
export function writeOver(page: Page): Promise<unknown> {
  return page.evaluate(async (blank) => {
    const ask = (call: string, params: unknown): Promise<unknown> => evil.ask('engine', call, params);
    const { id } = (await ask('accounts.save', { ...blank, password: 'the true one' })) as { id: string };
    const answers = await Promise.all(
      Array.from({ length: 70 }, (_, n) => ask('accounts.save', { ...blank, id, password: `junk ${n}` })),
    );
    const stopped = answers.filter((answer) => typeof answer === 'string');
    const { history } = (await ask('accounts.get', { id })) as { history: { id: string }[] };
    const oldest = await ask('accounts.reveal', { id, field: `history/${history.at(-1)?.id}` });
    const codes = new Set(stopped);
    codes.delete('busy');
    return [answers.length - stopped.length, [...codes], oldest];
  }, BLANK);
}
