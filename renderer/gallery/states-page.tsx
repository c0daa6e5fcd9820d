import { type ReactNode, useState } from 'react';
import { Banner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { Check } from '../components/check.tsx';
import { Chip } from '../components/chip.tsx';
import { Field, Fields } from '../components/field.tsx';
import { Icon } from '../components/icon.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { Kbd } from '../components/kbd.tsx';
import { KeyMark } from '../components/key-mark.tsx';
import { ListRow } from '../components/list-row.tsx';
import { Mark } from '../components/mark.tsx';
import { Edge } from '../components/promise-mark.tsx';
import { Ring } from '../components/ring.tsx';
import { SecretText, concealed } from '../components/secret-text.tsx';
import { Seg } from '../components/seg.tsx';
import { Tag } from '../components/tag.tsx';
import { TextInput } from '../components/text-input.tsx';
import { Toast } from '../components/toast.tsx';

const nothing = (): void => undefined;

function Cell({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="cell">
      <div>{children}</div>
      <span className="tiny faint">{name}</span>
    </div>
  );
}

/** The states of the small parts, in the order of the design's own sheet. */
export function StatesPage() {
  const [soon] = useState(() => Math.floor(Date.now() / 1000) + 22);
  return (
    <main className="sheet scroll">
      <div className="row top">
        <KeyMark size={30} />
        <h1>Components and states</h1>
      </div>
      <h2 className="cap">Buttons</h2>
      <div className="cells">
        <Cell name="primary">
          <Button variant="primary">Hand off</Button>
        </Cell>
        <Cell name="busy">
          <Button variant="primary" busy="Sealing">
            Hand off
          </Button>
        </Cell>
        <Cell name="disabled">
          <Button variant="primary" why="The vault is read-only">
            Hand off
          </Button>
        </Cell>
        <Cell name="default">
          <Button>Edit</Button>
        </Cell>
        <Cell name="danger">
          <Button variant="danger">Sign out</Button>
        </Cell>
        <Cell name="danger primary">
          <Button variant="danger primary">Delete</Button>
        </Cell>
        <Cell name="quiet">
          <Button variant="quiet">Narrow</Button>
        </Cell>
        <Cell name="with keys">
          <Button icon="copy" keys="Mod+T">
            Copy
          </Button>
        </Cell>
        <Cell name="large">
          <Button variant="primary" size="large" icon="sealed" keys="Mod+Enter">
            Seal for Tomás
          </Button>
        </Cell>
        <Cell name="icon">
          <IconButton icon="dots" label="More" />
        </Cell>
      </div>
      <h2 className="cap">List row</h2>
      <div className="specimen-rows" role="listbox" aria-label="Specimens">
        <div className="item" role="option" aria-selected={false} tabIndex={-1}>
          <ListRow mark={<Mark platform="instagram" />} title="Default" two="@harbourbakery" end={<Ring value={0.7} />} />
        </div>
        <div className="item is-hover" role="option" aria-selected={false} tabIndex={-1}>
          <ListRow mark={<Mark platform="tiktok" />} title="Hover" two="@harbourbakery" end={<Ring value={0.2} />} />
        </div>
        <div className="item" role="option" aria-selected="true" tabIndex={-1}>
          <ListRow
            mark={<Mark platform="etsy" />}
            title="Selected"
            two="HarbourBakeryGifts"
            end={<Icon name="exposed" tone="exposed" />}
          />
        </div>
        <div className="item is-focus" role="option" aria-selected={false} tabIndex={-1}>
          <ListRow mark={<Mark platform="shopify" />} title="Focus" two="owner@hbakery.shop" />
        </div>
      </div>
      <div className="cols3">
        <div>
          <h2 className="cap">Field</h2>
          <div className="stack">
            <TextInput label="Mail" labelHidden value="till@hbakery.shop" onChange={nothing} />
            <TextInput label="Mail" labelHidden placeholder="name@example.org" value="" onChange={nothing} />
            <TextInput label="Mail" labelHidden value="till@hbakery" error="This has no ending, such as .shop" onChange={nothing} />
          </div>
        </div>
        <div>
          <h2 className="cap">Secret field</h2>
          <Fields>
            <Field name="Concealed" acts={<IconButton icon="eye" size="small" label="Show" />}>
              <span className="dots">{concealed}</span>
            </Field>
            <Field name="Shown" acts={<Ring size={16} tone="courtesy" value={0.6} />}>
              <SecretText value="Tr7&mel04-Quay" />
            </Field>
            <Field name="Copied" copied={{ until: soon, length: 30 }} />
          </Fields>
        </div>
        <div>
          <h2 className="cap">Promise</h2>
          <div className="g-edges">
            <Edge kind="sealed" label="Kept by cryptography">
              {null}
            </Edge>
            <Edge kind="courtesy" label="Kept by the app">
              {null}
            </Edge>
            <Edge kind="platform" label="Kept by the platform">
              {null}
            </Edge>
            <Edge kind="exposed" label="Exposed until you change it">
              {null}
            </Edge>
          </div>
        </div>
      </div>
      <div className="cols3">
        <div>
          <h2 className="cap">Rings: brass empties</h2>
          <div className="row">
            <Ring size={56} value={0.9}>
              <b>27</b>
            </Ring>
            <Ring size={56} value={0.5}>
              <b>15</b>
            </Ring>
            <Ring size={56} value={0.14} tone="exposed">
              <b className="c-exposed">4</b>
            </Ring>
            <Ring size={56} value={0}>
              <Icon name="clock" tone="faint" />
            </Ring>
          </div>
        </div>
        <div>
          <h2 className="cap">Rings: verdigris closes</h2>
          <div className="row">
            <Ring kind="done" size={56} value={1 / 6}>
              <b>1/6</b>
            </Ring>
            <Ring kind="done" size={56} value={4 / 6}>
              <b>4/6</b>
            </Ring>
            <Ring kind="done" size={56} value={1}>
              <Icon name="check" tone="sealed" />
            </Ring>
          </div>
        </div>
        <div>
          <h2 className="cap">Return tag</h2>
          <div className="row wrap">
            <Tag tone="calm">back Fri 4 Dec</Tag>
            <Tag>back tomorrow</Tag>
            <Tag tone="exposed">ended Fri 20 Nov</Tag>
            <Tag tone="safe">given back 14 Nov</Tag>
          </div>
        </div>
      </div>
      <div className="cols3">
        <div>
          <h2 className="cap">Toast, banner</h2>
          <Toast
            text="Code copied, clears in 30 s"
            countdown={(left) => `Code copied, clears in ${left}`}
            until={soon}
            length={30}
            action={{ label: 'Clear now', onAct: nothing }}
          />
          <div className="g-gap">
            <Banner title="This computer’s clock went back." actions={<Button size="small">Look</Button>} />
          </div>
        </div>
        <div>
          <h2 className="cap">Choices</h2>
          <div className="row wrap">
            <Check checked label="On" onChange={nothing} />
            <Check checked={false} label="Off" onChange={nothing} />
            <input className="radio" type="radio" name="g" aria-label="First" defaultChecked />
            <input className="radio" type="radio" name="g" aria-label="Second" />
            <Chip kind="on" icon="check" pressed>
              May post
            </Chip>
            <Chip kind="no" icon="x" still>
              No new apps
            </Chip>
            <Chip iconEnd="down">Client</Chip>
          </div>
          <div className="g-gap">
            <Seg
              label="Windows"
              value="week"
              onChange={nothing}
              options={[
                { value: 'short', label: '15 min' },
                { value: 'today', label: 'Today' },
                { value: 'week', label: 'Work week' },
              ]}
            />
          </div>
          <div className="row g-gap">
            <Kbd keys="Mod+K" /> <Kbd keys="ArrowUp" /> <Kbd keys="ArrowDown" /> <Kbd keys="Enter" /> <Kbd keys="Escape" />
          </div>
        </div>
        <div>
          <h2 className="cap">Dialog</h2>
          <div className="dialog is-specimen">
            <h2>Make a new recovery sheet?</h2>
            <p className="lead">The sheet of 2 Dec 2025 stops working at once. This cannot be undone.</p>
            <div className="acts">
              <Button>Keep the old one</Button>
              <Button variant="primary">Make a new sheet</Button>
            </div>
          </div>
        </div>
      </div>
    </main>
  );
}
