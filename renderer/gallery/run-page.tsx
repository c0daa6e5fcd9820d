import { Banner } from '../components/banner.tsx';
import { Bar } from '../components/bar.tsx';
import { Button } from '../components/button.tsx';
import { DeviceAdd, DeviceCard } from '../components/device-card.tsx';
import { Kbd } from '../components/kbd.tsx';
import { Edge } from '../components/promise-mark.tsx';
import { Ring } from '../components/ring.tsx';
import { StepRow, Steps } from '../components/step-row.tsx';
import { View, Window } from '../components/window.tsx';
import { GalleryRail, nothing, windowControls } from './gallery-rail.tsx';

/** The end of access with made-up data: steps, devices, a closing ring. */
export function RunPage() {
  return (
    <Window rail={<GalleryRail current="runs" />}>
      <View
        bar={
          <Bar
            title="End of access"
            sub="Instagram, @orchard.optics"
            find={{ label: 'Find or do anything', onOpen: nothing }}
            controls={windowControls}
          />
        }
        banner={
          <Banner
            flush
            tone="exposed"
            icon="disk"
            title="The disk is full, so nothing new is being saved."
            actions={
              <>
                <Button size="small">Save a copy</Button>
                <Button size="small" variant="primary">
                  Try again
                </Button>
              </>
            }
          >
            Your vault is safe as of 10:39. One change since then is kept in memory.
          </Banner>
        }
      >
        <div className="with-aside g-run">
          <section className="scroll g-left" aria-label="Steps">
            <Steps>
              <StepRow number={1} state="done" title="Tell Dan it has ended" when="Sun 18:02 · receipt signed" stateWord="done" />
              <StepRow
                number={2}
                state="done"
                title="Set a new password"
                when="today 9:14"
                path={['Settings', 'Accounts Center', 'Password and security', 'Change password']}
              />
              <StepRow number={3} state="skipped" title="Set up the authenticator again" when="skipped: no authenticator" />
              <StepRow
                number={4}
                state="now"
                title="Sign out the devices that are not yours"
                path={['Settings', 'Accounts Center', 'Password and security', 'Where you’re logged in']}
                link={
                  <Button size="small" icon="external">
                    Open instagram.com
                  </Button>
                }
                lead="A new password may not sign devices out. Copy the list you see there, then decide for each."
              >
                <ul className="devices">
                  <DeviceCard
                    name="MacBook Pro"
                    icon="laptop"
                    lines={['Hamburg, Chrome', 'now']}
                    whose="yours"
                    state="keep"
                    done="Keep"
                  />
                  <DeviceCard
                    name="iPhone 15"
                    icon="phone"
                    lines={['Hamburg', 'today 8:50']}
                    whose="yours"
                    state="keep"
                    done="Keep"
                  />
                  <DeviceCard
                    name="Windows PC"
                    icon="laptop"
                    lines={['Leeds, Edge', 'Sun 17:40']}
                    whose="Dan’s"
                    state="out"
                    done="Signed out"
                  />
                  <DeviceCard name="Pixel 8" icon="phone" lines={['Leeds', 'Sat 22:13']} whose="Dan’s" state="hot">
                    <Button size="small" variant="danger">
                      Sign out
                    </Button>
                  </DeviceCard>
                  <DeviceCard name="Unknown" icon="globe" lines={['Porto, Firefox', '19 Nov']} whose="whose?" state="hot">
                    <Button size="small">Mine</Button>
                    <Button size="small" variant="danger">
                      Sign out
                    </Button>
                  </DeviceCard>
                  <DeviceAdd label="Device" onAdd={nothing} />
                </ul>
              </StepRow>
              <StepRow
                number={5}
                state="todo"
                title="Make new backup codes"
                path={['Two-factor authentication', 'Additional methods', 'Backup codes']}
              />
              <StepRow number={6} state="todo" title="Look at roles and connected apps" />
            </Steps>
          </section>
          <aside className="aside" aria-label="Progress">
            <div className="g-progress">
              <Ring kind="done" size={120} value={0.5}>
                <span>
                  <b>3 of 6</b>
                  <span className="under">4 min left</span>
                </span>
              </Ring>
            </div>
            <div className="g-promises">
              <Edge strong kind="sealed" label="Codes ended">
                On 22 Nov at 18:00, by themselves.
              </Edge>
              <Edge strong kind="platform" kept label="Password changed">
                The one Dan saw opens nothing since 9:14.
              </Edge>
              <Edge strong kind="exposed" label="2 devices may still be in">
                A signed-in device needs no password.
              </Edge>
            </div>
            <div className="g-send">
              <p className="small faint">
                <Kbd keys="Space" /> tick <Kbd keys="S" /> skip <Kbd keys="O" /> open
              </p>
              <Button size="large" wide why="Possible when every step is done or skipped with a reason.">
                Close this grant
              </Button>
            </div>
          </aside>
        </div>
      </View>
    </Window>
  );
}
