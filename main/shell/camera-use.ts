import { type Done, type Refused, refuse } from '../../shared/errors.ts';
import type { Unsubscribe } from '../../shared/port.ts';
import type { Clock } from './clock.ts';
import { Rate } from './rate.ts';
import type { Shell } from './shell.ts';

/** Longest use in milliseconds; the page itself stops after a minute. */
export const USE_MS = 75_000;
/** How long ago somebody may have done something in the window at most, in milliseconds; it is told every few seconds. */
export const PRESS_MS = 10_000;
/** Times in one minute at most: a page that asks by itself gets no further. */
export const USES_A_MINUTE = 6;

/** One permission for the camera, for one use: given when the page asks, taken back when it is done, when it takes too long and at lock. */
export class CameraUse {
  readonly #shell: Pick<Shell, 'system' | 'allowCamera'>;
  readonly #clock: Clock;
  readonly #rate: Rate;
  #late: Unsubscribe | null = null;
  #active = Number.NEGATIVE_INFINITY;

  constructor(shell: Pick<Shell, 'system' | 'allowCamera'>, clock: Clock) {
    this.#shell = shell;
    this.#clock = clock;
    this.#rate = new Rate(clock, USES_A_MINUTE, 60_000);
  }

  /** The person does something in the window. */
  active(): void {
    this.#active = this.#clock.now();
  }

  /** Gives the permission, or takes it back. */
  async allow(on: boolean): Promise<Done | Refused> {
    if (!on) {
      await this.end();
      return {};
    }
    if (this.#shell.system.missing.has('camera')) return refuse('capability_missing');
    // SECURITY: a page that acts while nobody is there sees nothing.
    if (this.#clock.now() - this.#active > PRESS_MS) return refuse('not_confirmed');
    const wait = this.#rate.take();
    if (wait > 0) return refuse('too_often', { wait });
    // Not awaited: an end that comes meanwhile, as a lock's, must find the new use to end it.
    void this.end();
    this.#late = this.#clock.after(USE_MS, () => void this.end());
    try {
      await this.#shell.allowCamera(true);
      return {};
    } catch {
      await this.end();
      return refuse('capability_missing');
    }
  }

  /** Takes it back, where it was given. */
  async end(): Promise<void> {
    if (this.#late === null) return;
    this.#late();
    this.#late = null;
    // A window that is gone uses no camera.
    await this.#shell.allowCamera(false).catch(() => undefined);
  }
}
