import type { InboxItem } from '../../../shared/contracts/engine/inbox.ts';

/** What the inbox knows of a handoff. */
export type Handoff = NonNullable<InboxItem['handoff']>;
