import { useState } from 'react';
import { centreText } from '../../../shared/text/business.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { HookArt } from '../../components/key-mark.tsx';
import { Split } from '../../components/split.tsx';
import { AskAgain, earliest } from '../../lib/ask-again.tsx';
import { lastInput } from '../../lib/last-input.ts';
import { onePane, useMedia } from '../../lib/media.ts';
import { usePagedRows } from '../../lib/paged-rows.ts';
import { useAsk } from '../../lib/query.ts';
import { type BusinessRoute, back, go, goInto, replace } from '../../lib/route.ts';
import type { CachedCall } from '../../lib/topics.ts';
import { useFocusOnOpen } from '../use-focus-on-open.ts';
import { BusinessFrame } from './business-frame.tsx';
import { CentreDetail } from './centre-detail.tsx';
import { CentreDialog } from './centre-dialog.tsx';
import { CentreList } from './centre-list.tsx';

/** What a last day changes without anything being written. */
const byTime: readonly CachedCall[] = ['business.list', 'business.get', 'vault.state'];

/** The centres: the list, and the chosen one beside it. */
export function Centres({ route }: { readonly route: BusinessRoute }) {
  const single = useMedia(onePane);
  const readOnly = useWhyReadOnly();
  const [adding, setAdding] = useState(false);
  const archived = route.archived === true;
  const query = route.query ?? '';
  const list = usePagedRows('business.list', { archived, ...(query === '' ? {} : { query }) });
  const known = list.rows.filter((row) => row !== null);
  const none = list.shown !== null && list.rows.length === 0 && query === '' && !archived;
  const kept = useAsk('business.list', { archived: true, offset: 0, limit: 1 }, { when: none }).data?.total ?? null;
  const shown = known.find(({ id }) => id === route.centre) ?? known[0] ?? null;
  const open = single && route.open === true && shown !== null;
  useFocusOnOpen(single, open);
  const select = (centre: string): void => {
    if (single && lastInput() === 'pointer') goInto({ ...route, centre });
    else replace({ ...route, centre });
  };
  const show = (centre: string): void => {
    if (single) go({ ...route, centre, open: true });
    else document.querySelector<HTMLElement>('[data-pane="detail"] :is(button, [tabindex="0"])')?.focus();
  };
  const add = (): void => setAdding(true);
  const isEmpty = none && kept === 0;
  return (
    <BusinessFrame
      route={route}
      open={open}
      actions={
        isEmpty ? undefined : (
          <Button icon="plus" why={readOnly} onClick={add}>
            {centreText.add}
          </Button>
        )
      }
    >
      {list.shown === null || (none && kept === null) ? null : isEmpty ? (
        <EmptyState
          art={<HookArt />}
          title={centreText.emptyTitle}
          action={
            <Button variant="primary" size="large" data-autofocus why={readOnly} onClick={add}>
              {centreText.addFirst}
            </Button>
          }
        >
          {centreText.emptyBody}
        </EmptyState>
      ) : (
        <Split
          open={open ? 'detail' : 'list'}
          onBack={back}
          listLabel={centreText.title}
          detailLabel={shown?.name}
          detailKey={shown?.id}
          list={
            <>
              <AskAgain at={earliest(known.map(({ ends }) => ends))} calls={byTime} />
              <CentreList route={route} list={list} selected={shown?.id ?? null} onSelect={select} onOpen={show} />
            </>
          }
        >
          {shown === null ? null : <CentreDetail key={shown.id} id={shown.id} />}
        </Split>
      )}
      {adding && (
        <CentreDialog
          centre={null}
          onClose={() => setAdding(false)}
          onSaved={(saved) => {
            setAdding(false);
            if (saved !== null) replace({ view: 'business', centre: saved.id });
          }}
        />
      )}
    </BusinessFrame>
  );
}
