import type { CommandId } from '../../shared/commands.ts';
import type { Digest } from '../../shared/contracts/digest.ts';
import type { Capability, QuickState } from '../../shared/contracts/shell.ts';
import type { Unsubscribe } from '../../shared/port.ts';
import type { Settings } from '../../shared/settings.ts';
import type { Clock } from './clock.ts';
import { placeOfLink } from './link.ts';
import { appMenus } from './menus.ts';
import { Rate } from './rate.ts';
import type { Desk, Shell, Tray, TrayChoice } from './shell.ts';

/** Links that are followed in one minute at most; a site that opens more of them gets nothing for it. */
export const PLACES_A_MINUTE = 6;
const MINUTE = 60_000;
/** Longest wait before the tray's dot is looked at again, in milliseconds. */
const LOOK_MS = 3_600_000;

/** What the things around the window are made from, and what they do. */
export interface AroundHost {
  settings(): Settings;
  /** What may be said while locked; null when nothing may. */
  digest(): Digest | null;
  /** The wire's time, in seconds. */
  seconds(): number;
  /** Tells the page. */
  quick(state: QuickState): void;
  command(id: CommandId): void;
  lock(): void;
  quit(): void;
  copyCode(account: string): void;
}

/** Quick access, tray, menu bar and links: what a person does with the app beside its window. Does nothing on a host without a desk. */
export class AroundWindow {
  readonly #desk: Desk | null;
  readonly #missing: ReadonlySet<Capability>;
  readonly #clock: Clock;
  readonly #host: AroundHost;
  readonly #links: Rate;
  #stops: Unsubscribe[] = [];
  #quick: QuickState = { on: false, key: null };
  #open = false;
  #items: Tray['items'] = [];
  /** The place a link asked for while the vault was locked. */
  #wish: CommandId | null = null;
  #applied: Pick<Settings, 'quickKey' | 'stayInTray' | 'protectWindow'> | null = null;
  #stopLook: Unsubscribe = () => undefined;

  constructor(shell: Pick<Shell, 'desk' | 'system'>, clock: Clock, host: AroundHost) {
    this.#desk = shell.desk;
    this.#missing = shell.system.missing;
    this.#clock = clock;
    this.#host = host;
    this.#links = new Rate(clock, PLACES_A_MINUTE, MINUTE);
  }

  /** What the page asks: whether the window is small now, and whether the key for it is ours. */
  get quick(): QuickState {
    return this.#quick;
  }

  /** Once the window is there. */
  begin(): void {
    const desk = this.#desk;
    if (desk === null) return;
    this.#stops = [
      desk.onTray((choice) => this.#choose(choice)),
      desk.onMenu((id) => {
        this.closeQuick(true);
        this.#host.command(id);
      }),
      desk.onQuickKey(() => (this.#quick.on ? this.closeQuick(false) : this.#openQuick())),
      desk.onBlur(() => this.closeQuick(false)),
      desk.onLink((link) => this.#follow(link)),
    ];
    this.changed();
    this.spoken();
  }

  /** Gives key and tray back to the system. */
  end(): void {
    this.#stopLook();
    for (const stop of this.#stops.splice(0)) stop();
    if (this.#quick.key === 'taken') this.#desk?.takeQuickKey(false);
    if (!this.#missing.has('tray')) this.#desk?.showTray(null);
  }

  /** A vault was opened, or none is open any more. */
  vault(open: boolean): void {
    this.#open = open;
    if (!open) this.#items = [];
    this.#showTray();
    if (!open || this.#wish === null) return;
    this.#host.command(this.#wish);
    this.#wish = null;
  }

  /** The pinned accounts of the open vault by name. */
  pinned(items: Tray['items']): void {
    // SECURITY: what comes late, after a lock, must not name anything in the tray of a locked app.
    if (!this.#open) return;
    this.#items = items;
    this.#showTray();
  }

  /** What may be said while locked has changed. */
  told(): void {
    this.#showTray();
  }

  /** The settings have changed. */
  changed(): void {
    const { quickKey, stayInTray, protectWindow } = this.#host.settings();
    const before = this.#applied;
    this.#applied = { quickKey, stayInTray, protectWindow };
    if (!this.#missing.has('content_protection') && before?.protectWindow !== protectWindow) this.#desk?.protect(protectWindow);
    if (!this.#missing.has('tray') && before?.stayInTray !== stayInTray) this.#desk?.stayInTray(stayInTray);
    if (!this.#missing.has('quick_window') && before?.quickKey !== quickKey) this.#takeKey(quickKey);
    this.#showTray();
  }

  /** Another language is spoken from now on. */
  spoken(): void {
    if (!this.#missing.has('native_menu')) this.#desk?.showMenu(appMenus());
    this.#showTray();
  }

  /** Ends quick access, with the whole window in its place or without; does nothing when it is not on. */
  closeQuick(whole: boolean): void {
    if (!this.#quick.on) return;
    this.#set({ ...this.#quick, on: false });
    this.#desk?.showWindow(whole ? 'whole' : null);
  }

  #openQuick(): void {
    if (this.#missing.has('quick_window')) return;
    this.#set({ ...this.#quick, on: true });
    this.#desk?.showWindow('quick');
  }

  #takeKey(on: boolean): void {
    const given = this.#desk?.takeQuickKey(on) ?? false;
    this.#set({ ...this.#quick, key: on ? (given ? 'taken' : 'refused') : null });
  }

  #set(quick: QuickState): void {
    if (quick.on === this.#quick.on && quick.key === this.#quick.key) return;
    this.#quick = quick;
    this.#host.quick(quick);
  }

  #choose(choice: TrayChoice): void {
    if (choice.act === 'code') {
      // A menu that stood open over a lock still has its rows.
      if (this.#items.some(({ id }) => id === choice.account)) this.#host.copyCode(choice.account);
    } else if (choice.act === 'lock') this.#host.lock();
    else if (choice.act === 'quit') this.#host.quit();
    else if (choice.act === 'quick') this.#openQuick();
    else this.#whole();
  }

  #whole(): void {
    if (this.#quick.on) this.closeQuick(true);
    else this.#desk?.showWindow('whole');
  }

  #follow(link: string): void {
    if (this.#links.take() > 0) return;
    this.#whole();
    const place = placeOfLink(link);
    if (place === null) return;
    if (this.#open) this.#host.command(place);
    else this.#wish = place;
  }

  #showTray(): void {
    this.#stopLook();
    if (this.#desk === null || this.#missing.has('tray') || this.#applied === null) return;
    const digest = this.#host.digest();
    const now = this.#host.seconds();
    const waits = digest !== null && (digest.over > 0 || digest.ends.some(({ at }) => at <= now));
    this.#desk.showTray({ locked: !this.#open, waits, items: this.#items });
    const next = digest?.ends.find(({ at }) => at > now)?.at;
    if (waits || next === undefined) return;
    this.#stopLook = this.#clock.after(Math.min(LOOK_MS, (next - now) * 1000), () => this.#showTray());
  }
}
