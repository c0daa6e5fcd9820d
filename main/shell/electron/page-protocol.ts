import { PAGE_HEADERS } from '../../../shared/csp.ts';
import type { Assets } from '../assets.ts';
import { ORIGIN } from './origin.ts';

/** Answers the requests of our scheme from the built page, with its security headers, and everything else with 404. */
export function servePage(assets: Assets): (request: Pick<Request, 'method' | 'url'>) => Promise<Response> {
  return async ({ method, url }) => {
    const { host, pathname, protocol } = new URL(url);
    const asset = method === 'GET' && `${protocol}//${host}` === ORIGIN ? await assets.read(pathname) : null;
    // SECURITY: the policy goes with every answer, also with the one that finds nothing.
    if (asset === null) return new Response(null, { status: 404, headers: PAGE_HEADERS });
    return new Response(new Uint8Array(asset.body), { headers: { ...PAGE_HEADERS, 'content-type': asset.type } });
  };
}
