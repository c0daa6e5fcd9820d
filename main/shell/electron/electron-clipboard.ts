import { type Clipboard, clipboard, ClipboardItem } from 'electron';
import type { System } from '../shell.ts';
import { concealment } from './concealment.ts';

/** The system's clipboard by Electron's asynchronous one. */
export class ElectronClipboard {
  readonly #platform: System['platform'];
  /** Whether an empty answer may mean that we may not look: Wayland gives the clipboard to who has the focus. */
  readonly #blind: () => boolean;
  /** Told when the system refuses the marks of a secret, and it was copied without them. */
  readonly #onUnmarked: () => void;

  constructor(platform: System['platform'], blind: () => boolean, onUnmarked: () => void) {
    this.#platform = platform;
    this.#blind = blind;
    this.#onUnmarked = onUnmarked;
  }

  async write(text: string): Promise<void> {
    try {
      // SECURITY: text and marks in one write, or a history could see the text before its mark.
      await clipboard.write([new ClipboardItem({ 'text/plain': text, ...concealment(this.#platform) })]);
    } catch {
      await clipboard.writeText(text);
      this.#onUnmarked();
    }
  }

  async read(): Promise<string | null> {
    const text = await clipboard.readText();
    if (text !== '') return text;
    if (this.#blind()) throw new Error('the clipboard cannot be read without the focus');
    return null;
  }

  /** Clears the clipboard and, where there is a primary selection that holds the same text, that too. */
  async clear(): Promise<void> {
    const selection: Clipboard | undefined = this.#platform === 'linux' ? clipboard.selection : undefined;
    if (selection !== undefined) {
      const text = await clipboard.readText();
      if (text !== '' && (await selection.readText()) === text) selection.clear();
    }
    clipboard.clear();
  }
}
