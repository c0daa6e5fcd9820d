import { beforeEach, describe, expect, it } from 'vitest';
import type { FoundPlatform } from '../../../shared/contracts/engine/platforms.ts';
import { catalogueOf } from '../../../shared/platforms/known-platform.ts';
import { BUILT_IN } from '../../../shared/platforms/built-in.ts';
import { readPlatforms, writePlatforms } from '../../../shared/platforms/read-platforms.ts';
import type { Platform } from '../../../shared/platforms/platform.ts';
import { addAccount, codeOf, logged, newWorld, reopened, take, type World } from '../../support/session-world.ts';
import { freshShop } from '../../shared/platforms/platform-sample.ts';

const clock = { now: Date.UTC(2026, 10, 25, 7) / 1000 };
let world: World;

beforeEach(async () => {
  world = await newWorld('Maren Voss', clock);
});

const shopNamed = (id: string, change: Record<string, unknown> = {}): Platform =>
  ({ ...freshShop(), id, ...change }) as unknown as Platform;

/** Reads a file of these platforms; gives its reading and what it says of each. */
function read(...platforms: Platform[]): { readonly reading: string; readonly platforms: FoundPlatform[] } {
  const found = take(world.session.platformFile.read(writePlatforms(platforms)));
  if (!found.fits) throw new Error(JSON.stringify(found.problems));
  return found;
}

const add = async (...platforms: Platform[]): Promise<void> =>
  void take(await world.session.platformFile.add(read(...platforms).reading));
const names = (): string[] => world.session.platformFile.added().platforms.map(({ name }) => name);

/** Puts a record with this text there, as another version or a damaged merge could have left it. */
const lay = (text: string, added = clock.now) =>
  world.session.book.change((draft) => {
    draft.put('catalogue', world.session.book.newId(), { added, text });
    return {};
  });

