import { spawn, spawnSync } from 'node:child_process';

/** Whether a virtual display and a second program at its clipboard can be had here. */
export const HAS_XVFB = ['Xvfb', 'xclip'].every((name) => spawnSync('which', [name]).status === 0);

/** Starts a virtual display; gives its name and how to end it. */
export async function startXvfb(): Promise<{ readonly display: string; end(): void }> {
  const child = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const number = await new Promise<string>((done, fail) => {
    child.stdout.once('data', (data: Buffer) => done(data.toString().trim()));
    child.once('exit', () => fail(new Error('Xvfb did not start')));
  });
  return { display: `:${number}`, end: () => void child.kill() };
}
