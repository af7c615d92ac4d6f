import { execSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localProfiles } from './local-profiles.js';

const root = mkdtempSync(join(tmpdir(), 'benchline-profiles-'));

afterAll(() => rmSync(root, { recursive: true, force: true }));

const printed = (env: Record<string, string> = {}): string =>
  execSync((localProfiles as { runtime: string }).runtime, { cwd: root, encoding: 'utf8', env: { PATH: process.env['PATH'], XDG_CONFIG_HOME: join(root, 'config'), ...env } });

test('the runtime input changes with the profiles outside of the workspace, and with nothing else', () => {
  expect(printed()).toBe('');
  const folder = join(root, 'config/benchline/profiles/core');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'a.json'), '{"floor":0.01}');
  writeFileSync(join(folder, 'notes.txt'), 'nothing');
  expect(printed()).toBe(`${join('core', 'a.json')} {"floor":0.01}\n`);
  writeFileSync(join(root, 'b.json'), '{}');
  expect(printed({ BENCHLINE_PROFILE_DIR: root })).toContain('b.json {}\n');
});
