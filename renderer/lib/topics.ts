import { TOPICS, type Topic } from '../../shared/topics.ts';
import type { EngineCall } from './engine.ts';

/** The calls whose answers are kept and shown again; what changes them. A call not listed is never cached. */
export const topicsOf = {
  'vaults.list': ['vault'],
  'vault.state': ['vault', 'accounts', 'inbox', 'grants', 'runs', 'requests', 'review', 'sandbox'],
  'sandbox.beside': ['sandbox'],
  'clients.list': ['clients', 'accounts'],
  'accounts.list': ['accounts', 'clients', 'grants', 'runs', 'strength'],
  'strength.account': ['accounts', 'strength'],
  'accounts.facets': ['accounts', 'grants', 'runs', 'strength'],
  'accounts.similar': ['accounts'],
  'tags.list': ['accounts'],
  'trash.of': ['accounts', 'grants', 'runs', 'business'],
  'accounts.get': ['accounts', 'clients', 'people', 'grants', 'runs', 'log'],
  'vault.health': TOPICS,
  'aside.list': TOPICS,
  'aside.log': ['log'],
  'rescue.state': ['vault'],
  'clock.behind': ['vault', 'log'],
  'backups.ofClosed': ['vault'],
  'copies.list': ['accounts', 'clients'],
  'me.get': ['vault'],
  'people.list': ['people', 'grants'],
  'people.get': ['people', 'grants', 'business'],
  'inbox.list': ['inbox', 'people'],
  'inbox.get': ['inbox', 'people', 'grants'],
  'requests.list': ['requests', 'people'],
  'requests.get': ['requests', 'people', 'accounts', 'inbox'],
  'messages.get': [],
  'grants.list': ['grants', 'accounts', 'people', 'runs'],
  'grants.get': ['grants', 'accounts', 'people', 'runs', 'requests'],
  'received.list': ['grants', 'inbox', 'people'],
  'received.get': ['grants', 'inbox', 'people', 'requests'],
  'runs.list': ['runs', 'grants', 'accounts'],
  'runs.get': ['runs', 'grants', 'accounts', 'business'],
  'devices.list': ['runs'],
  'grants.outdated': ['grants', 'accounts'],
  'relay.list': ['requests', 'people', 'accounts'],
  'relay.get': ['requests', 'grants', 'people', 'accounts'],
  'review.state': ['review', 'grants'],
  'review.rows': ['review', 'grants', 'people', 'accounts'],
  'reminders.list': ['grants', 'accounts', 'people', 'runs', 'business', 'review', 'vault'],
  'log.list': ['log', 'people'],
  'log.search': ['log', 'people'],
  'log.witnesses': ['log'],
  'business.list': ['business', 'clients', 'people'],
  'business.get': ['business', 'people', 'accounts'],
  'business.stays': ['business'],
  'business.adCodes': ['business', 'accounts', 'people'],
  'business.numbers': ['business', 'people'],
  'business.personNumbers': ['business'],
  'platforms.added': ['platforms'],
  'platforms.ownSteps': ['accounts'],
  'ledger.list': ['grants', 'accounts', 'clients', 'people', 'runs'],
} as const satisfies Partial<Record<EngineCall, readonly Topic[]>>;

/** A call that may be cached. */
export type CachedCall = keyof typeof topicsOf;

/** Whether a change of a topic makes a cached answer stale. */
export function touches(call: string, topic: Topic): boolean {
  return Object.hasOwn(topicsOf, call) && (topicsOf[call as CachedCall] as readonly Topic[]).includes(topic);
}
