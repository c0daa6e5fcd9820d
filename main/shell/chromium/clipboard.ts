import type { AppPage } from './app-page.ts';
import type { Permission, Permissions } from './permissions.ts';

/** The system's clipboard, by way of the browser. */
export class Clipboard {
  private readonly permissions: Permissions;
  private readonly page: AppPage;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(permissions: Permissions, page: AppPage) {
    this.permissions = permissions;
    this.page = page;
  }

  async write(text: string): Promise<void> {
    await this.permitted('clipboardSanitizedWrite', '(text) => navigator.clipboard.writeText(text)', [text]);
  }

  /** Null when it holds no text; rejects when it cannot be read now. */
  async read(): Promise<string | null> {
    const text = await this.permitted('clipboardReadWrite', '() => navigator.clipboard.readText()', []);
    return typeof text === 'string' && text !== '' ? text : null;
  }

  // One at a time: the end of one would take the permission from under another.
  private permitted(permission: Permission, source: string, args: readonly string[]): Promise<unknown> {
    const mine = this.turn.then(async () => {
      await this.page.send('Emulation.setFocusEmulationEnabled', { enabled: true });
      await this.permissions.set(permission, true);
      try {
        return (await this.page.run(source, args)).value;
      } finally {
        // SECURITY: the page may use the clipboard only while we do.
        await this.permissions.set(permission, false);
        await this.page.send('Emulation.setFocusEmulationEnabled', { enabled: false });
      }
    });
    this.turn = mine.catch(() => {});
    return mine;
  }
}
