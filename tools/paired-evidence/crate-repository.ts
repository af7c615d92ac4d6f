import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A git repository with a small Criterion crate: `main`, `slower` (10 % more work) and `unchanged` (another comment). */
export interface CrateRepository {
  root: string;
  /** Where Criterion is compiled, once. */
  target: string;
  checkOut(branch: 'slower' | 'unchanged'): void;
  dispose(): void;
}

const crate = join(__dirname, '../../e2e/fixtures/paired/crate');
const config = { suites: [{ name: 'mix', tool: 'criterion', command: ['cargo', 'bench'] }] };

export function createCrateRepository(): CrateRepository {
  const folder = mkdtempSync(join(tmpdir(), 'benchline-evidence-'));
  const [root, target] = [join(folder, 'crate'), join(folder, 'target')];
  const identity = ['-c', 'user.name=Benchline', '-c', 'user.email=benchline@example.org'];
  const git = (...args: string[]): void => void execFileSync('git', [...identity, ...args], { cwd: root, stdio: 'ignore' });
  cpSync(crate, root, { recursive: true });
  writeFileSync(join(root, 'benchline.json'), JSON.stringify(config));
  writeFileSync(join(root, '.gitignore'), 'target\n.benchline\n');
  git('init', '--quiet', '--initial-branch=main');
  const commit = (message: string): void => {
    git('add', '--all');
    git('commit', '--quiet', '--message', message);
  };
  commit('a small crate');
  branchWith({ root, git, commit }, 'slower', (source) => source.replace('STEPS: u64 = 1000', 'STEPS: u64 = 1100'));
  branchWith({ root, git, commit }, 'unchanged', (source) => source.replace('/// Mixes a seed', '/// Mixes one seed'));
  execFileSync('cargo', ['bench', '--no-run', '--quiet'], { cwd: root, env: { ...process.env, CARGO_TARGET_DIR: target }, stdio: 'ignore' });
  return { root, target, checkOut: (branch) => git('checkout', '--quiet', branch), dispose: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }) };
}

interface Repository {
  root: string;
  git(...args: string[]): void;
  commit(message: string): void;
}

function branchWith({ root, git, commit }: Repository, name: string, change: (source: string) => string): void {
  const path = join(root, 'src/lib.rs');
  git('checkout', '--quiet', '-b', name, 'main');
  const source = readFileSync(path, 'utf8');
  const changed = change(source);
  if (changed === source) throw new Error(`The change of branch ${name} changes nothing`);
  writeFileSync(path, changed);
  commit(name);
}
