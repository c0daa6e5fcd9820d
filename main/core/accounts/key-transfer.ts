import type { FoundKeys } from '../../../shared/contracts/engine/accounts.ts';
import type { Migration, TransferPart } from '../codes/migration.ts';

/** A transfer of keys in several codes, and which of them came in. */
export class KeyTransfer {
  readonly #first: TransferPart;
  readonly #have = new Set<number>();

  /** Of which code this is one; it is not counted yet. */
  constructor(first: TransferPart) {
    this.#first = first;
  }

  /** Which codes there are, counted from 1 in their order, and how many there will be. */
  get state(): NonNullable<FoundKeys['transfer']> {
    return { have: [...this.#have].map((at) => at + 1).toSorted((a, b) => a - b), of: this.#first.of };
  }

  /** True when a code is one of this transfer. */
  owns({ part }: Migration): boolean {
    return part !== null && part.id === this.#first.id && part.of === this.#first.of;
  }

  /** True when it does not have this code yet. */
  lacks({ part }: Migration): boolean {
    return part !== null && !this.#have.has(part.at);
  }

  /** Counts the codes of this transfer, and gives those that are new to it and those that belong to none. */
  add(codes: readonly Migration[]): Migration[] {
    return codes.filter((code) => {
      if (code.part === null || !this.owns(code)) return true;
      if (!this.lacks(code)) return false;
      this.#have.add(code.part.at);
      return true;
    });
  }
}
