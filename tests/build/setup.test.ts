import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findChromium } from '../../main/shell/chromium/flags.ts';
import { repoRoot, script, smallTree } from './small-tree.ts';

const NO_DISPLAY = { DISPLAY: '', WAYLAND_DISPLAY: '' };
const NO_BROWSER = { LATCHKEY_CHROMIUM: '/nowhere/chromium' };

/** What an expression over the exports of setup.mjs gives; the text of what it throws. */
function withSetup(expression: string, env: Readonly<Record<string, string>> = {}): unknown {
  const url = pathToFileURL(path.join(repoRoot, 'build/setup.mjs')).href;
  const source = `import * as setup from '${url}';
    let told; try { told = ${expression}; } catch (error) { told = error.message; }
    console.log(JSON.stringify(told ?? null));`;
  const done = spawnSync(process.execPath, ['--input-type=module', '-e', source], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return JSON.parse(done.stdout);
}

describe('set-up', () => {
  it('takes the versions of Node that have what the sources use, and names itself to others', () => {
    const versions = ['18.20.0', '20.18.3', '20.19.0', '20.20.2', '21.7.0', '22.11.0', '22.12.0', '23.11.0', '24.0.0', '26.1.0'];
    const verdicts = withSetup(
      `${JSON.stringify(versions)}.filter((each) => { try { setup.checkNode(each); return true; } catch { return false; } })`,
    );
    expect(verdicts).toEqual(['20.19.0', '20.20.2', '22.12.0', '24.0.0', '26.1.0']);
    expect(withSetup(`setup.checkNode('18.20.0')`)).toMatch(/^This is Node 18\.20\.0\. Latchkey needs Node 20\.19/);
  });

  it('says so when the browser named by the person is not there', () => {
    expect(withSetup('setup.findBrowser()', NO_BROWSER)).toBe('LATCHKEY_CHROMIUM names /nowhere/chromium, which does not exist.');
  });

  it('takes the browser named by the person before any other', () => {
    expect(withSetup('setup.findBrowser()', { LATCHKEY_CHROMIUM: process.execPath })).toBe(process.execPath);
  });

  it('looks for a browser where the host does, in the same order', () => {
    const places: string[] = [];
    findChromium(undefined, (place) => places.push(place) < 0);
    expect(withSetup('setup.BROWSER_PLACES')).toEqual(places);
  });

  it('finds Electron in the folder named by its own variable, without loading the package', () => {
    const folder = path.join(repoRoot, 'node_modules/electron');
    expect(withSetup('setup.findElectron()', { ELECTRON_OVERRIDE_DIST_PATH: folder })).toBeNull();
  });
});

describe.runIf(existsSync('/etc/debian_version'))('a missing Debian package', () => {
  it('is installed as root, lists first, and else named in one command', () => {
    const folder = smallTree({
      'dpkg-query': '#!/bin/sh\nexit 1\n',
      'apt-get': `#!/bin/sh\necho "$@" >> "$(dirname "$0")/calls"\n`,
      calls: '',
    });
    for (const name of ['dpkg-query', 'apt-get']) chmodSync(path.join(folder, name), 0o755);
    const told = withSetup('setup.testTools()', {
      PATH: `${folder}${path.delimiter}${process.env['PATH'] ?? ''}`,
      LATCHKEY_CHROMIUM: process.execPath,
    });
    const calls = readFileSync(path.join(folder, 'calls'), 'utf8').split('\n');
    if (process.getuid?.() === 0) {
      expect(told).toBeNull();
      expect(calls[0]).toMatch(/ update$/);
      expect(calls[1]).toMatch(/ install -y --no-install-recommends xvfb .* oathtool$/);
    } else {
      expect(told).toMatch(/sudo apt-get update && sudo apt-get install -y --no-install-recommends xvfb .* oathtool$/);
      expect(calls).toEqual(['']);
    }
  });
});

describe.runIf(process.platform === 'linux')('starting without a display', () => {
  it('ends with the one command that helps', () => {
    const ran = script('start.mjs', ['--profile', 'x'], NO_DISPLAY);
    expect(ran.err).toContain('No display. Run: xvfb-run -a npm start -- --profile x');
    expect(ran.status).toBe(1);
  });
});

describe('the closing line', () => {
  it('counts a set-up that failed', () => {
    const ran = script('test.mjs', ['tests/e2e/none'], NO_BROWSER);
    expect(ran.lines.at(-1)).toBe('0 passed, 1 failed, 0 skipped');
    expect(ran.status).toBe(1);
  });

  it('counts a run that found no test', () => {
    const ran = script('test.mjs', ['tests/core/none-of-that-name']);
    expect(ran.lines.at(-1)).toBe('0 passed, 1 failed, 0 skipped');
    expect(ran.status).toBe(1);
  });
});
