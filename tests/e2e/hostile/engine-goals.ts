import type { Page } from 'playwright';
import { ask, type Goal, type Target } from './attacker.ts';

const TOKEN = 'AAAAAAAAAAAAAAAAAAAAAA';
const mib = 1024 * 1024;

/** Codes of several calls, in order. */
async function codes(page: Page, calls: readonly (readonly [call: string, params: unknown])[]): Promise<unknown[]> {
  return Promise.all(calls.map(([call, params]) => ask(page, 'engine', call, params)));
}

/** How many of the secrets occur in what an attacker was given. */
const leaked = (given: unknown, { secrets }: Target): number =>
  secrets.filter((secret) => JSON.stringify(given).includes(secret)).length;

/** Asking the engine and the shell for what a page has no right to. */
export const engineGoals: readonly Goal[] = [
  {
    title: 'name a path',
    act: (page, { file }) =>
      codes(page, [
        ['vaults.add', { token: file }],
        ['vaults.add', { token: TOKEN, path: file }],
        ['vault.saveCopy', { token: file }],
        ['messages.save', { message: TOKEN, token: file }],
        ['inbox.read', { source: { path: file } }],
        ['inbox.read', { source: { token: file } }],
      ]),
    outcome: ['wrong_state', 'wrong_state', ...Array(4).fill('bad_params')],
  },
  {
    title: 'guess the token of a file',
    act: async (page) => [
      await ask(page, 'engine', 'inbox.read', { source: { token: TOKEN } }),
      await ask(page, 'engine', 'vault.saveCopy', { token: TOKEN }),
    ],
    outcome: ['expired_token', 'expired_token'],
  },
  {
    title: 'answer the engine’s question for a file in the shell’s place',
    act: (page, { file }) =>
      page.evaluate(async (path) => {
        const asked = evil.ask('engine', 'inbox.read', { source: { token: 'BBBBBBBBBBBBBBBBBBBBBB' } });
        for (let id = 1; id < 400; id++) {
          window.latchkey?.post('engine', JSON.stringify({ id, ok: { path } }));
          window.latchkey?.post('shell', JSON.stringify({ id, ok: { path } }));
        }
        return asked;
      }, file),
    outcome: 'expired_token',
  },
  {
    title: 'speak as the shell to the engine, and as the engine to the shell',
    act: (page) =>
      page.evaluate(async () => {
        window.latchkey?.post('engine', JSON.stringify({ event: 'quiesce', data: {} }));
        window.latchkey?.post('engine', JSON.stringify({ event: 'ping', data: { n: 1 } }));
        const calls = [
          'host.ready',
          'host.vault',
          'host.digest',
          'host.quiesced',
          'files.redeem',
          'clipboard.copy',
          'keychain.get',
          'keychain.set',
        ];
        return Promise.all(calls.flatMap((call) => [evil.ask('engine', call, {}), evil.ask('shell', call, {})]));
      }),
    outcome: Array(16).fill('unknown_call'),
  },
  {
    title: 'open an address whose host was not shown',
    act: (page) =>
      page.evaluate(() =>
        Promise.all(
          [
            ['https://evil.example/', 'tiktok.com'],
            ['https://tiktok.com@evil.example/', 'tiktok.com'],
            ['http://tiktok.com/', 'tiktok.com'],
            ['javascript:alert(1)', ''],
            ['file:///etc/passwd', ''],
            ['https://tiktok.com.evil.example/', 'tiktok.com'],
            ['https://tiktok.com:8443/', 'tiktok.com'],
            ['--help', ''],
          ].map(([url, host]) => evil.ask('shell', 'links.open', { url, host })),
        ),
      ),
    outcome: Array(8).fill('link_refused'),
  },
  {
    title: 'list all secrets in one call',
    act: async (page, target) => {
      const { account } = target;
      const lists = await codes(page, [
        ['accounts.list', { query: '', sort: 'title', trashed: false, offset: 0, limit: 200 }],
        ['accounts.get', { id: account }],
        ['log.list', { offset: 0, limit: 200 }],
        ['vault.state', {}],
        ['vault.health', {}],
      ]);
      const many = await codes(page, [
        ['accounts.list', { query: '', sort: 'title', trashed: false, offset: 0, limit: 100_000 }],
        ['accounts.list', { query: '', sort: 'title', trashed: false, offset: 0, limit: 200, secrets: true }],
        ['accounts.reveal', { id: [account, account], field: 'password' }],
        ['accounts.reveal', { id: account, field: ['password', 'notes'] }],
        ['accounts.reveal', { id: account, field: '*' }],
        ['accounts.reveal', { id: '*', field: 'password' }],
        ['accounts.reveal', { field: 'password' }],
      ]);
      return [leaked(lists, target), ...many];
    },
    outcome: [0, ...Array(7).fill('bad_params')],
  },
  {
    title: 'get at the seed of an authenticator',
    act: async (page, target) => {
      const { account } = target;
      const detail = (await ask(page, 'engine', 'accounts.get', { id: account })) as { factors: { id: string }[] };
      const factor = detail.factors[0]?.id ?? '';
      const fields = [
        'seed',
        `factors/${factor}/seed`,
        `factors/${factor}`,
        `field/${factor}`,
        `backup/${factor}`,
        `history/${factor}`,
      ];
      const answers = await codes(page, [
        ...fields.flatMap((field) => [
          ['accounts.reveal', { id: account, field }] as const,
          ['accounts.copy', { id: account, field }] as const,
        ]),
        ['accounts.reveal', { id: account, field: 'code' }],
        ['accounts.reveal', { id: factor, field: 'password' }],
        ['factors.pendingCode', { pending: factor }],
      ]);
      return [leaked([detail, answers], target), answers.filter((each) => typeof each !== 'string').length];
    },
    outcome: [0, 0],
  },
  {
    title: 'export the vault, its keys or its log',
    act: (page) =>
      page.evaluate(() => {
        const calls = [
          'vault.export',
          'export',
          'accounts.export',
          'accounts.revealAll',
          'log.export',
          'vault.key',
          'vault.records',
        ];
        return Promise.all(calls.flatMap((call) => [evil.ask('engine', call, {}), evil.ask('shell', call, {})]));
      }),
    outcome: Array(14).fill('unknown_call'),
  },
  {
    title: 'take over the vault without its password',
    act: (page) =>
      codes(page, [
        ['vault.changePassword', { old: 'not the password at all', fresh: 'orbit lemon saddle harvest', cost: 'low' }],
        ['vault.renewRecovery', { password: 'not the password at all' }],
        ['vault.rotateKey', { password: 'not the password at all' }],
        ['device.remember', { password: 'not the password at all' }],
      ]),
    // Three tries, one after another; the next has to wait.
    outcome: [...Array(3).fill('wrong_password'), 'busy'],
  },
  {
    title: 'call by the names every object has',
    act: (page) =>
      page.evaluate(() => {
        const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'calls', 'prototype'];
        return Promise.all(names.flatMap((name) => [evil.ask('engine', name, {}), evil.ask('shell', name, {})]));
      }),
    outcome: Array(14).fill('unknown_call'),
  },
  {
    title: 'forge a call with __proto__',
    act: (page, { account }) =>
      page.evaluate(async (id) => {
        const texts = [
          `{"id":900000001,"call":"accounts.reveal","params":{"__proto__":{"id":"${id}","field":"password"}}}`,
          `{"id":900000002,"__proto__":{"call":"accounts.reveal"},"params":{}}`,
          `{"id":900000003,"call":"vault.state","params":{"__proto__":{"open":true}}}`,
          `{"id":900000004,"call":"vault.state","params":{"constructor":{"prototype":{"polluted":1}}}}`,
          `{"id":900000005,"call":"vault.state","params":{},"__proto__":{"polluted":1}}`,
        ];
        const answers = await Promise.all(texts.map((text, i) => evil.raw('engine', text, 900_000_001 + i)));
        const nameless = await evil.raw('engine', '{"__proto__":{"id":1,"call":"vault.state","params":{}}}', null);
        return [answers, nameless.length > 0 && nameless.every((each) => each === 'bad_message')];
      }, account),
    outcome: [[['bad_params'], [], ['bad_params'], ['bad_params'], []], true],
  },
  {
    title: 'use ids twice, none, or odd ones',
    act: (page) =>
      page.evaluate(async () => {
        const call = (id: string): string => `{"id":${id},"call":"vault.suggestWords","params":{}}`;
        const twice = evil.raw('engine', call('900000010'), 900_000_010);
        window.latchkey?.post('engine', call('900000010'));
        const odd = ['0', '-1', '1.5', '1e400', '"1"', 'null', '[]', '9007199254740993', 'true'];
        const refused = await Promise.all(odd.map((id) => evil.raw('engine', call(id), null)));
        return [
          (await twice).length,
          refused.every((each) => each.length >= odd.length && each.every((code) => code === 'bad_message')),
        ];
      }),
    outcome: [2, true],
  },
  {
    title: 'break the wire with what is no message',
    act: (page) =>
      page.evaluate(async () => {
        const texts = [
          '',
          'x',
          '[]',
          'null',
          '{}',
          '1',
          `${'['.repeat(200_000)}`,
          '{"id":1}',
          '{"call":"vault.state"}',
          '\u0000',
          '\ud800',
        ];
        const heard = await Promise.all(
          (['engine', 'shell'] as const).map(async (peer) => {
            const all = evil.raw(peer, 'x', null, 800);
            for (const text of texts) window.latchkey?.post(peer, text);
            return all;
          }),
        );
        return heard.map((each) => each.length >= texts.length && each.every((code) => code === 'bad_message'));
      }),
    outcome: [true, true],
  },
  {
    title: 'send a message that is too large',
    act: (page) =>
      page.evaluate(async (size) => {
        const thrown = (['engine', 'shell'] as const).map((peer) => {
          try {
            window.latchkey?.post(peer, 'x'.repeat(size + 1));
            return 'sent';
          } catch (error) {
            return (error as Error).name;
          }
        });
        // Short enough in characters, too long in bytes: the host drops it.
        const call = (text: string): string =>
          JSON.stringify({ id: 900_000_020, call: 'vault.checkPassword', params: { password: text } });
        const long = await evil.raw('engine', call('\u20ac'.repeat(400_000)), 900_000_020);
        const fits = await evil.raw('engine', call('x'.repeat(size - 200)), 900_000_020);
        return [thrown, long, fits];
      }, mib),
    outcome: [['RangeError', 'RangeError'], [], ['bad_params']],
  },
  {
    title: 'speak to what is neither engine nor shell',
    act: (page) =>
      page.evaluate(() =>
        ['host', 'active', 'dropped', 'engine shell', '__proto__', 'page'].map((peer) => {
          try {
            Reflect.apply(Reflect.get(window.latchkey ?? {}, 'post') as () => void, null, [peer, '{}']);
            return 'sent';
          } catch (error) {
            return (error as Error).name;
          }
        }),
      ),
    outcome: Array(6).fill('TypeError'),
  },
  {
    title: 'pretend that a person dropped a file',
    act: (page) =>
      page.evaluate(async () => {
        let dropped = 0;
        const stop = window.latchkey?.onMessage((_, text) => void (dropped += text.includes('"dropped"') ? 1 : 0));
        const data = new DataTransfer();
        data.items.add(new File(['x'], 'x.latchkey'));
        for (const type of ['dragover', 'drop'])
          document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true }));
        await evil.kept(new Promise(() => undefined), 500);
        stop?.();
        return dropped;
      }),
    outcome: 0,
  },
  {
    title: 'read what is in another vault of this device',
    act: (page, { other }) =>
      codes(page, [
        ['vault.open', { vault: other.vault, password: 'a guess of somebody' }],
        ['vault.openRemembered', { vault: other.vault }],
        ['backups.ofClosed', { vault: other.vault }],
        ['salvage.run', { vault: other.vault, password: 'a guess of somebody', name: 'x' }],
        ['accounts.get', { id: other.account }],
        ['accounts.reveal', { id: other.account, field: 'password' }],
        ['accounts.copy', { id: other.account, field: 'password' }],
      ]),
    outcome: [...Array(4).fill('wrong_state'), ...Array(3).fill('not_found')],
  },
  {
    title: 'change settings beyond their bounds, or those that are not there',
    act: (page) =>
      page.evaluate(() =>
        Promise.all(
          [{ lockMinutes: 1e9 }, { clipboardSeconds: 1e6 }, { profile: '/tmp' }, { theme: '../x' }, { lockMinutes: -1 }].map(
            (change) => evil.ask('shell', 'settings.set', change),
          ),
        ),
      ),
    outcome: Array(5).fill('bad_params'),
  },
  {
    // The person says no to the one question there may be at a time.
    title: 'turn the lock off, or put it off for longer than an hour, without the person',
    act: (page) =>
      page.evaluate(async () => {
        const late = [0, 61, 720].map((lockMinutes) => evil.ask('shell', 'settings.set', { lockMinutes }));
        const answers = await Promise.all(late);
        return [...answers, ((await evil.ask('shell', 'settings.get', {})) as { lockMinutes: number }).lockMinutes];
      }),
    outcome: ['not_confirmed', 'busy', 'busy', 10],
  },
  {
    title: 'leave secrets on the clipboard, or the vault open at sleep, without the person',
    act: (page) =>
      page.evaluate(async () => {
        const answers: unknown[] = [];
        for (const change of [{ clipboardSeconds: null }, { lockOnSuspend: false, theme: 'dark' }])
          answers.push(await evil.ask('shell', 'settings.set', change));
        const { clipboardSeconds, lockOnSuspend } = (await evil.ask('shell', 'settings.get', {})) as Record<string, unknown>;
        return [...answers, clipboardSeconds, lockOnSuspend];
      }),
    outcome: ['not_confirmed', 'not_confirmed', 30, true],
  },
  {
    title: 'ask for its own confirmation',
    act: (page) =>
      page.evaluate(() =>
        Promise.all([
          evil.ask('shell', 'secrets.confirm', {}),
          evil.ask('engine', 'secrets.confirm', {}),
          evil.ask('engine', 'host.ready', {}),
        ]),
      ),
    outcome: ['unknown_call', 'unknown_call', 'unknown_call'],
  },
  {
    title: 'drown the engine in 10 000 calls',
    act: (page) =>
      page.evaluate(async () => {
        const answers = await Promise.all(Array.from({ length: 10_000 }, () => evil.ask('engine', 'vault.state', {})));
        const kinds = new Set(answers.map((each) => (typeof each === 'string' ? each : 'answered')));
        kinds.delete('busy');
        return [answers.length, [...kinds], typeof (await evil.ask('engine', 'clock.offset', {}))];
      }),
    outcome: [10_000, ['answered'], 'object'],
  },
];
