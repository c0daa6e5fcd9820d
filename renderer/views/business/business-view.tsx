import './business.css';
import type { BusinessRoute } from '../../lib/route.ts';
import { AdCodes } from './ad-codes.tsx';
import { Centres } from './centres.tsx';
import { Numbers } from './numbers.tsx';

/** Business access: who is in which centre, which ad codes run, and the numbers platforms ask for. */
export function BusinessView({ route }: { readonly route: BusinessRoute }) {
  if (route.tab === 'codes') return <AdCodes route={route} />;
  if (route.tab === 'numbers') return <Numbers route={route} />;
  return <Centres route={route} />;
}
