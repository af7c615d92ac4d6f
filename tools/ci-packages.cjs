/** Prints the Debian packages, a line each, that the projects of e2e/projects and the trials of rendered comments need and this machine does not have. */
const { spawnSync } = require('node:child_process');
const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const projects = join(__dirname, '../e2e/projects');

function isAbsent(program) {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error !== undefined;
}

function isInstalled(debianPackage) {
  return spawnSync('dpkg', ['-s', debianPackage], { stdio: 'ignore' }).status === 0;
}

const setups = readdirSync(projects).map((tool) => join(projects, tool, 'setup.json')).filter(existsSync).map((path) => JSON.parse(readFileSync(path, 'utf8')));
const wanted = setups.filter(({ ci }) => ci !== false).flatMap(({ needs = [], debian = [], libraries = [] }) => [...(needs.some(isAbsent) ? debian : []), ...libraries]);
for (const each of new Set(wanted)) if (!isInstalled(each)) console.log(each);
if (isAbsent('cmark-gfm')) console.log('cmark-gfm');
