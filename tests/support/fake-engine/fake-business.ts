import type { AdCodeRow, AssetRow, CentreRow, MemberRow, PersonNumber, Stays } from '../../../shared/contracts/engine/business.ts';

/** A centre in memory, counted when it is asked for. */
export interface FakeCentre {
  row: Omit<CentreRow, 'assets' | 'people' | 'partners' | 'waiting' | 'ends' | 'over'>;
  notes: string | null;
  assets: AssetRow[];
  members: MemberRow[];
}

/** Business access in memory. */
export interface FakeBusiness {
  centres: FakeCentre[];
  adCodes: AdCodeRow[];
  /** Codes that are kept, by the id of their row. */
  codes: Record<string, string>;
  numbers: Record<string, PersonNumber[]>;
  /** What a removal leaves beside the centre's own things, by member. */
  stays: Record<string, Pick<Stays, 'people' | 'adCodes'>>;
  /** Numbers and codes that went to the clipboard. */
  copied: string[];
}

/** Nothing noted yet. */
export function emptyBusiness(): FakeBusiness {
  return { centres: [], adCodes: [], codes: {}, numbers: {}, stays: {}, copied: [] };
}
