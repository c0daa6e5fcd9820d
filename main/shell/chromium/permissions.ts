import { ORIGIN } from './bridge-script.ts';
import type { Cdp } from './cdp.ts';

/** What the page may be allowed for a moment, as the DevTools protocol names it. */
export type Permission = 'clipboardReadWrite' | 'clipboardSanitizedWrite' | 'videoCapture';

/** The page's permissions: none but those held now. The browser knows them only all together, so they are kept in one place. */
export class Permissions {
  private readonly cdp: Cdp;
  private readonly held = new Set<Permission>();

  constructor(cdp: Cdp) {
    this.cdp = cdp;
  }

  /** Gives or takes one; SECURITY: every other one is refused without asking. */
  async set(permission: Permission, on: boolean): Promise<void> {
    if (on) this.held.add(permission);
    else this.held.delete(permission);
    await this.cdp.send('Browser.grantPermissions', { origin: ORIGIN, permissions: [...this.held] });
  }
}
