import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const repository = join(__dirname, '..', '..');

test('what is generated is up to date', () => {
  const run = spawnSync(process.execPath, [join(repository, 'node_modules/tsx/dist/cli.mjs'), 'tools/generate/main.ts', '--check'], { cwd: repository, encoding: 'utf8' });
  expect({ status: run.status, stderr: run.stderr }).toEqual({ status: 0, stderr: '' });
}, 60_000);
