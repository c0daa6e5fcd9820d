import type { ReactNode } from 'react';
import { commonText } from '../../../shared/text/common.ts';
import { businessText } from '../../../shared/text/business.ts';
import { useVaultBanner } from '../../app/vault-banner.tsx';
import { Bar } from '../../components/bar.tsx';
import { Seg } from '../../components/seg.tsx';
import { View } from '../../components/window.tsx';
import { back, type BusinessRoute, replace } from '../../lib/route.ts';

export type BusinessFrameProps = {
  readonly route: BusinessRoute;
  /** One thing fills the window: the way back stands where the parts do otherwise. */
  readonly open?: boolean | undefined;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** The bar all three parts share, and the way from one to another. */
export function BusinessFrame({ route, open = false, actions, children }: BusinessFrameProps) {
  const banner = useVaultBanner();
  const parts = (
    <Seg
      label={businessText.parts}
      size="small"
      value={route.tab ?? 'centres'}
      onChange={(tab) => replace({ view: 'business', centre: null, ...(tab === 'centres' ? {} : { tab }) })}
      options={(['centres', 'codes', 'numbers'] as const).map((tab) => ({ value: tab, label: businessText[tab] }))}
    />
  );
  return (
    <View
      banner={banner}
      bar={
        <Bar
          title={businessText.title}
          back={open ? { label: commonText.back, onBack: back } : undefined}
          actions={
            open ? undefined : (
              <>
                {parts}
                {actions}
              </>
            )
          }
        />
      }
    >
      {children}
    </View>
  );
}
