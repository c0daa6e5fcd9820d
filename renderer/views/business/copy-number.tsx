import { businessText } from '../../../shared/text/business.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { IconButton } from '../../components/icon-button.tsx';
import { useEngine } from '../../lib/engine.ts';
import { showToast } from '../../lib/toast-store.ts';

export type CopyNumberProps = {
  /** The record the number stands in. */
  readonly of: string;
  readonly value: string;
  /** Whose or what it is the number of. */
  readonly name: string;
};

/** Copies a number, which is no secret and so stays on the clipboard. */
export function CopyNumber({ of, value, name }: CopyNumberProps) {
  const engine = useEngine();
  const copy = async (): Promise<void> => {
    const reply = await engine.call('business.copyNumber', { of, value });
    showToast({ text: reply.ok ? businessText.numberCopied : errorLine(reply.code, reply.facts) });
  };
  return <IconButton icon="copy" size="small" label={businessText.copyNumber(name)} onClick={() => void copy()} />;
}
