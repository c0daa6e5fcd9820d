import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { emptyCoreDumps } from '../../main/shell/core-dumps.ts';

const isLinux = process.platform === 'linux';
const hasPrlimit = isLinux && spawnSync('prlimit', ['--version']).status === 0;

it.skipIf(!hasPrlimit)('lets neither this process nor one it starts write a core file, nor memory into a dump', () => {
  emptyCoreDumps();
  const told = spawnSync('sh', ['-c', 'ulimit -S -c; ulimit -H -c; cat /proc/self/coredump_filter'], { encoding: 'utf8' });
  expect(told.stdout.trim().split('\n')).toEqual(['0', '0', '00000000']);
});
