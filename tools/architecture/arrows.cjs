/**
 * Which folder may import which. `types` folders only by `import type`. `packages` are npm packages; Node's own are the edge's (cli, nx, tools),
 * and the compiler keeps them out of the core. CONTRIBUTING.md shows this table; architecture.spec.ts compares both, and lint enforces it.
 */
const arrows = [
  { folder: 'packages/core/src/model', folders: [], types: [], packages: [] },
  { folder: 'packages/core/src/stats', folders: [], types: [], packages: ['simple-statistics'] },
  { folder: 'packages/core/src/parse', folders: ['core/model'], types: [], packages: ['@rgrove/parse-xml', 'json-p3', 're2js'] },
  { folder: 'packages/core/src/judge', folders: ['core/model', 'core/stats'], types: ['core/parse'], packages: ['simple-statistics'] },
  { folder: 'packages/core/src/render', folders: ['core/model'], types: ['core/judge'], packages: ['handlebars'] },
  { folder: 'packages/cli/src/ports', folders: ['core'], types: [], packages: ['execa'] },
  { folder: 'packages/cli/src/artefacts', folders: ['core'], types: ['ports'], packages: [] },
  { folder: 'packages/cli/src/config', folders: ['core', 'artefacts'], types: ['ports'], packages: ['smol-toml', 'yaml'] },
  { folder: 'packages/cli/src/server', folders: ['core'], types: ['ports'], packages: [] },
  { folder: 'packages/cli/src/harness', folders: ['core', 'ports', 'server'], types: [], packages: ['autocannon', 'get-tsconfig', 'sucrase', 'tinybench'] },
  { folder: 'packages/cli/src/tools', folders: ['core', 'harness'], types: ['ports'], packages: ['smol-toml', 'tinybench'] },
  { folder: 'packages/cli/src/origin', folders: ['core'], types: ['ports'], packages: [] },
  { folder: 'packages/cli/src/govern', folders: ['core', 'artefacts', 'config', 'origin'], types: ['ports'], packages: [] },
  { folder: 'packages/cli/src/measure', folders: ['core', 'artefacts', 'config', 'origin', 'govern', 'tools', 'server'], types: ['ports'], packages: ['commander'] },
  { folder: 'packages/cli/src/paired', folders: ['core', 'artefacts', 'config', 'govern', 'measure', 'tools'], types: ['ports'], packages: [] },
  { folder: 'packages/cli/src/calibrate', folders: ['core', 'artefacts', 'config', 'measure', 'paired'], types: ['ports'], packages: [] },
  { folder: 'packages/cli/src/audit', folders: ['core', 'artefacts', 'config', 'govern'], types: ['ports'], packages: [] },
  { folder: 'packages/cli/src/affected', folders: ['core', 'paired'], types: ['ports'], packages: [] },
  { folder: 'packages/cli/src/gate', folders: ['core', 'artefacts', 'config', 'origin', 'govern', 'affected'], types: ['ports'], packages: [] },
  { folder: 'packages/cli/src/forge', folders: ['core', 'artefacts', 'govern'], types: ['ports'], packages: ['yauzl'] },
  { folder: 'packages/cli/src/shard', folders: ['core', 'config', 'govern', 'affected', 'gate'], types: ['ports'], packages: [] },
  { folder: 'packages/cli/src/scaffold', folders: ['core', 'tools'], types: ['ports'], packages: ['handlebars'] },
  { folder: 'packages/cli/src/turbo', folders: ['core', 'config', 'tools', 'gate', 'scaffold'], types: ['ports'], packages: [] },
  { folder: 'packages/cli/src/commands', folders: ['core', 'artefacts', 'config', 'origin', 'govern', 'measure', 'paired', 'calibrate', 'audit', 'affected', 'gate', 'forge', 'shard', 'turbo', 'scaffold', 'tools'], types: ['ports'], packages: ['commander'] },
  { folder: 'packages/nx/src', folders: ['benchline'], types: [], packages: ['@nx/devkit', 'nx'] },
  { folder: 'e2e/src', folders: [], types: [], packages: ['yaml'] },
];

/** Files directly in packages/cli/src that stand above its folders and import them; the others there (user-error, ...) are basics that every folder may import. */
const cliTops = ['main', 'index', 'command-line', 'command-table', 'print-findings'];

module.exports = { arrows, cliTops };
