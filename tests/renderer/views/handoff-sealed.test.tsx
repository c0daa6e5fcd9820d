import { render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Sealed } from '../../../shared/contracts/engine/inbox.ts';
import type { Capability } from '../../../shared/contracts/shell.ts';
import { DEFAULT_SETTINGS } from '../../../shared/settings.ts';
import { memoryPorts } from '../../../shared/wire/memory-port.ts';
import { Ui } from '../../../renderer/components/ui.tsx';
import { EngineContext, engineClient } from '../../../renderer/lib/engine.ts';
import { ShellContext, shellClient } from '../../../renderer/lib/shell.ts';
import { SealedText } from '../../../renderer/views/handoff/sealed-text.tsx';
import { closePage } from '../../support/page.tsx';

afterEach(closePage);

/** Shows a sealed message on a host that lacks some capabilities. */
function show(sealed: Partial<Sealed>, missing: readonly Capability[]): void {
  const text = 'LATCHKEY1.\nAAAA\n.END';
  const whole: Sealed = { message: 'm'.repeat(22), sentence: 'From Ana, for Ben.', text, length: 40, preferFile: false, ...sealed };
  const [port] = memoryPorts();
  const engine = { state: 'ready' as const, locked: null };
  const info = { host: 'fake' as const, platform: 'linux' as const, version: '0', missing: [...missing], engine };
  render(
    <ShellContext value={{ client: shellClient(port), info, settings: DEFAULT_SETTINGS, quick: { on: false, key: null } }}>
      <EngineContext value={engineClient(port)}>
        <Ui>
          <SealedText sealed={whole} fileName="x.txt" primary />
        </Ui>
      </EngineContext>
    </ShellContext>,
  );
}

const block = (): string => screen.getByRole('region', { name: 'Sealed text' }).textContent ?? '';

describe('a sealed message', () => {
  it('shows its sentence once, above the block', () => {
    show({ text: 'From Ana, for Ben.\n\nLATCHKEY1.\nAAAA\n.END\n' }, []);
    expect(screen.getAllByText('From Ana, for Ben.')).toHaveLength(1);
    expect(block()).toBe('LATCHKEY1.\nAAAA\n.END');
  });

  it('offers no file where the host cannot save one, and says what carries a long text instead', () => {
    show({ preferFile: true }, ['save_dialog']);
    expect(screen.queryByRole('button', { name: 'Save as a file' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Copy the text' }).className).toContain('primary');
    expect(screen.getByText('Chats cut long texts short: mail carries it whole.')).toBeTruthy();
  });

  it('puts the file first for a long text', () => {
    show({ preferFile: true }, []);
    expect(screen.getByRole('button', { name: 'Save as a file' }).className).toContain('primary');
    expect(screen.getByRole('button', { name: 'Copy the text' }).className).not.toContain('primary');
  });

  it('shows beginning and end of a very long block, and how much is between', () => {
    show({ text: ['LATCHKEY1.', ...Array.from({ length: 400 }, (_, at) => `line ${at}`), '.END'].join('\n') }, []);
    expect(block()).toMatch(/^LATCHKEY1\.\nline 0\n/);
    expect(block()).toMatch(/… 387 more lines …\nline 398\nline 399\n\.END$/);
  });

  it('says so when a block is too long to come to the page at all', () => {
    show({ text: null }, []);
    expect(block()).toBe('Too long to show here. Copying or saving gives all of it.');
  });
});
