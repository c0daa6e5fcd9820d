import type { AdCodeForm, AssetForm, CentreForm, MemberForm, MemberRow, Stays } from '../../../shared/contracts/engine/business.ts';
import type { Session } from '../../../main/engine/session.ts';
import { befriend, newWorld, take } from '../../support/session-world.ts';
import type { TestClock } from '../../support/engine-world.ts';

/** A day, in seconds. */
export const DAY = 86_400;

/** An owner on 25 November 2026 with two people, of whom the first one's firm is noted. */
export interface BusinessWorld {
  readonly owner: Session;
  readonly tomas: string;
  readonly nora: string;
}

/** A centre's form with nothing in it but a name. */
export const blankCentre: CentreForm = {
  ...{ client: null, platform: 'meta_business', name: 'Harbour Bakery', number: null },
  ...{ owner: 'me' as const, contact: null, notes: null, archived: false },
};

export async function businessWorld(clock: TestClock): Promise<BusinessWorld> {
  clock.now = Date.UTC(2026, 10, 25, 7) / 1000;
  const owner = (await newWorld('Maren Voss', clock)).session;
  const know = async (name: string): Promise<string> => (await befriend(owner, (await newWorld(name, clock)).session)).a;
  const [tomas, nora] = [await know('Tomás Reyes'), await know('Nora Lindqvist')];
  await inFirm(owner, tomas, 'Fennel Media');
  return { owner, tomas, nora };
}

/** Notes the firm a person belongs to. */
export async function inFirm(owner: Session, contact: string, organisation: string | null): Promise<void> {
  take(await owner.contacts.save({ id: contact, organisation, role: null, zone: null }));
}

export async function addCentre(owner: Session, more: Partial<CentreForm> = {}): Promise<string> {
  return take(await owner.centres.save({ ...blankCentre, ...more })).id;
}

/** An asset's form: the centre's own ad account. */
export function assetOf(centre: string, more: Partial<AssetForm> = {}): AssetForm {
  return { centre, kind: 'ad_account', name: 'Ads', number: null, hold: 'owns', account: null, ...more };
}

export async function addAsset(owner: Session, centre: string, more: Partial<AssetForm> = {}): Promise<string> {
  return take(await owner.centreAssets.save(assetOf(centre, more))).id;
}

/** A member's form: somebody who is in, at the lowest level, without a last day. */
export function memberOf(centre: string, more: Partial<MemberForm> = {}): MemberForm {
  return {
    ...{ centre, as: 'person' as const, contact: null, name: 'Someone', number: null, level: 'Employee', lowest: true },
    ...{ assets: [], state: 'active' as const, until: null, note: null, ...more },
  };
}

export async function addMember(owner: Session, centre: string, more: Partial<MemberForm> = {}): Promise<string> {
  return take(await owner.centreMembers.save(memberOf(centre, more))).id;
}

/** Someone in a centre as the page is shown them. */
export function memberRow(owner: Session, centre: string, id: string): MemberRow | undefined {
  return take(owner.centres.get(centre)).members.find((one) => one.id === id);
}

/** An ad code's form: one for 30 days from now on. */
export function adCodeOf(owner: Session, account: string, more: Partial<AdCodeForm> = {}): AdCodeForm {
  return { account, contact: null, about: 'Spring reel', code: null, days: 30, from: owner.book.now(), ...more };
}

export async function addAdCode(owner: Session, account: string, more: Partial<AdCodeForm> = {}): Promise<string> {
  return take(await owner.adCodes.save(adCodeOf(owner, account, more))).id;
}

/** Names of what stays, part by part. */
export function staysOf(owner: Session, member: string) {
  const { theirs, back, people, adCodes }: Stays = take(owner.centreMembers.stays(member));
  const names = (rows: readonly { readonly name: string }[]): string[] => rows.map(({ name }) => name).toSorted();
  return { theirs: names(theirs), back: names(back), people: names(people), adCodes };
}
