import { type Refused, refuse } from '../../shared/errors.ts';

/**
 * The address to hand to the person's browser; `link_refused` unless it is https, carries no user name or password, and its host is
 * the one the page has shown. The parser's own spelling is given back, so that the browser sees what was checked.
 */
export function approvedLink(url: string, shownHost: string): string | Refused {
  let link: URL;
  try {
    link = new URL(url);
  } catch {
    return refuse('link_refused');
  }
  if (link.protocol !== 'https:' || link.username !== '' || link.password !== '') return refuse('link_refused');
  return link.host === shownHost ? link.href : refuse('link_refused');
}
