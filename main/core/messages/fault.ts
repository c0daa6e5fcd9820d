/** Every reason not to accept a message, in the order the checks are made (an open request's checks stand in an order of its own). */
export const MESSAGE_FAULTS = [
  'too_large',
  'magic',
  'length',
  'version',
  'kind',
  'recipients',
  'not_for_me',
  'commitment',
  'seal',
  'padding',
  'inner_length',
  'json',
  'schema',
  'unknown_sender',
  'retired',
  'signature',
  'recipient_list',
  'kind_mismatch',
  'not_yet',
  'expired',
  'lifetime',
  'seen',
  'unmatched',
  'stale',
  'pass',
] as const;

/** Why a message is not accepted; exact inside, never told to the other side. */
export type MessageFault = (typeof MESSAGE_FAULTS)[number];
