import { startProgram } from './run-program.ts';

/** What opens an address in the person's browser, by platform, with its arguments before the address. */
const OPENERS: Partial<Record<NodeJS.Platform, readonly [file: string, ...args: string[]]>> = {
  linux: ['xdg-open'],
  darwin: ['/usr/bin/open'],
  win32: ['rundll32.exe', 'url.dll,FileProtocolHandler'],
};

/** The program that opens addresses here; null for a platform not known. */
export function linkOpener(): readonly [file: string, ...args: string[]] | null {
  return OPENERS[process.platform] ?? null;
}

/** Opens an https address in the person's browser. Rejects for anything else, and when nothing opens it. */
export async function openLink(text: string): Promise<void> {
  // SECURITY: only https, and as the parser writes it: never a path, an option or another program's scheme.
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol !== 'https:') throw new Error('only https addresses are opened');
  const opener = linkOpener();
  if (opener === null) throw new Error('open_link is missing');
  const [file, ...args] = opener;
  await startProgram(file, [...args, url.href]);
}
