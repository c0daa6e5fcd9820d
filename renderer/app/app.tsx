import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Port } from '../../shared/port.ts';
import { Ui } from '../components/ui.tsx';
import { forgetClipboard } from '../lib/clipboard.ts';
import { syncClock } from '../lib/clock-sync.ts';
import { EngineContext, engineClient } from '../lib/engine.ts';
import { bindKeys } from '../lib/key-binding.ts';
import { createCache, followChanges } from '../lib/query.ts';
import { resetRoute } from '../lib/route.ts';
import { ShellContext, shellClient } from '../lib/shell.ts';
import { Boundary } from './boundary.tsx';
import { EngineState } from './engine-state.tsx';
import { Opening } from './opening.tsx';
import { Root } from './root.tsx';
import { useShellAround } from './shell-around.ts';

export type AppProps = { readonly engine: Port; readonly shell: Port };

/** The whole page over its two pipes. */
export function App({ engine: enginePort, shell: shellPort }: AppProps) {
  const [shell] = useState(() => shellClient(shellPort));
  const around = useShellAround(shell);
  useEffect(() => bindKeys(window), []);
  if (around === null) return <Opening />;
  return (
    <ShellContext value={around}>
      <Ui>
        <Boundary>
          {around.info.engine.state === 'ready' ? <Ready port={enginePort} /> : <EngineState state={around.info.engine.state} />}
        </Boundary>
      </Ui>
    </ShellContext>
  );
}

/** What lives exactly as long as one vault process: its client and everything asked of it. */
function Ready({ port }: { readonly port: Port }) {
  const [engine] = useState(() => engineClient(port));
  const [cache] = useState(createCache);
  useEffect(() => {
    void syncClock(engine);
    const stop = followChanges(cache, engine);
    return () => {
      stop();
      cache.clear();
      forgetClipboard();
      resetRoute();
    };
  }, [engine, cache]);
  return (
    <EngineContext value={engine}>
      <QueryClientProvider client={cache}>
        <Root />
      </QueryClientProvider>
    </EngineContext>
  );
}
