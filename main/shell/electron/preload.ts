import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { BRIDGE, type Bridge, type Peer } from '../../../shared/port.ts';
import { ACTIVE_MS, ACTIVITIES } from '../activity.ts';
import { CHANNELS } from './channels.ts';
import { ORIGIN } from './origin.ts';

// SECURITY: nothing for any document but ours at the top of the window.
if (window.top === window && location.href.startsWith(`${ORIGIN}/`)) run();

function run(): void {
  let engine: MessagePort | null = null;
  let receivers: readonly ((from: Peer, text: string) => void)[] = [];
  const tell = (from: Peer, text: unknown): void => {
    if (typeof text === 'string') for (const receive of receivers) receive(from, text);
  };

  ipcRenderer.on(CHANNELS.shell, (_event, text: unknown) => tell('shell', text));
  ipcRenderer.on(CHANNELS.engine, ({ ports }) => {
    engine?.close();
    engine = ports[0] ?? null;
    if (engine !== null) engine.onmessage = ({ data }: MessageEvent<unknown>) => tell('engine', data);
  });

  // SECURITY: two functions and no more; the page gets neither ipcRenderer nor the port.
  const bridge: Bridge = {
    post(to, text) {
      if (typeof text !== 'string') throw new TypeError('post(peer, text)');
      if (to === 'shell') ipcRenderer.send(CHANNELS.shell, text);
      else if (to === 'engine') engine?.postMessage(text);
      else throw new TypeError('post(peer, text)');
    },
    onMessage(receive) {
      const entry = (from: Peer, text: string): void => receive(from, text);
      receivers = [...receivers, entry];
      return () => {
        receivers = receivers.filter((other) => other !== entry);
      };
    },
  };
  contextBridge.exposeInMainWorld(BRIDGE, bridge);

  const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
  window.addEventListener('dragover', (event) => void (hasFiles(event) && event.preventDefault()), true);
  window.addEventListener(
    'drop',
    (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      // SECURITY: an event made by a script is not a person's gesture, and a file made by a script has no path.
      if (!event.isTrusted) return;
      for (const file of event.dataTransfer?.files ?? []) {
        const path = webUtils.getPathForFile(file);
        if (path !== '') ipcRenderer.send(CHANNELS.dropped, path);
      }
    },
    true,
  );

  let told = Number.NEGATIVE_INFINITY;
  const active = (event: Event): void => {
    // SECURITY: only what a person does holds the lock off.
    if (!event.isTrusted || performance.now() - told < ACTIVE_MS) return;
    told = performance.now();
    ipcRenderer.send(CHANNELS.active);
  };
  for (const type of ACTIVITIES) window.addEventListener(type, active, { capture: true, passive: true });
  ipcRenderer.send(CHANNELS.hello);
}
