import type { ReactNode } from 'react';
import { codeText } from '../../shared/text/controls.ts';
import { groupCode } from '../../shared/text/dates.ts';
import { useNowWhile } from '../lib/ticker.ts';
import { Icon } from './icon.tsx';
import { Ring } from './ring.tsx';

/** The few words of the ring itself. */
export type CodeWords = {
  readonly next: string;
  readonly soon: (seconds: number) => string;
  readonly none: string;
};

export type CodeProps = {
  /** The code in force, ungrouped; null outside a window. */
  readonly code: string | null;
  /** The one after it, when it is known. */
  readonly next?: string | null | undefined;
  /** When the code in force dies, in Unix seconds. */
  readonly until?: number | undefined;
  /** Seconds a code lives; 30 when left out. */
  readonly period?: number | undefined;
  /** Places drawn as dashes outside a window; 6 when left out. */
  readonly digits?: number | undefined;
  /** The second line behind the next code, or instead of it: where the code comes from, or when the window opens. */
  readonly note?: ReactNode;
  /** The button at the end: Copy, or Send me a code. */
  readonly action?: ReactNode;
  readonly words?: CodeWords | undefined;
};

/** Seconds before its end at which a code turns madder. */
const lastSeconds = 5;

/** The ring of a code with its seconds, the code grouped for the eye, and what comes next. */
export function Code({ code, next = null, until = 0, period = 30, digits = 6, note, action, words = codeText }: CodeProps) {
  const now = useNowWhile(code !== null);
  const left = Math.max(0, until - now);
  const ends = code !== null && left <= lastSeconds;
  return (
    <div className={ends ? 'code ends' : 'code'}>
      {code === null ? (
        <Ring size={76} value={0}>
          <Icon name="clock" size="large" tone="faint" />
        </Ring>
      ) : (
        <Ring size={76} value={left / period} tone={ends ? 'exposed' : 'time'}>
          <b>{left}</b>
        </Ring>
      )}
      <div className="grow">
        {code === null ? (
          <Digits code={'–'.repeat(digits)} label={words.none} none />
        ) : (
          <Digits code={code} label={[...code].join(' ')} />
        )}
        <div className="next">
          {ends && <span className="soon">{words.soon(left)}</span>}
          {ends && next !== null && ' · '}
          {next !== null && (
            <>
              {words.next} <span className="mono">{groupCode(next)}</span>
            </>
          )}
          {!ends && next !== null && note !== undefined && ' · '}
          {ends && next === null && note !== undefined && ' · '}
          {(!ends || next === null) && note}
        </div>
      </div>
      {action}
    </div>
  );
}

/** The code in two groups; the gap is spacing only, so that selecting and copying gives the bare digits. */
function Digits({ code, label, none }: { readonly code: string; readonly label: string; readonly none?: boolean }) {
  const [first = '', second = ''] = groupCode(code).split(' ');
  return (
    <div className={none ? 'digits none' : 'digits'} role="img" aria-label={label}>
      {first}
      {second !== '' && <span className="gap" />}
      {second}
    </div>
  );
}

/** Why there is no code to show, as the foot of the same card. */
export function CodeWhy({ children }: { readonly children: ReactNode }) {
  return (
    <div className="code-why">
      <Icon name="sealed" />
      <span>{children}</span>
    </div>
  );
}
