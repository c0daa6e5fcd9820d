import { useMemo } from 'react';
import type { AddedPlatform } from '../../shared/contracts/engine/platforms.ts';
import type { Group } from '../../shared/platforms/platform.ts';
import { type PlatformEntry, type Platforms, platformsWith } from '../../shared/platforms/catalogue.ts';
import { platformIcon } from './platform-icon.ts';
import { useAsk } from './query.ts';

const none: readonly AddedPlatform[] = [];

/** The platforms there are to choose from and their names, those the person added among them; without these for the moment it takes to ask. */
export function usePlatforms(): Platforms {
  const added = useAsk('platforms.added', {}).data?.platforms ?? none;
  return useMemo(() => platformsWith(added.map(entryOf)), [added]);
}

/** The platforms as options of a `Select`. */
export function platformOptions({ all }: Platforms) {
  return all.map(({ id, name }) => ({ value: id, label: name, icon: platformIcon(id) }));
}

function entryOf({ id, name, groups, domain, signIn }: AddedPlatform): PlatformEntry {
  return { id, name, groups: groups as Group[], domain, signIn };
}
