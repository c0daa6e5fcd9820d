import type { Page } from 'playwright';
import type { Peer } from '../../../shared/port.ts';

/** What an attacker who runs script in the page's own world can build there. */
interface Tools {
  /** Calls as the page's own client does; gives the code of a refusal, or the result. */
  ask(peer: Peer, call: string, params: unknown): Promise<unknown>;
  /** Posts any text; gives what the answers to an id were within a while, as they came. */
  raw(peer: Peer, text: string, id: number | null, ms?: number): Promise<unknown[]>;
  /** Whether something comes of a promise before long. */
  kept(promise: Promise<unknown>, ms?: number): Promise<'got' | 'kept in'>;
  /** In a task of its own: what a debugger evaluates is above the page's policy. */
  later<T>(act: () => T): Promise<T | string>;
}

declare global {
  var evil: Tools;
}

/** Everything a goal needs to know of the world around the page. */
export interface Target {
  /** An address of this machine where every connection is counted. */
  readonly listener: string;
  readonly udp: number;
  readonly account: string;
  readonly other: { readonly vault: string; readonly account: string };
  readonly secrets: readonly string[];
  /** A file the page should not get at. */
  readonly file: string;
}

/** One thing an attacker wants. */
export interface Goal {
  readonly title: string;
  act(page: Page, target: Target): Promise<unknown>;
  /** What comes of it. */
  readonly outcome: unknown;
  /** Whether the document is loaded anew by it. */
  readonly reloads?: boolean;
}

/** Puts the attacker's script into the page. */
export async function takeOver(page: Page): Promise<void> {
  await page.evaluate(() => {
    const bridge = window.latchkey;
    if (bridge === undefined) throw new Error('no bridge');
    let next = 500_000_000;
    const waiting = new Map<number, (answer: { ok?: unknown; error?: string }) => void>();
    bridge.onMessage((_, text) => {
      const answer = JSON.parse(text) as { id?: number; ok?: unknown; error?: string };
      if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
    });
    globalThis.evil = {
      ask(peer, call, params) {
        const id = next++;
        return new Promise((done) => {
          waiting.set(id, ({ ok, error }) => done(error ?? ok));
          bridge.post(peer, JSON.stringify({ id, call, params }));
        });
      },
      raw(peer, text, id, ms = 400) {
        const heard: unknown[] = [];
        const stop = bridge.onMessage((from, said) => {
          const answer = JSON.parse(said) as { id?: number | null; ok?: unknown; error?: string };
          if (from === peer && answer.id === id) heard.push(answer.error ?? answer.ok);
        });
        bridge.post(peer, text);
        return new Promise((done) =>
          setTimeout(() => {
            stop();
            done(heard);
          }, ms),
        );
      },
      kept: (promise, ms = 600) =>
        Promise.race([
          promise.then(
            () => 'got' as const,
            () => 'kept in' as const,
          ),
          new Promise<'kept in'>((done) => setTimeout(() => done('kept in'), ms)),
        ]),
      later: (act) =>
        new Promise((done) =>
          setTimeout(() => {
            try {
              done(act());
            } catch (error) {
              done((error as Error).name);
            }
          }),
        ),
    };
  });
}

/** A call of the page's world, with the code of its refusal or its result. */
export function ask(page: Page, peer: Peer, call: string, params: unknown): Promise<unknown> {
  return page.evaluate(([peer, call, params]) => evil.ask(peer, call, params), [peer, call, params] as const);
}
