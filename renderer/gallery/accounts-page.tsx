import { useState } from 'react';
import { Bar } from '../components/bar.tsx';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { Code } from '../components/code.tsx';
import { DetailHead } from '../components/detail-head.tsx';
import { Face } from '../components/face.tsx';
import { Field, Fields } from '../components/field.tsx';
import { Icon } from '../components/icon.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { ListBox } from '../components/list-box.tsx';
import { ListRow } from '../components/list-row.tsx';
import { Mark } from '../components/mark.tsx';
import { Menu } from '../components/menu.tsx';
import { Edge } from '../components/promise-mark.tsx';
import { Ring } from '../components/ring.tsx';
import { SecretField } from '../components/secret-field.tsx';
import { Select } from '../components/select.tsx';
import { PaneHead, Split } from '../components/split.tsx';
import { Tag } from '../components/tag.tsx';
import { View, Window } from '../components/window.tsx';
import { useNow } from '../lib/ticker.ts';
import { showToast } from '../lib/toast-store.ts';
import { GalleryRail, nothing, windowControls } from './gallery-rail.tsx';

const accounts = [
  { id: 'instagram', name: 'Instagram', two: '@harbourbakery', lent: 0.91 },
  { id: 'tiktok', name: 'TikTok', two: '@harbourbakery', lent: 0.18 },
  { id: 'shopify', name: 'Shopify', two: 'owner@harbourbakery.shop' },
  { id: 'meta_business', name: 'Meta business portfolio', two: 'Harbour Bakery · partner', role: true },
  { id: 'etsy', name: 'Etsy', two: 'HarbourBakeryGifts', exposed: true },
  { id: 'youtube', name: 'YouTube', two: 'Harbour Bakery · channel manager', role: true },
  { id: 'mailchimp', name: 'Mailchimp', two: 'hello@harbourbakery.shop' },
  { id: 'namecheap', name: 'Namecheap', two: 'harbourbakery' },
];

function End({ account }: { readonly account: (typeof accounts)[number] }) {
  if (account.exposed) return <Icon name="exposed" tone="exposed" label="exposed" />;
  if (account.lent !== undefined) return <Ring value={account.lent} label="lent" />;
  return account.role ? <span className="tiny faint">role</span> : null;
}

/** The accounts view with made-up data, to see the parts in their places at every width. */
export function AccountsPage() {
  const [selected, setSelected] = useState('instagram');
  const [open, setOpen] = useState<'list' | 'detail'>('detail');
  const [sort, setSort] = useState<'used' | 'name'>('used');
  const [secret, setSecret] = useState<string | null>(null);
  const [copied, setCopied] = useState<{ until: number; length: number } | null>(null);
  const now = useNow();
  const copy = (): void => {
    const until = Math.floor(Date.now() / 1000) + 30;
    setCopied({ until, length: 30 });
    showToast({
      text: 'Password copied, clears in 30 s',
      countdown: (left) => `Password copied, clears in ${left}`,
      until,
      length: 30,
      action: { label: 'Clear now', onAct: () => setCopied(null) },
    });
  };
  return (
    <Window rail={<GalleryRail current="hb" />}>
      <View
        bar={
          <Bar
            title="Harbour Bakery"
            sub="9 accounts"
            find={{ label: 'Find or do anything', onOpen: nothing }}
            controls={windowControls}
          />
        }
      >
        <Split
          open={open}
          onBack={() => setOpen('list')}
          listLabel="Accounts"
          detailLabel="Instagram @harbourbakery"
          list={
            <>
              <PaneHead>
                <Select
                  look="quiet"
                  label="Sort"
                  value={sort}
                  onChange={setSort}
                  options={[
                    { value: 'used', label: 'Last used' },
                    { value: 'name', label: 'Name' },
                  ]}
                />
                <span className="grow" />
                <IconButton icon="filter" size="small" label="Filter" />
                <IconButton icon="plus" size="small" label="New account" keys="Mod+N" />
              </PaneHead>
              <ListBox
                label="Accounts"
                items={accounts}
                keyOf={(one) => one.id}
                textOf={(one) => one.name}
                selected={selected}
                onSelect={setSelected}
                onOpen={() => setOpen('detail')}
              >
                {(one) => <ListRow mark={<Mark platform={one.id} />} title={one.name} two={one.two} end={<End account={one} />} />}
              </ListBox>
              <div className="pane-foot">
                <Ring size={14} value={0.6} /> lent <Icon name="exposed" size="small" tone="exposed" /> exposed
              </div>
            </>
          }
        >
          <DetailHead
            mark={<Mark platform="instagram" size="big" />}
            title="Instagram"
            sub="@harbourbakery · personal account · yours to lend"
          >
            <Menu
              trigger={<IconButton icon="dots" label="More" />}
              entries={[
                { label: 'Duplicate', icon: 'copy', onAct: nothing },
                { label: 'Archive', icon: 'archive', why: 'lent now', onAct: nothing },
                'line',
                { label: 'Delete', icon: 'trash', keys: 'Delete', danger: true, onAct: nothing },
              ]}
            />
            <Button>Edit</Button>
            <Button variant="primary" icon="handOff">
              Hand off
            </Button>
          </DetailHead>
          <Card>
            <Code
              code="482913"
              next="107556"
              until={now - (now % 30) + 30}
              note="authenticator app, changed 3 Nov"
              action={
                <Button icon="copy" keys="Mod+T">
                  Copy
                </Button>
              }
            />
          </Card>
          <div className="cols">
            <div>
              <h2 className="cap">Sign-in</h2>
              <Fields slim>
                <Field name="Username" onCopy={nothing}>
                  @harbourbakery
                </Field>
                <SecretField
                  name="Password"
                  value={secret}
                  onReveal={() => setSecret('Tr7&mel04-Quay')}
                  onConceal={() => setSecret(null)}
                  revealKeys="Mod+R"
                  onCopy={copy}
                  copied={copied}
                />
                <Field name="Recovery mail" onCopy={nothing} unsaved="not saved yet">
                  till@hbakery.shop
                </Field>
                <Field name="Sign-in page" acts={<IconButton icon="external" size="small" label="Open" />}>
                  instagram.com
                </Field>
              </Fields>
            </div>
            <div>
              <Card caption="Who has access" pad>
                <div className="row">
                  <Face name="Tomás Reyes" />
                  <b className="grow cut">Tomás Reyes</b>
                  <Tag>back Fri 4 Dec</Tag>
                </div>
              </Card>
              <Card caption="Exposure" pad>
                <div className="stack g-promises">
                  <Edge kind="sealed" label="Authenticator seed">
                    Never left this vault. Tomás’ codes stop on 4 Dec at 18:00.
                  </Edge>
                  <Edge kind="exposed" label="Password of 3 Nov">
                    Seen by Tomás. It stays exposed after 4 Dec until you change it.
                  </Edge>
                </div>
              </Card>
            </div>
          </div>
        </Split>
      </View>
    </Window>
  );
}
