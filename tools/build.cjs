/** Compiles the packages in their order of dependence and copies what tsc does not: generated validators, schemas' copies, templates. */
const { spawnSync } = require('node:child_process');
const { cpSync, existsSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
const copies = [
  ['packages/core/src/model/generated/validators', 'packages/core/dist/model/generated/validators'],
  ['packages/core/src/render/generated', 'packages/core/dist/render/generated'],
  ['packages/cli/src/scaffold/files', 'packages/cli/dist/scaffold/files'],
  ['packages/nx/src/executors', 'packages/nx/dist/executors'],
  ['packages/nx/src/generators', 'packages/nx/dist/generators'],
];

const tsc = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-b', 'packages/core', 'packages/cli', 'packages/nx'], { cwd: root, stdio: 'inherit' });
if (tsc.status !== 0) process.exit(tsc.status ?? 1);
for (const [from, to] of copies) {
  if (!existsSync(join(root, from))) continue;
  cpSync(join(root, from), join(root, to), { recursive: true, filter: (path) => !/\.tsx?$/.test(path) || path.endsWith('.d.ts') });
}
require('./bundle.cjs')
  .bundle()
  .catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
