/** What a change touched; a page asks again for what it shows of it. */
export const TOPICS = [
  'vault',
  'clients',
  'accounts',
  'strength',
  'people',
  'inbox',
  'grants',
  'runs',
  'requests',
  'business',
  'review',
  'platforms',
  'log',
  'sandbox',
] as const;
export type Topic = (typeof TOPICS)[number];
