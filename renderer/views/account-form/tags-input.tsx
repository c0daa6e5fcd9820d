import { formText } from '../../../shared/text/account-form.ts';
import { TextInput } from '../../components/text-input.tsx';
import { useAsk } from '../../lib/query.ts';
import { tagsOf } from './account-draft.ts';
import type { PartProps } from './part-props.ts';

/** Tags offered at once. */
const most = 8;

/** Tags with commas between, and those in use that go on from what is being typed. */
export function TagsInput({ draft, change }: PartProps) {
  const known = useAsk('tags.list', {}).data?.tags ?? [];
  const has = tagsOf(draft.tags);
  const begun = (draft.tags.split(',').at(-1) ?? '').trim().toLowerCase();
  // What is typed to its end is a tag already, and no beginning of another.
  const offered = known
    .map(({ tag }) => tag)
    .filter((tag) => !has.includes(tag) && tag.toLowerCase().includes(begun))
    .slice(0, most);
  const add = (tag: string): void => {
    const before = draft.tags.split(',').slice(0, -1).join(',');
    const kept = begun === '' || tagsOf(before).length === has.length ? draft.tags : before;
    change({ tags: `${[...tagsOf(kept), tag].join(', ')}, ` });
  };
  return (
    <div>
      <TextInput
        label={formText.tags}
        value={draft.tags}
        onChange={(tags) => change({ tags })}
        maxLength={1000}
        hint={formText.tagsHint}
      />
      {offered.length > 0 && (
        <div className="tag-offers" role="group" aria-label={formText.tagsInUse}>
          {offered.map((tag) => (
            <button key={tag} type="button" className="chip" aria-label={formText.addTag(tag)} onClick={() => add(tag)}>
              {tag}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
