import { type ReactNode, useState } from 'react';
import { commonText } from '../../../shared/text/common.ts';
import { useVaultBanner } from '../../app/vault-banner.tsx';
import { Bar } from '../../components/bar.tsx';
import { Button } from '../../components/button.tsx';
import { View } from '../../components/window.tsx';
import { useCommand } from '../../lib/commands.ts';
import { back } from '../../lib/route.ts';
import { SealButton } from '../handoff/seal-button.tsx';
import type { Sealing } from '../handoff/use-seal.ts';
import { UncheckedDialog } from './unchecked-dialog.tsx';

export type ChangeFrameProps = {
  readonly title: string;
  readonly sub: string;
  /** The heading over what the message carries. */
  readonly carries: string;
  /** What the message carries and who keeps it. */
  readonly promises: ReactNode;
  /** First name of whom it is sealed for, and whether their words were compared: if not, it is asked about. */
  readonly name: string;
  readonly verified: boolean;
  /** Why it cannot be sealed; null when it can. */
  readonly why: string | null;
  readonly sealing: Omit<Sealing, 'run'>;
  readonly onSeal: (sendUnverified: boolean) => void;
  /** The form. */
  readonly children: ReactNode;
};

/** The place to change what someone has: the form, beside it what that would send, and the way to seal it. */
export function ChangeFrame(props: ChangeFrameProps) {
  const { title, sub, carries, promises, name, verified, why, sealing, onSeal, children } = props;
  const banner = useVaultBanner();
  const [asking, setAsking] = useState(false);
  const seal = (): void => {
    if (why !== null || sealing.busy) return;
    if (verified) onSeal(false);
    else setAsking(true);
  };
  useCommand('seal', seal);
  return (
    <View
      banner={banner}
      bar={
        <Bar
          title={title}
          sub={sub}
          back={{ label: commonText.back, onBack: back }}
          actions={
            <Button variant="quiet" keys="Escape" onClick={back}>
              {commonText.cancel}
            </Button>
          }
        />
      }
    >
      <div className="ho-two">
        <section className="scroll ho-form" aria-label={title} data-pane="form">
          {children}
        </section>
        <aside className="aside ho-aside" aria-label={carries} data-pane="promises">
          <h2>{carries}</h2>
          <div className="ho-promises grant-carries">{promises}</div>
          <SealButton name={name} why={why} sealing={sealing} onSeal={seal} />
        </aside>
      </div>
      <UncheckedDialog
        open={asking}
        name={name}
        onClose={() => setAsking(false)}
        onSeal={() => {
          setAsking(false);
          onSeal(true);
        }}
      />
    </View>
  );
}
