import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { whenReady } from './readiness.ts';

type Template = readonly Electron.MenuItemConstructorOptions[];

/** Page "Menu": one built from a template. */
export class FakeMenu {
  readonly template: Template;

  private constructor(template: Template) {
    this.template = template;
  }

  static buildFromTemplate(template: Electron.MenuItemConstructorOptions[]): FakeMenu {
    for (const { role, type, label } of template) {
      // Page "MenuItem": a normal item needs a label or a role.
      if (role === undefined && type !== 'separator' && (label ?? '') === '') throw new TypeError('Invalid template for MenuItem');
    }
    return new FakeMenu(template);
  }

  /** The labels, roles and lines from top to bottom. */
  get rows(): readonly string[] {
    return this.template.map(({ role, type, label }) => role ?? (type === 'separator' ? '—' : (label ?? '')));
  }

  /** Chooses an item by its label, as a person does: a disabled one cannot be. */
  choose(label: string, below?: string): void {
    const items = below === undefined ? this.template : this.template.find((each) => each.label === below)?.submenu;
    const item = (Array.isArray(items) ? (items as Template) : []).find((each) => each.label === label);
    if (item === undefined || item.enabled === false) throw new Error(`no item "${label}" to choose`);
    item.click?.({} as Electron.MenuItem, undefined, {});
  }
}

/** Page "NativeImage". */
export class FakeImage implements Pick<Electron.NativeImage, 'isEmpty' | 'isTemplateImage' | 'setTemplateImage'> {
  readonly file: string;
  #template: boolean;

  private constructor(file: string) {
    this.file = file;
    // Page "nativeImage", Template Image: a file name that ends with Template marks one.
    this.#template = /Template(@\dx)?\.png$/.test(file);
  }

  // "Returns an empty image if the path does not exist".
  static createFromPath(file: string): FakeImage {
    return new FakeImage(file);
  }

  isEmpty(): boolean {
    return !existsSync(this.file);
  }

  isTemplateImage(): boolean {
    return this.#template;
  }

  setTemplateImage(option: boolean): void {
    this.#template = option;
  }
}

/** Page "Tray". */
export class FakeTray extends EventEmitter implements Pick<Electron.Tray, 'setToolTip' | 'destroy' | 'isDestroyed'> {
  static readonly all: FakeTray[] = [];
  image: FakeImage;
  menu: FakeMenu | null = null;
  tip = '';
  #destroyed = false;

  constructor(image: FakeImage) {
    super();
    whenReady.must('Tray');
    this.image = image;
    FakeTray.all.push(this);
  }

  /** The icon that is to be seen; undefined for none. */
  static get shown(): FakeTray | undefined {
    return FakeTray.all.find((tray) => !tray.#destroyed);
  }

  /** The name of the picture it shows; throws for one that is not there. */
  get picture(): string {
    if (this.image.isEmpty()) throw new Error(`no picture ${this.image.file}`);
    return path.basename(this.image.file);
  }

  setImage(image: FakeImage): void {
    this.#alive();
    this.image = image;
  }

  setContextMenu(menu: FakeMenu | null): void {
    this.#alive();
    this.menu = menu;
  }

  setToolTip(toolTip: string): void {
    this.#alive();
    this.tip = toolTip;
  }

  destroy(): void {
    this.#destroyed = true;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  #alive(): void {
    if (this.#destroyed) throw new Error('Tray is destroyed');
  }
}

const keys = new Map<string, () => void>();

/** Page "globalShortcut". */
export const globalShortcut = {
  // "When the accelerator is already taken by other applications, this call will silently fail."
  register(accelerator: string, callback: () => void): boolean {
    whenReady.must('globalShortcut');
    if (takenKeys.has(accelerator)) return false;
    keys.set(accelerator, callback);
    return true;
  },
  unregister(accelerator: string): void {
    whenReady.must('globalShortcut');
    keys.delete(accelerator);
  },
} satisfies Pick<Electron.GlobalShortcut, 'register' | 'unregister'>;

/** Keys other programs have. */
export const takenKeys = new Set<string>();

/** A person presses a key in another program; gives whether it was ours. */
export function pressAnywhere(accelerator: string): boolean {
  const callback = keys.get(accelerator);
  callback?.();
  return callback !== undefined;
}

/** What the screens are, and where the pointer is. */
export const desktop = {
  areas: [{ x: 0, y: 25, width: 1920, height: 1055 }] as Electron.Rectangle[],
  pointer: { x: 10, y: 10 } as Electron.Point,
};

/** Page "screen": cannot be used before the app is ready. */
export const screen = {
  getAllDisplays: (): Electron.Display[] => {
    whenReady.must('screen');
    return desktop.areas.map((workArea) => ({ workArea }) as Electron.Display);
  },
  getCursorScreenPoint: (): Electron.Point => desktop.pointer,
  getDisplayNearestPoint: ({ x, y }: Electron.Point): Electron.Display => {
    const away = (from: number, length: number, at: number): number => Math.max(from - at, at - from - length, 0);
    const far = (area: Electron.Rectangle): number => away(area.x, area.width, x) + away(area.y, area.height, y);
    const [nearest] = desktop.areas.toSorted((a, b) => far(a) - far(b));
    if (nearest === undefined) throw new Error('no display');
    return { workArea: nearest } as Electron.Display;
  },
} satisfies Pick<Electron.Screen, 'getAllDisplays' | 'getCursorScreenPoint' | 'getDisplayNearestPoint'>;
