import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEngine, type TestEngine } from '../../support/engine-world.ts';
import { type Desk, makeDesk } from '../../support/real-app.ts';
import { blankForm } from '../../support/session-world.ts';

/** The passphrase every vault here begins with. */
export const PASSWORD = 'copper tunnel hazard biology';
/** Another one to change it to. */
export const FRESH = 'orbit lemon saddle harvest';

const DAY = 86_400;

/** A desk with a vault in its documents, and things to be done to it while no window has it open. */
export interface Place {
  readonly desk: Desk;
  /** The vault's file. */
  readonly file: string;
  /** The words of its first recovery sheet. */
  readonly sheet: readonly string[];
  /** What another program does: the real engine on this desk's vault, in this process, so many days from now. `profile` is another computer's. */
  elsewhere<T>(work: (engine: TestEngine) => Promise<T>, of?: { days?: number; password?: string; profile?: string }): Promise<T>;
  /** Keeps the file as it is now; gives how to put it back. */
  setAside(): Promise<() => Promise<void>>;
  /** Lets this computer forget what it last saw, as a fresh one does. */
  forgetAnchors(): Promise<void>;
}

/** The vault's file at a desk. */
export const fileOf = (desk: Desk): string => path.join(desk.documents, 'studio-voss.latchkey');

/** The password an account of a title has. */
export const passwordOf = (title: string): string => `password of ${title}`;

/** Saves an account as the page would. */
export async function saveAccount(engine: TestEngine, title: string): Promise<string> {
  return (await engine.ask('accounts.save', { ...blankForm, title, username: '@harbourbakery', password: passwordOf(title) })).id;
}

/** A desk with a vault `Studio Voss` in it, with accounts of these titles, made so many days ago. */
export async function makePlace(titles: readonly string[], { daysAgo = 0 } = {}): Promise<Place> {
  const desk = await makeDesk();
  for (const folder of [desk.documents, desk.profile]) await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = fileOf(desk);
  const clock = { now: Math.floor(Date.now() / 1000) - daysAgo * DAY };
  const maker = await startEngine(clock, desk.documents, { profile: desk.profile });
  const { words } = await maker.ask('vault.create', { name: 'Studio Voss', password: PASSWORD, cost: 'low' });
  for (const title of titles) await saveAccount(maker, title);
  await maker.keeper.close();
  return {
    desk,
    file,
    sheet: words,
    async elsewhere(work, { days = 0, password = PASSWORD, profile = desk.profile } = {}) {
      const engine = await startEngine({ now: Math.floor(Date.now() / 1000) + days * DAY }, desk.documents, { profile });
      engine.tokens.set('V'.repeat(22), file);
      const { vault } = await engine.ask('vaults.add', { token: 'V'.repeat(22) });
      await engine.ask('vault.open', { vault, password });
      try {
        return await work(engine);
      } finally {
        await engine.keeper.close();
      }
    },
    async setAside() {
      const kept = path.join(desk.folder, `aside-${Date.now()}`);
      await copyFile(file, kept);
      return () => copyFile(kept, file);
    },
    forgetAnchors: () => rm(path.join(desk.profile, 'anchors'), { recursive: true, force: true }),
  };
}

/** Changes bytes in the middle of a file, as a bad sector does; `at` is a part of its length. */
export async function damage(file: string, at: number): Promise<void> {
  const bytes = await readFile(file);
  const from = Math.floor(bytes.length * at);
  bytes.fill(0x55, from, from + 48);
  await writeFile(file, bytes);
}

/** A stand-in for the desktop's save dialog: it chooses what `choose` was told last, and cancels when that is null. */
export interface SaveDialogStandIn {
  choose(file: string | null): Promise<void>;
  /** What the app suggested last. */
  suggested(): Promise<string>;
  restore(): void;
}

/** Puts one in front of the programs that are found by name, until `restore`. */
export async function standInSaveDialog(folder: string): Promise<SaveDialogStandIn> {
  const programs = path.join(folder, 'programs');
  const [answer, asked] = [path.join(programs, 'answer'), path.join(programs, 'asked')];
  await mkdir(programs, { recursive: true });
  await writeFile(
    path.join(programs, 'zenity'),
    `#!/bin/sh\nanswer=$(cat '${answer}')\nprintf '%s\\n' "$@" > '${asked}'\n[ -n "$answer" ] && printf '%s\\n' "$answer"\n`,
  );
  await chmod(path.join(programs, 'zenity'), 0o755);
  const before = process.env['PATH'];
  process.env['PATH'] = `${programs}:${before}`;
  return {
    choose: (file) => writeFile(answer, file === null ? '' : `${file}\n`),
    async suggested() {
      for (let tries = 0; tries < 200 && !existsSync(asked); tries++) await sleep(50);
      const line = (await readFile(asked, 'utf8')).split('\n').find((one) => one.startsWith('--filename='));
      return path.basename(line?.slice('--filename='.length) ?? '');
    },
    restore() {
      process.env['PATH'] = before;
    },
  };
}