describe('platforms a person added', () => {
  it('are read, told apart, added and kept', async () => {
    expect(world.session.platformFile.added()).toEqual({ text: null, added: null, platforms: [] });
    const found = read(shopNamed('corner_shop'), shopNamed('tiktok', { name: 'TikTok anew' }));
    expect(found.platforms).toEqual([
      { id: 'corner_shop', name: 'Corner Shop', checked: '2026-11', replaces: null },
      { id: 'tiktok', name: 'TikTok anew', checked: '2026-11', replaces: 'built_in' },
    ]);
    expect(names()).toEqual([]);
    take(await world.session.platformFile.add(found.reading));
    expect(logged(world.session).at(-1)).toBe('catalogue-saved');
    expect(world.topics).toContain('platforms');
    const { session } = await reopened(world, clock);
    const kept = session.platformFile.added();
    expect(kept.added).toBe(clock.now);
    expect(kept.platforms.map(({ id, replaces }) => [id, replaces])).toEqual([
      ['corner_shop', null],
      ['tiktok', 'built_in'],
    ]);
    expect(kept.platforms[0]).toMatchObject({
      domain: 'corner-shop.example',
      signIn: 'https://www.corner-shop.example/login',
      groups: ['commerce'],
    });
    const text = kept.text ?? '';
    expect(readPlatforms(text)).toMatchObject({ ok: true });
    const all = catalogueOf(BUILT_IN, (JSON.parse(text) as { platforms: Platform[] }).platforms);
    expect(all.get('tiktok')).toMatchObject({ addedByYou: true, own: { name: 'TikTok anew' } });
  });

  it('of several files stand together; the same id takes the place of the one before', async () => {
    await add(shopNamed('corner_shop'), shopNamed('second', { name: 'Second' }));
    const again = read(shopNamed('corner_shop', { name: 'Corner Shop, moved' }), shopNamed('third', { name: 'Third' }));
    expect(again.platforms.map(({ replaces }) => replaces)).toEqual(['added', null]);
    take(await world.session.platformFile.add(again.reading));
    expect(names()).toEqual(['Corner Shop, moved', 'Second', 'Third']);
    expect(world.session.book.all('catalogue')).toHaveLength(1);
    expect(codeOf(await world.session.platformFile.add(again.reading))).toBe('not_found');
  });

  it('are taken out one by one; the record goes with the last', async () => {
    await add(shopNamed('corner_shop'), shopNamed('tiktok', { name: 'TikTok anew' }));
    expect(world.session.platformFile.known.name('tiktok')).toBe('TikTok anew');
    take(await world.session.platformFile.remove('tiktok'));
    expect(world.session.platformFile.known.name('tiktok')).toBe('TikTok');
    expect(names()).toEqual(['Corner Shop']);
    expect(codeOf(await world.session.platformFile.remove('tiktok'))).toBe('not_found');
    take(await world.session.platformFile.remove('corner_shop'));
    expect(world.session.platformFile.added()).toEqual({ text: null, added: null, platforms: [] });
    expect(world.session.book.count('catalogue')).toBe(0);
  });

  it('stay while another one added signs in by them, and go after it', async () => {
    await add(shopNamed('corner_shop'), shopNamed('branch', { name: 'Branch', loginOf: 'corner_shop' }));
    expect(await world.session.platformFile.remove('corner_shop')).toEqual({
      refused: 'platform_needed',
      facts: { name: 'Branch' },
    });
    expect(names()).toEqual(['Corner Shop', 'Branch']);
    take(await world.session.platformFile.remove('branch'));
    take(await world.session.platformFile.remove('corner_shop'));
    expect(names()).toEqual([]);
  });

  it('may not be replaced in a way that what was added before cannot read with', async () => {
    await add(shopNamed('corner_shop'), shopNamed('branch', { name: 'Branch', loginOf: 'corner_shop' }));
    const found = take(world.session.platformFile.read(writePlatforms([shopNamed('corner_shop', { loginOf: 'etsy' })])));
    expect(found).toMatchObject({ fits: false, problems: [{ fault: 'login_of_login', platform: 'Branch' }] });
  });

  it('name what is wrong with a file, and change nothing', async () => {
    await add(shopNamed('corner_shop'));
    const before = world.session.book.logHead.n;
    const found = take(
      world.session.platformFile.read(
        writePlatforms([shopNamed('evil', { signIn: { value: 'https://evil.example/', sure: 'high' } })]),
      ),
    );
    expect(found).toEqual({
      fits: false,
      problems: [{ fault: 'foreign_host', platform: 'Corner Shop', field: 'signIn', what: 'evil.example' }],
    });
    expect(take(world.session.platformFile.read('not JSON'))).toMatchObject({ fits: false, problems: [{ fault: 'not_json' }] });
    expect(names()).toEqual(['Corner Shop']);
    expect(world.session.book.logHead.n).toBe(before);
  });

  it('are at most 200, and at most what one message to the page carries', async () => {
    const many = Array.from({ length: 150 }, (_, i) => shopNamed(`shop_${i}`));
    await add(...many);
    const more = Array.from({ length: 60 }, (_, i) => shopNamed(`more_${i}`));
    expect(world.session.platformFile.read(writePlatforms(more))).toEqual({ refused: 'too_many', facts: { max: 200 } });
    const long = Array.from({ length: 40 }, (_, i) =>
      shopNamed(`long_${i}`, { takeBack: Array.from({ length: 16 }, () => ({ value: 'é'.repeat(300), sure: 'low' })) }),
    );
    expect(codeOf(world.session.platformFile.read(writePlatforms(long)))).toBe('too_large');
  });

  it('are looked at once more when they are added, beside what was added or removed since they were read', async () => {
    const { platformFile } = world.session;
    await add(shopNamed('corner_shop'));
    const branch = read(shopNamed('branch', { name: 'Branch', loginOf: 'corner_shop' }));
    const [first, second] = [1, 2].map((n) => read(...Array.from({ length: 120 }, (_, i) => shopNamed(`shop_${n}_${i}`))));
    take(await platformFile.add(first?.reading ?? ''));
    expect(codeOf(await platformFile.add(second?.reading ?? ''))).toBe('too_many');
    take(await platformFile.remove('corner_shop'));
    expect(codeOf(await platformFile.add(branch.reading))).toBe('not_found');
    expect(platformFile.added().platforms).toHaveLength(120);
  });

  it('wait in four readings at most, the oldest of which makes room', async () => {
    const readings = Array.from({ length: 5 }, (_, n) => read(shopNamed(`shop_${n}`)).reading);
    const codes: unknown[] = [];
    for (const reading of readings) codes.push(codeOf(await world.session.platformFile.add(reading)));
    expect(codes).toEqual(['not_found', null, null, null, null]);
  });

  it('count as none where their text does not read any more, and can be added again in its place', async () => {
    for (const text of ['{"latchkey":"platforms","version":9,"platforms":[]}', 'rubbish', '[]']) {
      take(await lay(text));
      expect(names(), text).toEqual([]);
      expect(codeOf(await world.session.platformFile.remove('corner_shop'))).toBe('not_found');
    }
    await add(shopNamed('corner_shop'));
    expect(names()).toEqual(['Corner Shop']);
    expect(world.session.book.all('catalogue')).toHaveLength(1);
  });

  it('name accounts in the ledger’s table and are found by that name', async () => {
    await add(shopNamed('corner_shop'));
    const { session } = world;
    const other = (await newWorld('Tomás Reyes', clock)).session;
    const account = await addAccount(session, { platform: 'corner_shop', title: 'Till', password: 'Tr7&mel04-Quay' });
    take(await session.inbox.read(other.me.view().card));
    const contact = session.contacts.list().people[0]?.id ?? '';
    take(
      await session.handoffs.seal(
        {
          ...{ account, contact, password: true, backupCodes: false, liveCodes: false, windows: { kind: 'none' } },
          ...{ lastDay: '2026-12-01', untilMinute: 1440, zone: 'UTC', level: null, rules: [], device: null, note: null },
        },
        true,
        async () => undefined,
      ),
    );
    const wanted = { side: 'given', state: 'all', client: null, person: null, account: null, query: 'corner' } as const;
    expect(session.ledger.table(wanted, 'UTC')).toContain('Till,Corner Shop,');
    take(await session.platformFile.remove('corner_shop'));
    expect(session.ledger.table({ ...wanted, query: '' }, 'UTC')).toContain('Till,corner shop,');
  });
});
