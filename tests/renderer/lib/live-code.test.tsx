import { act, cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type LiveAnswer, type LiveSource, useLiveCode } from '../../../renderer/lib/live-code.ts';

const start = 1_800_000_000; // a whole step of 30 s

beforeEach(() => {
  vi.useFakeTimers({ now: start * 1000 });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** An engine that counts questions: its code is the number of the step. */
function engine() {
  let asked = 0;
  const source: LiveSource = () => {
    asked++;
    const now = Math.floor(Date.now() / 1000);
    const step = Math.floor(now / 30);
    const until = (step + 1) * 30;
    const next = until - now <= 5 ? String(step + 1).slice(-6) : null;
    return Promise.resolve({
      live: { code: String(step).slice(-6), from: step * 30, until, period: 30, next, nextFrom: until - 5 },
    });
  };
  return { source, asked: () => asked };
}

function Shown({ source }: { source: LiveSource | null }) {
  const answer = useLiveCode(source);
  return <p>{answer?.live ? `${answer.live.code}/${answer.live.next ?? '-'}` : 'none'}</p>;
}

const pass = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1000));
const text = (): string => document.body.textContent ?? '';

describe('a code being followed', () => {
  it('is asked for when it is shown, when the next one is known and when it dies, and no oftener', async () => {
    const { source, asked } = engine();
    render(<Shown source={source} />);
    await pass(0);
    const step = String(start / 30).slice(-6);
    const following = String(start / 30 + 1).slice(-6);
    expect([text(), asked()]).toEqual([`${step}/-`, 1]);
    await pass(24);
    expect(asked()).toBe(1);
    await pass(1.1);
    expect([text(), asked()]).toEqual([`${step}/${following}`, 2]);
    await pass(5);
    expect([text(), asked()]).toEqual([`${following}/-`, 3]);
    await pass(300);
    expect(asked()).toBe(23);
  });

  it('leaves with the view and asks no more', async () => {
    const { source, asked } = engine();
    const { unmount } = render(<Shown source={source} />);
    await pass(0);
    unmount();
    await pass(120);
    expect(asked()).toBe(1);
  });

  it('never shows the code of one account beside another', async () => {
    const one = engine();
    const { rerender } = render(<Shown source={one.source} />);
    await pass(0);
    rerender(<Shown source={() => new Promise<LiveAnswer>(() => undefined)} />);
    expect(text()).toBe('none');
  });

  it('waits for a window that opens later', async () => {
    const { source } = engine();
    const opens = start + 100;
    render(<Shown source={() => (Date.now() / 1000 < opens ? Promise.resolve({ live: null, opens }) : source())} />);
    await pass(99);
    expect(text()).toBe('none');
    await pass(1.1);
    expect(text()).not.toBe('none');
  });
});
