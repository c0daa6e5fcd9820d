import './inbox.css';
import { useCallback, useState } from 'react';
import { commonText } from '../../../shared/text/common.ts';
import { inboxText, inboxTitle } from '../../../shared/text/inbox.ts';
import { useVaultBanner } from '../../app/vault-banner.tsx';
import { useVault } from '../../app/vault-context.ts';
import { Bar } from '../../components/bar.tsx';
import { Split } from '../../components/split.tsx';
import { View } from '../../components/window.tsx';
import { lastInput } from '../../lib/last-input.ts';
import { onePane, useMedia } from '../../lib/media.ts';
import { plainLine } from '../../lib/plain-text.ts';
import { type Route, back, go, goInto, replace } from '../../lib/route.ts';
import { useFocusOnOpen } from '../use-focus-on-open.ts';
import { InboxDetail } from './inbox-detail.tsx';
import { InboxEmpty } from './inbox-empty.tsx';
import { InboxList } from './inbox-list.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import { WaitingCode } from './waiting-code.tsx';
import { useArrivals } from './use-arrivals.ts';
import { useInboxList } from './use-inbox-list.ts';

export type InboxRoute = Extract<Route, { view: 'inbox' }>;

/** What has come in: cards, handoffs and receipts, the waiting ones first, and the place to paste another. */
export function InboxView({ route }: { readonly route: InboxRoute }) {
  const banner = useVaultBanner();
  const { waiting } = useVault();
  const single = useMedia(onePane);
  const list = useInboxList();
  const [asking, setAsking] = useState(route.paste === true);
  const known = list.rows.some((row) => row?.id === route.item);
  const shown = known || (route.item !== null && list.rows.includes(null)) ? route.item : (list.rows[0]?.id ?? null);
  const open = single && route.item !== null && route.open === true;
  useFocusOnOpen(single, open);

  const [landed, setLanded] = useState<string | null>(null);
  const land = useCallback(
    (item: string) => {
      setAsking(false);
      setLanded(item);
      if (single) go({ view: 'inbox', item, open: true });
      else replace({ view: 'inbox', item });
    },
    [single],
  );
  const arrivals = useArrivals(land, () => setAsking(true));

  const select = (item: string): void => {
    if (single && lastInput() === 'pointer') goInto({ view: 'inbox', item });
    else replace({ view: 'inbox', item });
  };
  const show = (item: string): void => {
    if (single) go({ view: 'inbox', item, open: true });
    else document.querySelector<HTMLElement>('[data-pane="detail"] :is(button, input, [tabindex="0"])')?.focus();
  };
  const row = list.rows.find((one) => one?.id === shown) ?? null;
  const came = list.rows.find((one) => one !== null && one.id === landed) ?? null;
  return (
    <View
      banner={banner}
      bar={
        <Bar
          title={inboxText.title}
          sub={inboxText.waiting(waiting)}
          back={open ? { label: commonText.back, onBack: back } : undefined}
        />
      }
    >
      {list.total === 0 ? (
        <InboxEmpty onPaste={() => setAsking(true)} onPick={arrivals.canPick ? arrivals.pick : null} busy={arrivals.busy} />
      ) : (
        <Split
          open={open ? 'detail' : 'list'}
          onBack={back}
          listLabel={inboxText.messages}
          detailLabel={row === null ? undefined : plainLine(inboxTitle(row))}
          detailKey={shown ?? undefined}
          list={<InboxList list={list} selected={shown} onSelect={select} onOpen={show} onPaste={() => setAsking(true)} />}
        >
          <WaitingCode item={shown} onOpen={select} />
          {shown === null ? null : <InboxDetail key={shown} id={shown} />}
        </Split>
      )}
      <p className="hole" role="status">
        {came !== null && inboxText.came(plainLine(inboxTitle(came)))}
      </p>
      <PasteDialog
        open={asking}
        arrivals={arrivals}
        onClose={() => {
          setAsking(false);
          // A place that was opened to paste is an ordinary one from now on.
          if (route.paste === true) replace({ view: 'inbox', item: route.item });
        }}
      />
    </View>
  );
}
