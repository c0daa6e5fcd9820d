import { centreText } from '../../../shared/text/business.ts';
import type { SelectOption } from '../../components/select.tsx';
import { plainLine } from '../../lib/plain-text.ts';
import { platformIcon } from '../../lib/platform-icon.ts';
import { platformOptions, usePlatforms } from '../../lib/platforms.ts';
import { useAsk } from '../../lib/query.ts';
import { OTHER_PLATFORM } from '../account-form/account-draft.ts';

/** Stands in a list of choices for none of them. */
export const NONE = 'none';

/** The platforms to choose from, one that nobody knows last, and the name of each. */
export function usePlatformChoices() {
  const platforms = usePlatforms();
  const other = { value: OTHER_PLATFORM, label: centreText.otherPlatform, icon: platformIcon('') };
  return {
    options: [...platformOptions(platforms), other],
    nameOf: (id: string): string => (id === OTHER_PLATFORM ? centreText.otherPlatform : plainLine(platforms.name(id))),
  };
}

/** The people who can be named, with a first choice for nobody among them; whoever was named before stays a choice. */
export function usePeopleChoices(none: string, named: string) {
  const all = useAsk('people.list', {}).data?.people ?? [];
  const people = all.filter(({ id, state }) => state !== 'retired' || id === named);
  const options: readonly SelectOption<string>[] = [
    { value: NONE, label: none },
    ...people.map(({ id, name, organisation }) => ({
      value: id,
      label: plainLine(organisation === null ? name : `${name}, ${organisation}`),
    })),
  ];
  return { people, options };
}

/** What was typed, without the space around it; null when that is nothing. */
export function typed(text: string): string | null {
  const plain = text.trim();
  return plain === '' ? null : plain;
}

/** A choice as the engine takes it: null for none. */
export function chosenId(value: string): string | null {
  return value === NONE ? null : value;
}
