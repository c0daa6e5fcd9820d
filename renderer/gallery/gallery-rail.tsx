import { Rail, RailClock } from '../components/rail.tsx';

/** For controls of the gallery that lead nowhere. */
export const nothing = (): void => undefined;

/** Window buttons that do nothing. */
export const windowControls = {
  onMinimise: nothing,
  onMaximise: nothing,
  onClose: nothing,
  words: { minimise: 'Minimise', maximise: 'Maximise', close: 'Close' },
};

/** The rail with made-up clients. */
export function GalleryRail({ current }: { readonly current: string }) {
  return (
    <Rail
      title="Studio Voss"
      current={current}
      places={[
        { id: 'accounts', label: 'Accounts', icon: 'key', count: 47 },
        { id: 'inbox', label: 'Inbox', icon: 'inbox', count: 2, tone: 'sealed' },
        { id: 'ledger', label: 'Ledger', icon: 'ledger', count: 3, tone: 'exposed' },
        { id: 'runs', label: 'Runs', icon: 'runs', count: 1 },
        { id: 'review', label: 'Review', icon: 'review', count: '1 Dec' },
        { id: 'people', label: 'People', icon: 'people' },
      ]}
      clients={[
        { id: 'hb', name: 'Harbour Bakery', colour: 1, count: 9 },
        { id: 'fc', name: 'Fennel & Co', colour: 4, count: 12 },
        { id: 'oo', name: 'Orchard Optics', colour: 2, count: 7 },
        { id: 'lc', name: 'Lindqvist Cycles', colour: 6, count: 14 },
        { id: 'st', name: 'Studio', colour: 8, count: 5 },
      ]}
      onGo={nothing}
      onClient={nothing}
      onAddClient={nothing}
      onLock={nothing}
      onSettings={nothing}
      locks={<RailClock text="locks in 8 min" left={0.8} />}
      words={{ places: 'Sections', clients: 'Clients', addClient: 'New client', lock: 'Lock', settings: 'Settings' }}
    />
  );
}
