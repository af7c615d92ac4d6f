/** Builds the packages if need be, packs them and installs them in a new workspace, as a user would. */
const { spawnSync } = require('node:child_process');
const { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const repository = join(__dirname, '../..');
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** Settings of the machine and of an outer task runner stay outside; the cache is the demo's own. */
function environment(root) {
  const kept = Object.entries(process.env).filter(([name]) => !/^(NX_|GIT_|GITHUB_|BENCHLINE_|TURBO_|CI$|FORCE_COLOR|NO_COLOR|NODE_OPTIONS|npm_(?!config_))/.test(name));
  return {
    ...Object.fromEntries(kept),
    FORCE_COLOR: process.stdout.isTTY ? '1' : '0',
    NX_DAEMON: 'false',
    NX_TUI: 'false',
    NX_INTERACTIVE: 'false',
    NX_CACHE_DIRECTORY: join(root, '.nx/cache'),
    NX_WORKSPACE_DATA_DIRECTORY: join(root, '.nx/workspace-data'),
    npm_config_loglevel: 'error',
    npm_config_audit: 'false',
    npm_config_fund: 'false',
  };
}

/** Runs what nobody wants to see unless it fails. */
function quietly(program, args, cwd, env = process.env) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, env, encoding: 'utf8', shell: process.platform === 'win32' });
  if (status !== 0) throw error ?? new Error(`${program} ${args.join(' ')} failed:\n${stdout}${stderr}`);
  return stdout;
}

/** Dependencies and build of this repository. */
function prepareRepository() {
  quietly(process.execPath, [join(repository, 'tools/setup.cjs')], repository);
}

function pack(folder, into) {
  const args = ['pack', '--silent', '--ignore-scripts', '--pack-destination', into];
  return join(into, quietly(npm, args, join(repository, folder)).trim().split('\n').at(-1));
}

/** A workspace with Nx and the packed packages installed, under version control. */
function createWorkspace(isLeftOut) {
  const root = mkdtempSync(join(tmpdir(), 'benchline-demo-'));
  const tarballs = join(root, '.tarballs');
  cpSync(join(__dirname, 'workspace'), root, { recursive: true, filter: (path) => !isLeftOut(path) });
  mkdirSync(tarballs);
  writeFileSync(join(root, '.gitignore'), 'node_modules/\ntarget/\n.nx/\n.tarballs/\n');
  const env = environment(root);
  const { devDependencies } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
  const packages = ['schemas', 'packages/core', 'packages/cli', 'packages/nx'].map((folder) => pack(folder, tarballs));
  quietly('git', ['init', '--quiet', '--initial-branch=main'], root, env);
  quietly('git', ['config', 'user.name', 'Demo'], root, env);
  quietly('git', ['config', 'user.email', 'demo@example.org'], root, env);
  quietly('git', ['config', 'commit.gpgsign', 'false'], root, env);
  quietly(npm, ['install', '--save-dev', `nx@${devDependencies.nx}`, ...packages], root, env);
  return { root, env, quietly: (program, args) => quietly(program, args, root, env) };
}

/** Whether a program can be started. */
function isPresent(program) {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
}

module.exports = { createWorkspace, isPresent, prepareRepository };
