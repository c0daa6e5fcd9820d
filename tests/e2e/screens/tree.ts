import type { CDPSession, Page } from 'playwright';

interface AxNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value: unknown } }[];
}

/** What a screen reader is told of a page: Chromium's own accessibility tree, not the attributes it is made from. */
export interface Tree {
  readonly nodes: readonly AxNode[];
  /** The names of everything of a role, in order. */
  readonly names: (role: string) => string[];
}

/** Reads the tree of a page as it stands. */
export async function treeOf(cdp: CDPSession): Promise<Tree> {
  const { nodes } = (await cdp.send('Accessibility.getFullAXTree')) as unknown as { nodes: AxNode[] };
  const told = nodes.filter(({ ignored }) => !ignored);
  return {
    nodes: told,
    names: (role) => told.filter((node) => node.role?.value === role).map((node) => node.name?.value ?? ''),
  };
}

// Of these a name is not expected: they are stops because they scroll, or hold what has a name.
const NAMELESS = new Set(['RootWebArea', 'generic', 'none', 'StaticText', 'InlineTextBox', 'option', 'cell', 'gridcell']);

/** What is wrong with what a screen reader is told: one line each, none when all is well. Of a page, or of what stands `over` it. */
export function treeFaults({ nodes, names }: Tree, over: boolean): string[] {
  const faults: string[] = [];
  if (over) {
    if (names('dialog').length !== 1 || names('dialog')[0] === '') faults.push(`dialogs: ${names('dialog').join(', ')}`);
  } else {
    if (names('main').length !== 1) faults.push(`${names('main').length} main landmarks`);
    const titles = nodes.filter((node) => node.role?.value === 'heading' && property(node, 'level') === 1);
    if (titles.length !== 1) faults.push(`${titles.length} headings of the first level`);
  }
  for (const node of nodes) {
    const role = node.role?.value ?? '';
    const name = (node.name?.value ?? '').trim();
    if (property(node, 'focusable') === true && name === '' && !NAMELESS.has(role)) faults.push(`a ${role} without a name`);
    if (role === 'image' && name === '') faults.push('a picture without a name');
  }
  for (const role of ['navigation', 'region', 'complementary']) {
    const all = names(role);
    if (all.length > 1 && new Set(all).size < all.length) faults.push(`two ${role} landmarks of one name: ${all.join(', ')}`);
  }
  return faults;
}

function property({ properties }: AxNode, name: string): unknown {
  return properties?.find((one) => one.name === name)?.value.value;
}

/** Longest walk by Tab; a page with more stops than that would be one nobody walks. */
const MOST_STOPS = 160;

/** Walks a page by Tab from its beginning: how many stops, and what is wrong with one, such as a focus that cannot be seen. */
export async function walk(page: Page): Promise<{ readonly stops: number; readonly faults: readonly string[] }> {
  const faults: string[] = [];
  await page.evaluate(() => {
    const on = document.activeElement as HTMLElement | null;
    if (on?.closest('[role=dialog]') === null) on.blur();
  });
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const on = document.activeElement;
      if (!(on instanceof HTMLElement) || on === document.body) return null;
      const again = on.dataset['walked'] === 'yes';
      on.dataset['walked'] = 'yes';
      const box = on.getBoundingClientRect();
      const marks = [on, ...on.querySelectorAll('*'), on.parentElement ?? on].map((one) => getComputedStyle(one));
      // A lone text field shows its caret.
      const caret = on instanceof HTMLInputElement && on.getAttribute('role') === 'combobox';
      const seen =
        caret ||
        marks.some((style) => (style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none');
      const inside = box.width > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
      return {
        again,
        seen,
        inside,
        what: `${on.tagName.toLowerCase()} ${on.getAttribute('aria-label') ?? on.innerText.slice(0, 30)}`,
      };
    });
    // Past the last stop the focus leaves the page, or comes round.
    if (at === null || at.again) return { stops: await done(page, stops), faults };
    if (!at.seen) faults.push(`no focus to be seen on ${at.what}`);
    if (!at.inside) faults.push(`out of sight: ${at.what}`);
  }
  return { stops: await done(page, MOST_STOPS), faults: [...faults, `more than ${MOST_STOPS} stops, or a trap`] };
}

/** Leaves the page as it was; a tooltip of the last stop goes with the focus, which stays in what stands over the page. */
async function done(page: Page, stops: number): Promise<number> {
  await page.evaluate(() => {
    document.querySelectorAll<HTMLElement>('[data-walked]').forEach((one) => delete one.dataset['walked']);
    const on = document.activeElement as HTMLElement | null;
    const last = [...(on?.closest('[role=dialog]')?.querySelectorAll<HTMLElement>('button.btn') ?? [])].at(-1);
    if (last !== undefined) last.focus();
    else if (on?.closest('[role=dialog]') === null) on.blur();
  });
  return stops;
}
