import { useState } from 'react';
import { Banner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { Check } from '../components/check.tsx';
import { ClientTag } from '../components/client-tag.tsx';
import { Code, CodeWhy } from '../components/code.tsx';
import { Dialog } from '../components/dialog.tsx';
import { EmptyState, Way } from '../components/empty-state.tsx';
import { Icon, iconNames } from '../components/icon.tsx';
import { HookArt } from '../components/key-mark.tsx';
import { Meter } from '../components/meter.tsx';
import { PasswordInput } from '../components/password-input.tsx';
import { QrImage } from '../components/qr-image.tsx';
import { RadioGroup } from '../components/radio.tsx';
import { Select } from '../components/select.tsx';
import { Stepper } from '../components/stepper.tsx';
import { TextArea, TextInput } from '../components/text-input.tsx';
import { Week } from '../components/week.tsx';
import { WordsInput } from '../components/words-input.tsx';
import { useNow } from '../lib/ticker.ts';
import { nothing } from './gallery-rail.tsx';

const workdays = [0, 1, 2, 3, 4].map((day) => ({ day, from: 540, to: 1080 }));
const dots = Array.from({ length: 25 }, (_, y) => Array.from({ length: 25 }, (__, x) => (x * 7 + y * 13 + x * y) % 3 === 0));

/** The parts the other pages do not show. */
export function MorePage() {
  const [words, setWords] = useState(['cereal', '', '', '', '', '', '', '']);
  const [pass, setPass] = useState('');
  const [asks, setAsks] = useState(false);
  const [role, setRole] = useState<'owner' | 'freelancer'>('freelancer');
  const now = useNow();
  return (
    <main className="sheet scroll">
      <h1>More parts</h1>
      <div className="cols3">
        <div className="stack">
          <h2 className="cap">Typing</h2>
          <TextInput label="Vault name" value="Studio Voss" onChange={nothing} hint="Saved as studio-voss.latchkey in Documents" />
          <PasswordInput
            large
            label="Passphrase"
            labelEnd={
              <Button variant="quiet" size="small" icon="dice">
                Suggest words
              </Button>
            }
            value={pass}
            onChange={setPass}
          />
          <Meter level={4} label="Strength" verdict="Strong.">
            Seven words picked at random, 77 bits.
          </Meter>
          <TextArea label="Note" value="" onChange={nothing} placeholder="What for" />
        </div>
        <div className="stack">
          <h2 className="cap">Choosing</h2>
          <Select
            label="Role"
            value={role}
            onChange={setRole}
            options={[
              { value: 'owner', label: 'Owner' },
              { value: 'freelancer', label: 'Freelancer' },
            ]}
          />
          <RadioGroup
            legend="Lock after"
            value="10"
            onChange={nothing}
            options={[
              { value: '5', label: '5 minutes' },
              { value: '10', label: '10 minutes', hint: 'Also when the screen locks' },
            ]}
          />
          <Check checked onChange={nothing} hint="Only a nameless count stays.">
            Show reminders while locked
          </Check>
          <div className="row wrap">
            {[1, 2, 3, 4, 5, 6, 7, 8].map((colour) => (
              <ClientTag key={colour} name={`Client ${colour}`} colour={colour} letters={`C${colour}`} />
            ))}
          </div>
          <Stepper steps={['Vault', 'Recovery sheet', 'Bring things in']} at={1} />
          <Stepper steps={['Vault', 'Recovery sheet', 'Bring things in']} at={1} dots />
          <Button onClick={() => setAsks(true)}>Ask something</Button>
        </div>
        <div>
          <h2 className="cap">Banners</h2>
          <div className="stack">
            <Banner title="This folder does not allow saving." actions={<Button size="small">Move</Button>}>
              You can read and copy.
            </Banner>
            <Banner tone="exposed" icon="x" title="This message could not be opened.">
              Nothing was changed.
            </Banner>
            <Banner tone="sealed" title="Saved again at 10:44.">
              The change you made is on disk.
            </Banner>
          </div>
        </div>
      </div>
      <div className="cols3">
        <Card caption="Code in its last seconds">
          <Code code="730264" next="918220" until={now + 4} />
        </Card>
        <Card caption="Window open">
          <Code code="730264" until={now + 12} note={<b className="c-sealed">Window open</b>} />
          <Week windows={workdays} now={{ day: 1, minutes: 642 }} label="Monday to Friday 9 to 18" />
        </Card>
        <Card caption="Outside a window">
          <Code
            code={null}
            note={<b className="c-ending">Outside the window.</b>}
            action={<Button icon="send">Send me a code</Button>}
          />
          <CodeWhy>There is no code here to show: the seed never left her vault.</CodeWhy>
        </Card>
      </div>
      <h2 className="cap">Words typed</h2>
      <WordsInput
        label="Eight words"
        words={words}
        onChange={setWords}
        nameOf={(at) => `word ${at + 1}`}
        markOf={(at) => (at === 0 ? 'right' : null)}
        pasteRefused="Type the words as you hear them; pasting proves nothing."
      />
      <h2 className="cap">Empty state</h2>
      <EmptyState
        art={<HookArt />}
        title="Hang up your first key"
        action={
          <Button variant="primary" size="large" keys="Mod+N">
            Add an account
          </Button>
        }
      >
        An account is one login on one platform, with its codes, its people and its dates.
      </EmptyState>
      <div className="ways">
        <Way icon="download" title="Bring a file" onClick={nothing}>
          1Password, Bitwarden, KeePass, a browser’s CSV.
        </Way>
        <Way icon="camera" title="Read codes" onClick={nothing}>
          A QR from the screen, a picture or a phone’s export.
        </Way>
        <Way icon="paste" title="Paste a message" keys="Mod+V" onClick={nothing}>
          Someone lent you a login? Paste what they sent.
        </Way>
      </div>
      <h2 className="cap">QR, icons</h2>
      <div className="cells">
        <QrImage matrix={dots} label="A made-up code" size={160} />
        <div className="grow g-icons">
          {iconNames.map((name) => (
            <span key={name} className="tiny faint">
              <Icon name={name} size="large" />
              {name}
            </span>
          ))}
        </div>
      </div>
      <Dialog
        open={asks}
        onClose={() => setAsks(false)}
        title="Make a new recovery sheet?"
        lead="The sheet of 2 Dec 2025 stops working at once. This cannot be undone."
        safe="Keep the old one"
        act={{ label: 'Make a new sheet', onAct: nothing, variant: 'primary' }}
        loses
      />
    </main>
  );
}
