import { TOPICS, type Topic } from '../../shared/topics.ts';
import type { EngineCall } from './engine.ts';

/** The calls whose answers are kept and shown again; what changes them. A call not listed is never cached. */
export const topicsOf = {
  'vaults.list': ['vault'],
  'vault.state': ['vault', 'accounts', 'inbox', 'grants', 'runs'],
  'clients.list': ['clients', 'accounts'],
  'accounts.list': ['accounts', 'clients', 'grants', 'runs'],
  'accounts.get': ['accounts', 'clients', 'people', 'grants', 'runs', 'log'],
  'vault.health': TOPICS,
  'rescue.state': ['vault'],
  'clock.behind': ['vault', 'log'],
  'backups.ofClosed': ['vault'],
  'me.get': ['vault'],
  'people.list': ['people', 'grants'],
  'people.get': ['people', 'grants'],
  'inbox.list': ['inbox', 'people'],
  'inbox.get': ['inbox', 'people', 'grants'],
  'messages.get': [],
  'grants.list': ['grants', 'accounts', 'people', 'runs'],
  'grants.get': ['grants', 'accounts', 'people', 'runs'],
  'received.list': ['grants', 'inbox', 'people'],
  'received.get': ['grants', 'inbox', 'people'],
  'runs.list': ['runs', 'grants', 'accounts'],
  'runs.get': ['runs', 'grants', 'accounts'],
  'devices.list': ['runs'],
  'log.list': ['log', 'people'],
} as const satisfies Partial<Record<EngineCall, readonly Topic[]>>;

/** A call that may be cached. */
export type CachedCall = keyof typeof topicsOf;

/** Whether a change of a topic makes a cached answer stale. */
export function touches(call: string, topic: Topic): boolean {
  return Object.hasOwn(topicsOf, call) && (topicsOf[call as CachedCall] as readonly Topic[]).includes(topic);
}
