import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import type { ReactNode } from 'react';
import { ToastPlace } from './toast.tsx';

/** What all components need around them, once: no style elements (the page's policy forbids them), shared tip delays, the toast. */
export function Ui({ children }: { readonly children: ReactNode }) {
  return (
    <CSPProvider disableStyleElements>
      <Tooltip.Provider delay={500}>
        {children}
        <ToastPlace />
      </Tooltip.Provider>
    </CSPProvider>
  );
}
