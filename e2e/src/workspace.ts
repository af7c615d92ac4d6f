import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** What a program did. */
export interface Run {
  code: number | null;
  /** stdout, then stderr. */
  output: string;
  stdout: string;
}

/** A folder of its own for one test file, and what tests do in it. */
export interface Workspace {
  root: string;
  write(path: string, content: string | object): void;
  read(path: string): string;
  readJson<T = Record<string, unknown>>(path: string): T;
  exists(path: string): boolean;
  remove(path: string): void;
  /** Copies a fixture of e2e/fixtures into the workspace. */
  copy(fixture: string, to: string): void;
  /** Runs a program in the workspace, or in a folder of it. */
  run(program: string, args: readonly string[], options?: { cwd?: string; env?: Record<string, string> }): Run;
  /** Runs a program that must succeed. */
  must(program: string, args: readonly string[]): string;
  commit(message: string): void;
  dispose(): void;
}

/** Nothing of the machine's or the outer task runner's settings reaches a test. */
function quietEnvironment(root: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(NX_|GIT_|GITHUB_|BENCHLINE_|TURBO_|FORCE_COLOR|NO_COLOR|NODE_OPTIONS|npm_(?!config_))/.test(name));
  return {
    ...Object.fromEntries(kept),
    CI: 'true',
    FORCE_COLOR: '0',
    NX_DAEMON: 'false',
    NX_TUI: 'false',
    NX_CACHE_DIRECTORY: join(root, '.nx/cache'),
    NX_WORKSPACE_DATA_DIRECTORY: join(root, '.nx/workspace-data'),
    npm_config_loglevel: 'error',
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    GIT_CONFIG_GLOBAL: join(root, '.git-global'),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'Test',
    GIT_AUTHOR_EMAIL: 'test@example.org',
    GIT_COMMITTER_NAME: 'Test',
    GIT_COMMITTER_EMAIL: 'test@example.org',
  };
}

/** A new empty folder under the system's temporary folder. */
export function createWorkspace(name: string, more: Record<string, string> = {}): Workspace {
  const root = mkdtempSync(join(tmpdir(), `benchline-${name}-`));
  const at = (path: string) => join(root, path);
  const run: Workspace['run'] = (program, args, { cwd = '.', env = {} } = {}) => {
    const { status, stdout, stderr, error } = spawnSync(program, args, { cwd: at(cwd), env: { ...quietEnvironment(root), ...more, ...env }, encoding: 'utf8', maxBuffer: 1 << 28 });
    if (error) throw error;
    return { code: status, stdout, output: stdout + stderr };
  };
  const must: Workspace['must'] = (program, args) => {
    const { code, stdout, output } = run(program, args);
    if (code !== 0) throw new Error(`${program} ${args.join(' ')} exited with ${code}:\n${output}`);
    return stdout;
  };
  return {
    root,
    run,
    must,
    write: (path, content) => {
      mkdirSync(dirname(at(path)), { recursive: true });
      writeFileSync(at(path), typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`);
    },
    read: (path) => readFileSync(at(path), 'utf8'),
    readJson: (path) => JSON.parse(readFileSync(at(path), 'utf8')),
    exists: (path) => existsSync(at(path)),
    remove: (path) => rmSync(at(path), { recursive: true, force: true }),
    copy: (fixture, to) => cpSync(join(__dirname, '../fixtures', fixture), at(to), { recursive: true }),
    commit: (message) => {
      must('git', ['add', '--all']);
      must('git', ['commit', '--quiet', '--message', message]);
    },
    dispose: () => rmSync(root, { recursive: true, force: true, maxRetries: 3 }),
  };
}
