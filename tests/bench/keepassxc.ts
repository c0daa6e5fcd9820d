import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { makeLogins } from './logins.ts';
import type { Subject } from './subject.ts';

// The group's name, as `kdbx.ts` made it, stands in the prompt.
const PROMPT = 'Bench> ';

/** A KDBX 4 file, made through kdbxweb, in an interactive session of keepassxc-cli: unlocked once, as its window would be. */
export const keepassxc: Subject = {
  async make() {
    throw new Error('reads the file kdbxweb made');
  },

  async open(file, count) {
    const session = new CliSession(file);
    await session.until('Enter password to unlock');
    const start = performance.now();
    await session.ask('bench without a secret');
    const titles = makeLogins(count).map(({ title }) => title);
    const title = (login: number): string => titles[login] ?? '';
    return {
      start,
      // A group, such as the bin, ends in a slash.
      count: async () => lines(await session.ask('ls')).filter((line) => !line.endsWith('/')).length,
      search: async (query) => lines(await session.ask(`search ${query}`)).length,
      title: async (login) => lines(await session.ask(`show -a Title "renamed ${login}"`))[0] ?? '',
      code: async (login) => lines(await session.ask(`show -t "${title(login)}"`)).at(-1) ?? '',
      async rename(login, to) {
        await session.ask(`edit -t "${to}" "${title(login)}"`);
      },
      memory: () => session.memory(),
      close: () => session.close(),
    };
  },
};

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}

/** A running keepassxc-cli that takes one command at a time. */
class CliSession {
  readonly #child: ChildProcessWithoutNullStreams;
  #text = '';
  #wanted: { readonly end: string; readonly done: (text: string) => void } | null = null;

  constructor(file: string) {
    this.#child = spawn('keepassxc-cli', ['open', file], {
      env: { ...process.env, QT_QPA_PLATFORM: 'offscreen', LC_ALL: 'C.UTF-8' },
    });
    this.#child.stdout.setEncoding('utf8').on('data', (text: string) => this.#take(text));
    this.#child.stderr.setEncoding('utf8').on('data', (text: string) => this.#take(text));
  }

  /** What it wrote until these words. */
  until(end: string): Promise<string> {
    return new Promise((done) => {
      this.#wanted = { end, done };
      this.#take('');
    });
  }

  /** What it answers to a line. */
  async ask(line: string): Promise<string> {
    this.#text = '';
    this.#child.stdin.write(`${line}\n`);
    const text = await this.until(PROMPT);
    // It repeats the line first.
    return text.slice(text.indexOf('\n') + 1);
  }

  /** Resident bytes now and at most so far. */
  memory(): { readonly now: number; readonly peak: number } {
    const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8');
    const of = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) * 1024;
    return { now: of('VmRSS'), peak: of('VmHWM') };
  }

  close(): Promise<void> {
    return new Promise((done) => {
      this.#child.once('exit', () => done());
      this.#child.stdin.end('quit\n');
    });
  }

  #take(text: string): void {
    this.#text += text;
    const wanted = this.#wanted;
    // Searched from the end: a list of many names comes in many pieces.
    if (wanted === null || !this.#text.slice(-200).includes(wanted.end)) return;
    this.#wanted = null;
    wanted.done(this.#text.slice(0, this.#text.lastIndexOf(wanted.end)));
  }
}
