import './requests.css';
import { commonText } from '../../../shared/text/common.ts';
import { askedText } from '../../../shared/text/requests.ts';
import { useVaultBanner } from '../../app/vault-banner.tsx';
import { Bar } from '../../components/bar.tsx';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { HookArt } from '../../components/key-mark.tsx';
import { Split } from '../../components/split.tsx';
import { View } from '../../components/window.tsx';
import { AskAgain, earliest } from '../../lib/ask-again.tsx';
import { lastInput } from '../../lib/last-input.ts';
import { onePane, useMedia } from '../../lib/media.ts';
import { useMoreRows } from '../../lib/more-rows.ts';
import { plainLine } from '../../lib/plain-text.ts';
import { type Route, back, go, goInto, replace } from '../../lib/route.ts';
import type { CachedCall } from '../../lib/topics.ts';
import { useFocusOnOpen } from '../use-focus-on-open.ts';
import { MadeRequest } from './made-request.tsx';
import { RequestList } from './request-list.tsx';

/** What another time of day changes without anything being written. */
const byTime: readonly CachedCall[] = ['requests.list', 'requests.get', 'vault.state'];

export type RequestsRoute = Extract<Route, { view: 'requests' }>;

/** What was asked of others: the list by where each stands, and the chosen one beside it. */
export function RequestsView({ route }: { readonly route: RequestsRoute }) {
  const banner = useVaultBanner();
  const single = useMedia(onePane);
  const { rows, total, more } = useMoreRows('requests.list', { side: 'made' });
  const shown = rows.find(({ id }) => id === route.request) ?? rows[0] ?? null;
  const open = single && route.open === true && shown !== null;
  useFocusOnOpen(single, open);
  const select = (request: string): void => {
    if (single && lastInput() === 'pointer') goInto({ view: 'requests', request });
    else replace({ ...route, request });
  };
  const show = (request: string): void => {
    if (single) go({ view: 'requests', request, open: true });
    else document.querySelector<HTMLElement>('[data-pane="detail"] :is(button, [tabindex="0"])')?.focus();
  };
  const ask = (): void => go({ view: 'ask', contact: null });
  const waiting = rows.filter(({ state }) => state === 'waiting');
  return (
    <View
      banner={banner}
      bar={
        <Bar
          title={askedText.title}
          sub={askedText.summary(waiting.length)}
          back={open ? { label: commonText.back, onBack: back } : undefined}
          actions={
            total !== null && total > 0 ? (
              <Button icon="plus" onClick={ask}>
                {askedText.ask}
              </Button>
            ) : undefined
          }
        />
      }
    >
      {total === 0 ? (
        <EmptyState
          art={<HookArt />}
          title={askedText.emptyTitle}
          action={
            <Button variant="primary" size="large" data-autofocus onClick={ask}>
              {askedText.ask}
            </Button>
          }
        >
          {askedText.emptyBody}
        </EmptyState>
      ) : (
        <Split
          open={open ? 'detail' : 'list'}
          onBack={back}
          listLabel={askedText.title}
          detailLabel={shown === null ? undefined : plainLine(shown.account)}
          detailKey={shown?.id}
          list={
            <>
              <AskAgain at={earliest(waiting.map(({ expires }) => expires))} calls={byTime} />
              <RequestList rows={rows} selected={shown?.id ?? null} onSelect={select} onOpen={show} />
              {more !== null && (
                <div className="pane-foot">
                  <Button variant="quiet" size="small" onClick={more}>
                    {askedText.more}
                  </Button>
                </div>
              )}
            </>
          }
        >
          {shown === null ? null : <MadeRequest key={shown.id} id={shown.id} />}
        </Split>
      )}
    </View>
  );
}
