import { PAGE_HEADERS } from '../../../shared/csp.ts';
import { type Assets, INDEX } from '../assets.ts';
import { ORIGIN } from './bridge-script.ts';
import type { Cdp } from './cdp.ts';
import type { Events } from './protocol.ts';
import type { OnRefused } from './refusals.ts';

const TYPES: ReadonlySet<string> = new Set(['Script', 'Stylesheet', 'Image', 'Font']);

type Paused = Events['Fetch.requestPaused'];

// Windows' icons are asked for as 'Other', and so are workers' scripts, which there must not be.
function isWanted(paused: Paused, pathname: string, mainFrame: string): boolean {
  if (paused.resourceType === 'Document') return paused.frameId === mainFrame && (pathname === '/' || pathname === INDEX);
  return TYPES.has(paused.resourceType) || (paused.resourceType === 'Other' && /\.(png|svg)$/.test(pathname));
}

/**
 * Answers every request of a page: with our own files under our own origin, else with a failure.
 * Nothing of ours is given out before `ready`.
 * SECURITY: this is the page's whole network. 'Aborted' leaves the document in place when it was told to go elsewhere.
 */
export function interceptRequests(
  cdp: Cdp,
  session: string,
  mainFrame: string,
  assets: Assets,
  ready: Promise<unknown>,
  onRefused: OnRefused,
): void {
  const answer = async (paused: Paused): Promise<void> => {
    const { requestId, request, resourceType } = paused;
    const url = new URL(request.url);
    const ours = url.origin === ORIGIN && request.method === 'GET' && isWanted(paused, url.pathname, mainFrame);
    const asset = ours ? await assets.read(url.pathname) : null;
    await ready;
    if (asset === null) {
      onRefused({ what: 'request', detail: `${resourceType} ${request.url}` });
      return cdp.tell('Fetch.failRequest', { requestId, errorReason: 'Aborted' }, session);
    }
    const headers = { ...PAGE_HEADERS, 'content-type': asset.type };
    const responseHeaders = Object.entries(headers).map(([name, value]) => ({ name, value }));
    cdp.tell(
      'Fetch.fulfillRequest',
      { requestId, responseCode: 200, responseHeaders, body: asset.body.toString('base64') },
      session,
    );
  };
  cdp.on('Fetch.requestPaused', (heard) => {
    if (heard.session !== session) return;
    answer(heard.params).catch(() => {
      cdp.tell('Fetch.failRequest', { requestId: heard.params.requestId, errorReason: 'Aborted' }, session);
    });
  });
}
