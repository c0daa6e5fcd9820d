import { create } from 'zustand';

/** An https address and the host a person is shown before it is opened. */
export interface Link {
  readonly url: string;
  readonly host: string;
}

const useStore = create<{ readonly link: Link | null }>(() => ({ link: null }));

/** The link of an address; null when it is not an https address without a name or password in it. */
export function linkOf(address: string): Link | null {
  const url = URL.parse(address);
  if (url === null || url.protocol !== 'https:' || url.username !== '' || url.password !== '') return null;
  return { url: url.href, host: url.host };
}

/** Asks the person whether a link shall be opened. */
export function askToOpen(link: Link): void {
  useStore.setState({ link });
}

/** Takes the question away. */
export function forgetLink(): void {
  useStore.setState({ link: null });
}

/** The link asked about now. */
export function askedLink(): Link | null {
  return useStore.getState().link;
}

/** As {@link askedLink}, followed. */
export function useAskedLink(): Link | null {
  return useStore((state) => state.link);
}
