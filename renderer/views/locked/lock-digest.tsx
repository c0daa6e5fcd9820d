import { useEffect, useState } from 'react';
import type { Digest } from '../../../shared/contracts/digest.ts';
import { digestLine } from '../../../shared/text/reminders.ts';
import { engineNow } from '../../lib/clock-sync.ts';
import { useShell } from '../../lib/shell.ts';

/** What ends next in the vault that was locked, and how much is over, without a name; nothing for another vault, or where the person turned it off. */
export function LockDigest({ vault }: { readonly vault: string }) {
  const digest = useDigest();
  const line = digest?.vault === vault ? digestLine(digest, engineNow()) : null;
  return line === null ? null : <p className="soft">{line}</p>;
}

function useDigest(): Digest | null {
  const shell = useShell();
  const [digest, setDigest] = useState<Digest | null>(null);
  useEffect(() => {
    let gone = false;
    void shell.call('lock.digest', {}).then((reply) => {
      if (reply.ok && !gone) setDigest(reply.value.digest);
    });
    return () => {
      gone = true;
    };
  }, [shell]);
  return digest;
}
