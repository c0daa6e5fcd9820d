import { app } from 'electron';
import { Held } from './held.ts';

/** The scheme of links that lead into the app. */
export const LINK_SCHEME = 'latchkey';
/** The longest link that is passed on, in characters; the longest place the app knows needs a fraction of it. */
export const MAX_LINK = 2048;
/** Given on the command line of a second start, opens quick access in the running app: for a key bound where the system gives us none. */
export const QUICK_SWITCH = '--quick-access';

/** What other programs, and a second start of this one, ask of the app. Texts are passed on unread. */
export interface Outside {
  readonly links: Held<string>;
  readonly quick: Held<undefined>;
  /** The window is to come to the front. */
  readonly front: Held<undefined>;
}

/** What a command line asks for. After `--`, or after a link, nothing is a switch: Windows puts a link there as it is, whoever wrote it. */
export function askedBy(argv: readonly string[]): { readonly links: readonly string[]; readonly quick: boolean } {
  const isLink = (text: string): boolean => text.slice(0, LINK_SCHEME.length + 1).toLowerCase() === `${LINK_SCHEME}:`;
  const end = argv.findIndex((text) => text === '--' || isLink(text));
  const switches = end === -1 ? argv : argv.slice(0, end);
  return {
    links: argv.filter((text) => isLink(text) && text.length <= MAX_LINK),
    quick: switches.includes(QUICK_SWITCH),
  };
}

/** Begins to listen; at once, because macOS tells of the link an app was started for before it is ready. `argv` is this start's own. */
export function listenOutside(argv: readonly string[]): Outside {
  const outside: Outside = { links: new Held(), quick: new Held(), front: new Held() };
  for (const link of askedBy(argv).links) outside.links.tell(link);
  app.on('open-url', (event, link) => {
    event.preventDefault();
    outside.front.tell(undefined);
    for (const one of askedBy([link]).links) outside.links.tell(one);
  });
  app.on('second-instance', (_event, again) => {
    const { links, quick } = askedBy(again);
    if (quick && links.length === 0) return outside.quick.tell(undefined);
    outside.front.tell(undefined);
    for (const link of links) outside.links.tell(link);
  });
  return outside;
}

/** Has the system give us links of our scheme, for a packaged app; what runs from the sources must not take them from it. */
export function takeLinks(platform: NodeJS.Platform): void {
  // On Linux the desktop entry says it, and asking takes a program that is slow to start.
  if (!app.isPackaged || (platform !== 'win32' && platform !== 'darwin')) return;
  // SECURITY: a link stands behind `--` on the command line Windows makes, so that nothing in it is a switch (CVE-2018-1000006).
  app.setAsDefaultProtocolClient(LINK_SCHEME, process.execPath, ['--']);
}
