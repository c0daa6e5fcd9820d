import { type ReactNode, useState } from 'react';
import { isErrorCode } from '../../shared/errors.ts';
import { errorText } from '../../shared/text/errors.ts';
import { fileText } from '../../shared/text/vault.ts';
import { Banner } from '../components/banner.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { useVault } from './vault-context.ts';

// A notice once read stays away for as long as this page lives.
let dismissed = '';

/** What the person must know of the open file: that nothing can be saved, or that a part was set aside; null when all is well. */
export function useVaultBanner(): ReactNode | null {
  const vault = useVault();
  const [, redraw] = useState(0);
  if (vault.readOnly !== null) {
    const { what, safe, todo } = errorText(isErrorCode(vault.readOnly) ? vault.readOnly : 'read_only');
    return (
      <Banner flush tone="exposed" icon="disk" title={what}>
        {safe} {todo}
      </Banner>
    );
  }
  if (vault.read === 'clean' || dismissed === vault.file) return null;
  const damaged = vault.read === 'damaged';
  const dismiss = (): void => {
    dismissed = vault.file;
    redraw((count) => count + 1);
  };
  return (
    <Banner
      flush
      tone={damaged ? 'exposed' : 'look'}
      title={damaged ? fileText.damaged : fileText.repaired}
      actions={<IconButton icon="x" size="small" label={fileText.dismiss} onClick={dismiss} />}
    >
      {damaged ? fileText.damagedSafe : fileText.repairedSafe}
    </Banner>
  );
}
