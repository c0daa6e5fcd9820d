/** A vault just made, whose recovery words are still on the page. */
export interface MadeVault {
  readonly name: string;
  readonly words: readonly string[];
}
