/**
 * Joins the command line and the core into one file: reading some 250 files cost more than half of a short command's time.
 * Modules inside are still run only when they are asked for. Beside it: the licences of the packages it includes.
 */
const { readFileSync, readdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { build } = require('esbuild');

const root = join(__dirname, '..');
const dist = join(root, 'packages/cli/dist');

/** Loaded from node_modules: single files, or needed by few commands. */
const external = ['@benchline/core/validators/*', '@benchline/core/render/page', '@benchline/core/parse/mapping', 'handlebars', 'handlebars/*', 'smol-toml', 'yaml'];

function includedPackages(inputs) {
  const folders = Object.keys(inputs).flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
  return [...new Set(folders)].sort();
}

/** Where a package names this licence and leaves its text out, the text is another package's: it has no name of its authors in it. */
const licenceTexts = { 'Apache-2.0': 'node_modules/typescript/LICENSE.txt' };

function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry));
  const path = file === undefined ? licenceTexts[license] : join(folder, file);
  if (path === undefined) throw new Error(`${name} has no licence file`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(root, path), 'utf8').trim()}\n`;
}

const settings = {
  absWorkingDir: root,
  tsconfig: join(root, 'tsconfig.check.json'),
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // `import()` becomes a deferred `require`: Node would first search a CommonJS file for its exports, which took longer than loading it.
  supported: { 'dynamic-import': false },
  legalComments: 'none',
  minifyWhitespace: true,
  metafile: true,
  logLevel: 'error',
};

/** execa stands in a file of its own beside the bundle, which loads it when a tool is started. */
const execaBeside = {
  name: 'execa-beside',
  setup: ({ onResolve }) => onResolve({ filter: /^execa$/ }, () => ({ path: './execa.js', external: true })),
};

/** What is called most and does least starts from a bundle of its own (bin.js chooses): of the other commands nothing is read. "none": the general help. */
const quick = { 'benchline-help': 'none', 'benchline-ingest': 'ingest' };

/** Of the commands one alone; the program asks for no other, since each is loaded when it is called. */
function onlyCommand(name) {
  return {
    name: 'only-command',
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: /^\.\/commands\/[a-z-]+\.js$/ }, ({ path }) => (path === `./commands/${name}.js` ? undefined : { path, namespace: 'left-out' }));
      // It is always needed: to look for it in a package costs as much as to read it.
      onResolve({ filter: /^@benchline\/core\/validators\/performance-report$/ }, () => ({ path: join(root, 'packages/core/dist/model/generated/validators/performance-report.js') }));
      onLoad({ filter: /.*/, namespace: 'left-out' }, ({ path }) => ({ contents: `throw new Error('${path} is not in this bundle');` }));
    },
  };
}

async function bundle() {
  for (const [file, command] of Object.entries(quick)) {
    await build({ ...settings, entryPoints: [join(root, 'packages/cli/src/program.ts')], outfile: join(dist, `${file}.js`), external, plugins: [execaBeside, onlyCommand(command)] });
  }
  const program = await build({ ...settings, entryPoints: [join(root, 'packages/cli/src/program.ts')], outfile: join(dist, 'benchline.js'), external, plugins: [execaBeside] });
  const execa = await build({ ...settings, stdin: { contents: "export { execa } from 'execa';", resolveDir: join(root, 'packages/cli') }, outfile: join(dist, 'execa.js') });
  // What takes the types out of performance specs stands in Node's loader, a thread of its own.
  const loader = await build({ ...settings, entryPoints: [join(root, 'packages/cli/src/harness/typescript-hooks.ts')], outfile: join(dist, 'harness/typescript-hooks.js') });
  const engine = await build({ ...settings, entryPoints: [join(root, 'packages/cli/src/harness/engine.ts')], outfile: join(dist, 'harness/engine.js') });
  const load = await build({ ...settings, entryPoints: [join(root, 'packages/cli/src/harness/load-generator.ts')], outfile: join(dist, 'harness/load-generator.js') });
  const inputs = { ...program.metafile.inputs, ...execa.metafile.inputs, ...loader.metafile.inputs, ...engine.metafile.inputs, ...load.metafile.inputs };
  writeFileSync(join(dist, 'third-party-licences.txt'), includedPackages(inputs).map(licenceOf).join(`\n${'-'.repeat(80)}\n\n`));
}

module.exports = { bundle };
