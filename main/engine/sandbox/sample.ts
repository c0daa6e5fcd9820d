import type { AccountForm } from '../../../shared/contracts/engine/accounts.ts';
import type { WindowPlan } from '../../../shared/contracts/engine/handoff.ts';

/** Who one is in the sandbox. */
export const PEOPLE = { owner: 'Maren Voss', freelancer: 'Tomás Reyes', before: 'Ines Okafor' } as const;

/** An account of the sandbox; its password, and its seed if it has one, are drawn anew each time. */
export interface SampleAccount extends Pick<AccountForm, 'platform' | 'title' | 'username' | 'kind'> {
  readonly client: string;
  readonly hasSeed: boolean;
}

const account = (client: string, platform: string, title: string, username: string, hasSeed: boolean): SampleAccount => ({
  ...{ client, platform, title, username, hasSeed },
  kind: platform === 'shopify' ? 'business' : 'personal',
});

/** What the owner has; the first is there to be handed off. */
export const OWNERS = [
  account('Harbour Bakery', 'tiktok', 'Harbour TikTok', '@harbourbakery', true),
  account('Harbour Bakery', 'instagram', 'Harbour Instagram', '@harbour.bakery', true),
  account('Harbour Bakery', 'shopify', 'Harbour shop', 'maren@harbour.example', false),
  account('Voss Ceramics', 'pinterest', 'Ceramics boards', '@vossceramics', false),
  account('Voss Ceramics', 'google_account', 'Studio mail', 'studio@voss.example', true),
] as const;

/** What the freelancer has of others. */
export const FREELANCERS = [
  account('Kite Café', 'instagram', 'Kite Instagram', '@kite.cafe', true),
  account('Kite Café', 'tiktok', 'Kite TikTok', '@kitecafe', false),
  account('Own things', 'canva', 'Canva', 'tomas@reyes.example', false),
] as const;

/** Codes on workday mornings. */
export const MORNINGS: WindowPlan = {
  kind: 'week',
  lanes: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: 9 * 60, until: 11 * 60 })),
};
