/** Makes a fresh clone ready: installs what the lockfile names, unless that is done, and builds. */
const { spawnSync } = require('node:child_process');
const { existsSync, statSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');

/** npm writes node_modules/.package-lock.json last: without it, or with an older one, the installation is absent, torn or stale. */
function isInstalled() {
  const installed = join(root, 'node_modules/.package-lock.json');
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

function run(program, args, options = {}) {
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: 'inherit', ...options });
  if (error) console.error(`${program}: ${error.message}`);
  return status ?? 1;
}

/**
 * Installs if needed; the exit code of npm. Versions are the lockfile's, which is not written.
 * Note: not `npm ci`, which refuses a lockfile that lacks binaries of other platforms, as one does that was made behind a registry without them.
 */
function install() {
  return isInstalled() ? 0 : run('npm', ['install', '--no-save', '--no-audit', '--no-fund'], { shell: process.platform === 'win32' });
}

function build() {
  return run(process.execPath, [join(__dirname, 'build.cjs')]);
}

module.exports = { install };
if (require.main === module) process.exitCode = install() || build();
