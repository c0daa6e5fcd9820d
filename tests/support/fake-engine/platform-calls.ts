import type { AddedPlatform, platformCalls } from '../../../shared/contracts/engine/platforms.ts';
import { refuse } from '../../../shared/errors.ts';
import type { Handlers } from '../../../shared/wire/serve.ts';
import type { FakeState } from './state.ts';

type PlatformHandlers = Handlers<{ readonly calls: typeof platformCalls; readonly events: Record<never, never> }>;

/** Platforms added and steps noted, over a state in memory. */
export function platformHandlers(state: FakeState): PlatformHandlers {
  const { platforms } = state;
  return {
    'platforms.added': () => ({
      text: platforms.text,
      added: platforms.added.length === 0 ? null : state.now(),
      platforms: platforms.added,
    }),
    'platforms.read': () => platforms.file,
    'platforms.add': ({ reading }) => {
      if (!platforms.file.fits || platforms.file.reading !== reading) return refuse('not_found');
      const found = platforms.file.platforms.map(
        ({ id, name, checked, replaces }): AddedPlatform => ({
          ...{ id, name, checked, groups: ['commerce'], domain: `${id}.example`, signIn: null },
          replaces: replaces === 'built_in' ? replaces : null,
        }),
      );
      const ids = new Set(found.map(({ id }) => id));
      platforms.added = [...platforms.added.filter(({ id }) => !ids.has(id)), ...found];
      state.changed('platforms');
      return {};
    },
    'platforms.remove': ({ id }) => {
      if (platforms.needed !== null) return refuse('platform_needed', { name: platforms.needed });
      platforms.added = platforms.added.filter((one) => one.id !== id);
      state.changed('platforms');
      return {};
    },
    'platforms.ownSteps': ({ account }) => ({ steps: platforms.ownSteps[account] ?? [] }),
    'platforms.saveOwnStep': ({ account, ...own }) => {
      const others = (platforms.ownSteps[account] ?? []).filter(({ step }) => step !== own.step);
      platforms.ownSteps[account] = own.path === null && own.link === null ? others : [...others, own];
      state.changed('accounts');
      return {};
    },
  };
}
