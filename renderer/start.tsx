import './styles/index.css';
import './views/views.css';
import './views/generator/generator.css';
import './views/ledger/ledger.css';
import './views/received/received.css';
import './views/runs/runs.css';
import './views/settings/settings.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { Problem } from './app/problem.tsx';
import { engineText } from '../shared/text/vault.ts';
import { findBridge, pipeTo } from './lib/bridge.ts';

function NoHost() {
  return <Problem what={engineText.noHost} />;
}

const root = document.getElementById('root');
if (root !== null) {
  const bridge = findBridge();
  createRoot(root).render(bridge === null ? <NoHost /> : <App engine={pipeTo(bridge, 'engine')} shell={pipeTo(bridge, 'shell')} />);
}
