/** An account of ours that a request may mean. */
export interface Meant {
  readonly id: string;
  readonly platform: string;
  readonly title: string;
  readonly username: string | null;
  readonly business: boolean;
}
