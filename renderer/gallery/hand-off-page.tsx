import { useState } from 'react';
import { Bar } from '../components/bar.tsx';
import { Button } from '../components/button.tsx';
import { Calendar } from '../components/calendar.tsx';
import { Caption, Card } from '../components/card.tsx';
import { Check } from '../components/check.tsx';
import { Chip } from '../components/chip.tsx';
import { Planner } from '../components/planner.tsx';
import { Edge, PromiseMark } from '../components/promise-mark.tsx';
import { Ring } from '../components/ring.tsx';
import { Seg } from '../components/seg.tsx';
import { Tag } from '../components/tag.tsx';
import { View, Window } from '../components/window.tsx';
import { addDays, dateWords, weekdayOf } from '../lib/plain-date.ts';
import type { PlanWindow } from '../lib/plan.ts';
import { GalleryRail, nothing, windowControls } from './gallery-rail.tsx';

const workWeek: PlanWindow[] = [0, 1, 2, 3, 4].map((day) => ({ day, from: 540, to: 1080 }));

/** The hand-off view with made-up data: planner, calendar, promises. */
export function HandOffPage() {
  const [windows, setWindows] = useState<PlanWindow[]>([...workWeek, { day: 5, from: 600, to: 780 }]);
  const [last, setLast] = useState('2026-12-04');
  const [preset, setPreset] = useState<'short' | 'today' | 'week'>('week');
  const litOn = (date: string) => (date >= '2026-11-24' && windows.some((window) => window.day === weekdayOf(date)) ? 'on' : null);
  return (
    <Window rail={<GalleryRail current="hb" />}>
      <View
        bar={
          <Bar
            title="Hand off"
            sub="Instagram, @harbourbakery"
            back={{ label: 'Back', onBack: nothing }}
            actions={
              <Button variant="quiet" keys="Escape">
                Cancel
              </Button>
            }
            controls={windowControls}
          />
        }
      >
        <div className="with-aside">
          <section className="scroll g-left" aria-label="Handoff">
            <div>
              <Caption end={<span className="note">its end is</span>}>What travels</Caption>
              <ul className="card g-travel">
                <li>
                  <Check checked onChange={nothing} label="Password" />
                  <span className="grow cut">
                    <b>Password</b> <span className="small soft">changed 3 Nov</span>
                  </span>
                  <PromiseMark kind="courtesy">kept by the app</PromiseMark>
                </li>
                <li>
                  <Check checked onChange={nothing} label="Codes" />
                  <span className="grow cut">
                    <b>Codes for chosen windows</b> <span className="small soft">the seed stays here</span>
                  </span>
                  <PromiseMark kind="sealed">kept by cryptography</PromiseMark>
                </li>
              </ul>
            </div>
            <div>
              <Card caption="When" className="g-when">
                <div>
                  <div className="row wrap">
                    <span className="small strong grow">Code windows each week</span>
                    <Seg
                      label="Windows"
                      size="small"
                      value={preset}
                      onChange={setPreset}
                      options={[
                        { value: 'short', label: '15 min' },
                        { value: 'today', label: 'Today' },
                        { value: 'week', label: 'Work week' },
                      ]}
                    />
                  </div>
                  <Planner label="Code windows" windows={windows} onChange={setWindows} />
                </div>
                <div className="stack">
                  <span className="small strong">Last day</span>
                  <div>
                    <Tag size="large">{dateWords(last, 'short')}, 18:00</Tag>
                  </div>
                  <Calendar
                    label="Last day"
                    today="2026-11-24"
                    last={last}
                    onLast={setLast}
                    litOn={litOn}
                    min="2026-11-24"
                    max={addDays('2026-11-24', 31)}
                  />
                </div>
              </Card>
            </div>
            <div>
              <Caption note="in words, shown with the login">Rules</Caption>
              <div className="row wrap">
                <Chip kind="on" icon="check" pressed>
                  May post
                </Chip>
                <Chip kind="on" icon="check" pressed>
                  May reply
                </Chip>
                <Chip kind="no" icon="x" pressed={false}>
                  No mail or phone change
                </Chip>
                <Chip icon="plus">Rule</Chip>
              </div>
            </div>
          </section>
          <aside className="aside" aria-label="What this promises">
            <h2>What this promises</h2>
            <div className="row g-dial">
              <Ring size={108} value={0.999}>
                <span>
                  <b>10</b>
                  <span className="under">days</span>
                </span>
              </Ring>
              <div>
                <p className="small soft">Today 24 Nov</p>
                <p className="small soft">
                  to <b className="c-ending">Fri 4 Dec, 18:00</b>
                </p>
              </div>
            </div>
            <div className="g-promises">
              <Edge strong kind="sealed" label="Kept by cryptography">
                Only Tomás can open it. No code outside the windows can ever be made from it, and none after 4 Dec.
              </Edge>
              <Edge strong kind="courtesy" label="Kept by the app">
                His Latchkey drops the password after the last day and shows your rules. A copied password does not obey.
              </Edge>
              <Edge strong kind="exposed" label="Exposed until you change it">
                The password. On 4 Dec we walk you through a new one and signing out his devices.
              </Edge>
            </div>
            <div className="g-send">
              <Button variant="primary" size="large" wide icon="sealed" keys="Mod+Enter">
                Seal for Tomás
              </Button>
              <p className="tiny faint">Then copy it into your chat, save a file, or show a QR.</p>
            </div>
          </aside>
        </div>
      </View>
    </Window>
  );
}
