import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cargoTarget } from './cargo-target.js';
import { repository } from './pack.js';

test('the demo does what it promises, and says where its workspace is', () => {
  const env = { ...process.env, NODE_OPTIONS: '', CARGO_TARGET_DIR: cargoTarget };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(repository, 'tools/demo/run.cjs')], { encoding: 'utf8', env, maxBuffer: 1 << 26 });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  for (const shown of ['[local cache]', 'Promoted ', 'regressed', 'exit code 3', 'BNL005', 'Verified:', 'BNL007']) expect(stdout).toContain(shown);
  const workspace = /The workspace is yours to look at: (.+)/.exec(stdout)?.[1] ?? '';
  expect(workspace.startsWith(join(tmpdir(), 'benchline-demo-'))).toBe(true);
  expect(existsSync(join(workspace, 'libs/core/.benchline/audit'))).toBe(true);
  rmSync(workspace, { recursive: true, force: true, maxRetries: 3 });
});
