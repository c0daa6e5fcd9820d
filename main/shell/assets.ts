import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** The page's own document; the only one a window may show. */
export const INDEX = '/index.html';

/** One file of the page. */
export interface Asset {
  readonly type: string;
  readonly body: Buffer;
}

/** The files of the built page, found by the path part of an address. */
export class Assets {
  private readonly files: ReadonlyMap<string, string>;
  private readonly bodies = new Map<string, Promise<Buffer>>();

  private constructor(files: ReadonlyMap<string, string>) {
    this.files = files;
  }

  /** Lists a folder once, and begins to read what is in it. Throws when it cannot be read or holds no `index.html`. */
  static async list(folder: string): Promise<Assets> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = new Map<string, string>();
    for (const entry of entries) {
      if (!entry.isFile()) continue;
      const file = path.join(entry.parentPath, entry.name);
      files.set(`/${path.relative(folder, file).split(path.sep).join('/')}`, file);
    }
    if (!files.has(INDEX)) throw new Error(`no page in ${folder}: build it first`);
    const assets = new Assets(files);
    // Ready before the window is: it asks for them one after the other.
    for (const name of files.keys()) void assets.read(name).catch(() => {});
    return assets;
  }

  /**
   * The file an address path names, `/` being the index; null for every other path.
   * SECURITY: an exact look-up in a list made beforehand, so no spelling of a path leads out of the folder.
   */
  async read(pathname: string): Promise<Asset | null> {
    const file = this.files.get(pathname === '/' ? INDEX : pathname);
    const type = file === undefined ? undefined : TYPES[path.extname(file)];
    if (file === undefined || type === undefined) return null;
    const body = this.bodies.get(file) ?? readFile(file);
    this.bodies.set(file, body);
    return { type, body: await body };
  }
}
