import { useState } from 'react';
import { bulkText, trashText } from '../../../shared/text/account-list.ts';
import { fileText } from '../../../shared/text/vault.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { IconButton } from '../../components/icon-button.tsx';
import { Menu, type MenuEntry } from '../../components/menu.tsx';
import { useAsk } from '../../lib/query.ts';
import { focusRow } from './focus-row.ts';
import { PurgeDialog } from './purge-dialog.tsx';
import { TagDialog } from './tag-dialog.tsx';
import { useBulk } from './use-bulk.ts';

export type BulkBarProps = {
  readonly marked: ReadonlySet<string>;
  readonly trashed: boolean;
  readonly onNone: () => void;
};

/** How many accounts are chosen, and what can be done to all of them. */
export function BulkBar({ marked, trashed, onNone }: BulkBarProps) {
  const ids = [...marked];
  const bulk = useBulk();
  const why = useWhyReadOnly();
  const shortWhy = why === null ? null : fileText.readOnly;
  const [tagging, setTagging] = useState(false);
  const [purging, setPurging] = useState(false);
  const finish = (done: boolean): void => {
    if (done) onNone();
  };
  // It was opened from a menu that is gone: the focus has no other place to go back to.
  const closeTagging = (): void => {
    setTagging(false);
    setTimeout(focusRow);
  };
  const tag = (name: string): void =>
    void bulk.run(ids, { kind: 'tag', tag: name }, (n) => bulkText.tagged(n, name)).then(closeTagging);
  const untag = (name: string): void => void bulk.run(ids, { kind: 'untag', tag: name }, (n) => bulkText.untagged(n, name));
  return (
    <div
      className="pane-head bulk-bar"
      role="toolbar"
      tabIndex={-1}
      aria-label={bulkText.bar}
      onKeyDown={(event) => {
        // What is pressed in a dialog or menu opened from here is theirs, though it bubbles up to here.
        if (event.key !== 'Escape' || !event.currentTarget.contains(event.target as Node)) return;
        event.preventDefault();
        event.stopPropagation();
        onNone();
      }}
    >
      <b role="status">{bulkText.chosen(marked.size)}</b>
      <span className="grow" />
      {trashed ? (
        <>
          <IconButton
            icon="undo"
            size="small"
            label={bulkText.restore}
            why={why}
            onClick={() => void bulk.run(ids, { kind: 'restore' }, bulkText.restored).then(finish)}
          />
          <IconButton icon="trash" size="small" label={bulkText.purge} why={why} onClick={() => setPurging(true)} />
        </>
      ) : (
        <>
          <TagMenu ids={ids} why={shortWhy} onNew={() => setTagging(true)} onTag={tag} onUntag={untag} />
          <MoveMenu
            why={shortWhy}
            onMove={(client, name) =>
              void bulk
                .run(ids, { kind: 'move', client }, (n) => (name === null ? bulkText.unfiled(n) : bulkText.moved(n, name)))
                .then(finish)
            }
          />
          <IconButton
            icon="trash"
            size="small"
            label={bulkText.trash}
            why={why}
            onClick={() => void bulk.run(ids, { kind: 'trash' }, bulkText.trashed).then(finish)}
          />
        </>
      )}
      <IconButton icon="x" size="small" label={bulkText.none} keys="Escape" onClick={onNone} />
      <TagDialog open={tagging} count={marked.size} busy={bulk.busy} onClose={closeTagging} onTag={tag} />
      <PurgeDialog
        open={purging}
        ids={ids}
        title={trashText.purgeMany(ids.length)}
        onClose={() => setPurging(false)}
        onDone={onNone}
      />
    </div>
  );
}

type MoveMenuProps = { readonly why: string | null; readonly onMove: (client: string | null, name: string | null) => void };

function MoveMenu({ why, onMove }: MoveMenuProps) {
  const clients = (useAsk('clients.list', {}).data?.clients ?? []).filter((client) => !client.archived);
  return (
    <Menu
      trigger={<IconButton icon="forward" size="small" label={bulkText.move} />}
      entries={[
        { heading: bulkText.move },
        ...clients.map(({ id, name }) => ({ label: name, why, onAct: () => onMove(id, name) })),
        'line',
        { label: bulkText.noClient, why, onAct: () => onMove(null, null) },
      ]}
    />
  );
}

type TagMenuProps = {
  readonly ids: readonly string[];
  readonly why: string | null;
  readonly onNew: () => void;
  readonly onTag: (tag: string) => void;
  readonly onUntag: (tag: string) => void;
};

/** Offers to each side only what changes something: tags that one of them lacks, and those that one of them has. */
function TagMenu({ ids, why, onNew, onTag, onUntag }: TagMenuProps) {
  // Thousands can be chosen, row by row: what they have is asked when it is looked at.
  const [open, setOpen] = useState(false);
  const all = useAsk('tags.list', {}, { when: open }).data?.tags ?? [];
  const theirs = useAsk('tags.list', { of: [...ids] }, { when: open }).data?.tags ?? [];
  const full = new Set(theirs.flatMap(({ tag, accounts }) => (accounts === ids.length ? [tag] : [])));
  const entries: MenuEntry[] = [
    { label: `${bulkText.addTag} …`, icon: 'plus', why, onAct: onNew },
    ...all
      .filter(({ tag }) => !full.has(tag))
      .map(({ tag }) => ({ label: tag, icon: 'tag' as const, why, onAct: () => onTag(tag) })),
  ];
  if (theirs.length > 0) entries.push('line', { heading: bulkText.removeTag });
  entries.push(...theirs.map(({ tag }) => ({ label: tag, icon: 'minus' as const, why, onAct: () => onUntag(tag) })));
  return <Menu trigger={<IconButton icon="tag" size="small" label={bulkText.tags} />} entries={entries} onOpen={setOpen} />;
}
