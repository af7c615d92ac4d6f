/**
 * Joins the compiled command line, the core and execa into one file: reading some 250 files cost more than half of a short command's time.
 * Modules inside are still run only when they are asked for. Beside it: the licences of the packages it includes.
 */
const { readFileSync, readdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { buildSync } = require('esbuild');

const root = join(__dirname, '..');
const dist = join(root, 'packages/cli/dist');

/** Loaded from node_modules: single files, or needed by few commands. */
const external = ['@benchline/core/validators/*', 'commander', 'handlebars', 'handlebars/*', 'smol-toml', 'yaml'];

function includedPackages(inputs) {
  const folders = Object.keys(inputs).flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
  return [...new Set(folders)].sort();
}

function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined) throw new Error(`${name} has no licence file`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(root, folder, file), 'utf8').trim()}\n`;
}

function bundle() {
  const { metafile } = buildSync({
    absWorkingDir: root,
    entryPoints: [join(dist, 'program.js')],
    outfile: join(dist, 'benchline.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    legalComments: 'none',
    minifyWhitespace: true,
    external,
    metafile: true,
    logLevel: 'error',
  });
  writeFileSync(join(dist, 'third-party-licences.txt'), includedPackages(metafile.inputs).map(licenceOf).join(`\n${'-'.repeat(80)}\n\n`));
}

bundle();
