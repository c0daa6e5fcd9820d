import type { Unsubscribe } from '../../shared/port.ts';

/** Who listens for one kind of thing. */
export class Listeners<T> {
  private list: readonly ((value: T) => void)[] = [];

  add(listener: (value: T) => void): Unsubscribe {
    // Wrapped, so that one function added twice is two subscriptions.
    const entry = (value: T): void => listener(value);
    this.list = [...this.list, entry];
    return () => {
      this.list = this.list.filter((other) => other !== entry);
    };
  }

  /** Tells everyone who listens now; whoever joins meanwhile hears the next. */
  tell(value: T): void {
    for (const listener of this.list) listener(value);
  }
}
