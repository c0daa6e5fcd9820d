import { beforeEach, describe, expect, it } from 'vitest';
import { contact as contactView } from '../../../shared/contracts/engine/people.ts';
import type { Session } from '../../../main/engine/session.ts';
import { cardText, makeCard } from '../../../main/core/people/card.ts';
import { identityOf, newIdentitySeed } from '../../../main/core/people/identity.ts';
import { randomBytes } from '../../../main/core/crypto/sodium.ts';
import { addAccount, befriend, codeOf, draftFor, lend, logged, newWorld, take } from '../../support/session-world.ts';

const clock = { now: Date.UTC(2026, 10, 25, 7) / 1000 };
let owner: Session;
let freelancer: Session;
let ids = { a: '', b: '' };

beforeEach(async () => {
  owner = (await newWorld('Maren Voss', clock)).session;
  freelancer = (await newWorld('Tomás Reyes', clock)).session;
  ids = await befriend(owner, freelancer, false);
});

const words = () => freelancer.me.view().words;
const verify = (typed: string, pasted = false) => owner.contacts.verify({ id: ids.a, words: typed, pasted });
const stranger = (name: string) => cardText(makeCard(identityOf(newIdentitySeed(randomBytes)), name));

describe('a contact', () => {
  it('is verified by its own words as they were typed, four letters each being enough', async () => {
    expect(codeOf(await verify(words().join(' '), true))).toBe('words_pasted');
    take(
      await verify(
        words()
          .map((word) => word.slice(0, 4))
          .join(' ')
          .toUpperCase(),
      ),
    );
    expect(take(owner.contacts.get(ids.a))).toMatchObject({ state: 'verified', verifiedAt: clock.now });
    expect(logged(owner).at(-1)).toBe('contact-verified');
  });

  it('stays unverified when words differ, and the log keeps that they did', async () => {
    expect(codeOf(await verify(owner.me.view().words.join(' ')))).toBe('words_differ');
    expect(take(owner.contacts.get(ids.a)).state).toBe('unverified');
    expect(logged(owner).at(-1)).toBe('words-differed');
    expect(owner.log.list({ offset: 0, limit: 1 }).rows[0]?.who?.name).toBe('Tomás Reyes');
  });

  it('says where typed words went wrong, by number', async () => {
    expect(await verify(words().slice(1).join(' '))).toEqual({ refused: 'word_count', facts: { count: 7, expected: 8 } });
    const odd = words().map((word, i) => (i === 4 ? 'zzzzz' : word));
    expect(await verify(odd.join(' '))).toEqual({ refused: 'unknown_word', facts: { at: 5 } });
    expect(logged(owner)).not.toContain('words-differed');
  });

  it('is another one for another key, with a word about the verified one it resembles', async () => {
    take(await verify(words().join(' ')));
    const { contact } = take(await owner.inbox.read(stranger('Tоmas Reyes')));
    const view = contactView.parse(take(owner.contacts.get(contact ?? '')));
    expect(view).toMatchObject({ state: 'unverified', resembles: { id: ids.a, name: 'Tomás Reyes' } });
    expect(take(owner.contacts.get(ids.a)).resembles).toBeNull();
  });

  it('is known by its key, whatever was pasted around the card', async () => {
    const again = await owner.inbox.read(`look:\n> ${freelancer.me.view().card}\nbye`);
    expect(again).toEqual({ refused: 'already_known', facts: { name: 'Tomás Reyes' } });
    expect(codeOf(await owner.inbox.read(owner.me.view().card))).toBe('own_card');
  });

  it('cannot be forgotten while a grant or an account names it', async () => {
    take(await verify(words().join(' ')));
    const account = await addAccount(owner, { password: 'a password', owner: ids.a });
    expect(codeOf(await owner.contacts.remove(ids.a))).toBe('contact_in_use');
    const other = (await owner.inbox.read(stranger('Nora'))) as { contact: string };
    const { id: device } = take(await owner.devices.save(deviceOf(account, other.contact)));
    take(await owner.contacts.remove(other.contact));
    expect(owner.devices.of(account)[0]).toMatchObject({ id: device, whose: 'unknown', person: null });
    expect(owner.inbox.list({ offset: 0, limit: 10 }).rows.map(({ from }) => from.name)).toEqual(['Tomás Reyes']);
    await lend(owner, draftFor(account, ids.a, '2026-11-30'));
    expect(codeOf(await owner.contacts.remove(ids.a))).toBe('contact_in_use');
  });

  it('counts what we lent them and is not closed, and no loan of theirs', async () => {
    take(await verify(words().join(' ')));
    const account = await addAccount(owner, { password: 'a password' });
    const { text } = await lend(owner, draftFor(account, ids.a, '2026-11-30'));
    take(await freelancer.inbox.accept(take(await freelancer.inbox.read(text)).id));
    expect(take(owner.contacts.get(ids.a))).toMatchObject({ grants: 1, centres: 0 });
    expect(take(freelancer.contacts.get(ids.b)).grants).toBe(0);
    expect(codeOf(await freelancer.contacts.remove(ids.b))).toBe('contact_in_use');
    const grant = owner.book.all('grant')[0];
    if (grant === undefined) throw new Error('no grant');
    const closed = { ...grant.data, ended: clock.now, closed: clock.now };
    take(await owner.book.change((draft) => draft.put('grant', grant.id, closed) ?? {}));
    expect(owner.contacts.list().people[0]?.grants).toBe(0);
  });

  it('says at how many business centres they are, each counted once', async () => {
    const [first, second] = [owner.book.newId(), owner.book.newId()];
    const member = {
      as: 'person',
      contact: ids.a,
      name: 'Tomás',
      level: 'Employee',
      lowest: true,
      made: clock.now,
    } as const;
    take(
      await owner.book.change((draft) => {
        for (const [centre, state] of [
          [first, 'active'],
          [first, 'asked'],
          [second, 'removed'],
        ] as const)
          draft.put('member', owner.book.newId(), { ...member, assets: [], centre, state });
        return {};
      }),
    );
    expect(contactView.parse(take(owner.contacts.get(ids.a))).centres).toBe(1);
    expect(owner.contacts.list().people[0]?.centres).toBeUndefined();
  });

  it('makes the pages that show it stale when it is verified', async () => {
    const world = await newWorld('Maren', clock);
    const { contact } = take(await world.session.inbox.read(freelancer.me.view().card));
    world.topics.length = 0;
    take(await world.session.contacts.verify({ id: contact ?? '', words: words().join(' '), pasted: false }));
    expect(new Set(world.topics)).toEqual(new Set(['people', 'accounts', 'inbox', 'grants', 'runs', 'business', 'log']));
  });
});

function deviceOf(account: string, contact: string) {
  return { account, name: 'Phone', place: null, seen: null, whose: 'contact' as const, contact, keep: null, signedOut: false };
}

describe('names on cards', () => {
  it('of the longest, of odd characters and of other scripts pass through to the page', async () => {
    for (const name of ['Ω'.repeat(32), '\u202ecod.exe', 'a'.repeat(64), '👩‍👩‍👧'.repeat(3)]) {
      const { contact } = take(await owner.inbox.read(stranger(name)));
      expect(contactView.parse(take(owner.contacts.get(contact ?? ''))).name).toBe(name);
    }
  });
});
