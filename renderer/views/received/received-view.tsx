import { commonText } from '../../../shared/text/common.ts';
import { askText } from '../../../shared/text/requests.ts';
import { receivedText } from '../../../shared/text/received.ts';
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
import { type Route, back, go, goInto, replace } from '../../lib/route.ts';
import type { CachedCall } from '../../lib/topics.ts';
import { useFocusOnOpen } from '../use-focus-on-open.ts';
import { ReceivedDetail } from './received-detail.tsx';
import { ReceivedList } from './received-list.tsx';
import { isOver } from './received-mark.tsx';

/** What another time of day changes without anything being written. */
const byTime: readonly CachedCall[] = ['received.list', 'received.get', 'vault.state'];

export type ReceivedRoute = Extract<Route, { view: 'received' }>;

/** The logins others lent to us: the list by where each stands, and the chosen one beside it. */
export function ReceivedView({ route }: { readonly route: ReceivedRoute }) {
  const banner = useVaultBanner();
  const single = useMedia(onePane);
  const { rows, total, more } = useMoreRows('received.list', {});
  const shown = rows.find((row) => row.id === route.received) ?? rows[0] ?? null;
  const open = single && route.open === true && shown !== null;
  useFocusOnOpen(single, open);

  const select = (received: string): void => {
    if (single && lastInput() === 'pointer') goInto({ view: 'received', received });
    else replace({ ...route, received });
  };
  const show = (received: string): void => {
    if (single) go({ view: 'received', received, open: true });
    else document.querySelector<HTMLElement>('[data-pane="detail"] :is(button, [tabindex="0"])')?.focus();
  };
  const live = rows.filter((row) => !isOver(row));
  const openNow = live.filter((row) => row.state === 'open').length;
  return (
    <View
      banner={banner}
      bar={
        <Bar
          title={receivedText.title}
          sub={live.length === 0 ? receivedText.none : receivedText.summary(live.length, openNow)}
          back={open ? { label: commonText.back, onBack: back } : undefined}
          actions={
            total !== null && total > 0 ? (
              <Button onClick={() => go({ view: 'ask', contact: null })}>{askText.title}</Button>
            ) : undefined
          }
        />
      }
    >
      {total === 0 ? (
        <EmptyState
          art={<HookArt />}
          title={receivedText.emptyTitle}
          action={
            <div className="row wrap">
              <Button variant="primary" size="large" data-autofocus onClick={() => go({ view: 'inbox', item: null })}>
                {receivedText.toInbox}
              </Button>
              <Button size="large" onClick={() => go({ view: 'ask', contact: null })}>
                {askText.title}
              </Button>
            </div>
          }
        >
          {receivedText.emptyBody}
        </EmptyState>
      ) : (
        <Split
          open={open ? 'detail' : 'list'}
          onBack={back}
          listLabel={receivedText.title}
          detailLabel={shown?.title}
          detailKey={shown?.id}
          list={
            <>
              <AskAgain at={earliest(live.flatMap(({ windowAt, until }) => [windowAt, until]))} calls={byTime} />
              <ReceivedList rows={rows} selected={shown?.id ?? null} onSelect={select} onOpen={show} />
              {more !== null && (
                <div className="pane-foot">
                  <Button variant="quiet" size="small" onClick={more}>
                    {receivedText.more}
                  </Button>
                </div>
              )}
            </>
          }
        >
          {shown === null ? null : <ReceivedDetail key={shown.id} id={shown.id} />}
        </Split>
      )}
    </View>
  );
}
