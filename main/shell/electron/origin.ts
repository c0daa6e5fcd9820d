/** The scheme of the page's address; registered before Electron is ready. */
export const SCHEME = 'app';
/** The page's one origin. */
export const ORIGIN = 'app://bundle';
/** The page's own document, the only one a window may show. */
export const PAGE_URL = `${ORIGIN}/index.html`;
