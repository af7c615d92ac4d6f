/**
 * `npm run demo`: the whole road in a workspace of its own, with real commands and their real output. Needs Node alone; with cargo and
 * hyperfine it measures a Rust crate and a command line as well. Ends with 1 if anything turns out otherwise than promised.
 */
const { readFileSync, readdirSync, rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { heading, promised, run, say } = require('./narrate.cjs');
const { createWorkspace, isPresent, prepareRepository } = require('./workspace.cjs');

const table = 'const table = buildTable();\n';

/** Commands in the demo's workspace. */
function commandsOf({ root, env, quietly }) {
  const bin = (name) => join(root, 'node_modules/.bin', name);
  const at = (...parts) => join(root, ...parts);
  return {
    at,
    json: (...parts) => JSON.parse(readFileSync(at(...parts), 'utf8')),
    nx: (args, options = {}) => run(bin('nx'), args, { cwd: root, env, shown: `npx nx ${args.join(' ')}`, ...options }),
    benchline: (args, options = {}) => run(bin('benchline'), args, { cwd: at('libs/core'), env, shown: `npx benchline ${args.join(' ')}`, ...options }),
    commit: (message) => {
      quietly('git', ['add', '--all']);
      quietly('git', ['commit', '--quiet', '--message', message]);
      say(`committed: ${message}`);
    },
    git: (...args) => quietly('git', args),
  };
}

async function setUp({ nx, commit }) {
  heading('Set up: the generator finds the benchmarks, registers the plugin, writes the CI workflow');
  await nx(['g', '@benchline/nx:init', '--no-interactive', '--skipFormat']);
  commit('set up benchmarks');
}

async function measure({ nx, at, json }) {
  heading('Measure the decoder; the second run comes from the cache');
  const report = ['libs/core/.benchline/report.json'];
  await nx(['run', 'core:bench']);
  const { runId } = json(...report);
  rmSync(at('libs/core/.benchline'), { recursive: true });
  const second = await nx(['run', 'core:bench']);
  promised(/local cache/.test(second), 'nothing was measured a second time');
  promised(json(...report).runId === runId, 'the very same report was restored');
}

async function promote({ nx, json, commit }) {
  heading('Promote the report: it becomes the baseline that later changes are compared with');
  await nx(['run', 'core:bench-promote', '--reason=first baseline', '--testsPassed']);
  commit('first baseline');
  await nx(['run', 'core:bench-compare']);
  promised(json('libs/core/.benchline/comparison.json').summary.exitCode === 0, 'the report agrees with its own baseline');
}

async function slowDown({ nx, benchline, at, json, commit, git }) {
  heading('Slow the decoder down: its table is built for every character, on a branch');
  git('checkout', '--quiet', '-b', 'slower');
  const source = at('libs/core/src/decoder.js');
  writeFileSync(source, readFileSync(source, 'utf8').replace(table, '').replace('table.get(text[index])', 'buildTable().get(text[index])'));
  commit('decoder: no state in the module');
  await nx(['affected', '-t', 'bench-compare', '--base=main'], { expect: 1 });
  const { verdict, exitCode } = json('libs/core/.benchline/comparison.json').summary;
  promised(verdict === 'regressed' && exitCode === 3, 'the change is refused: verdict regressed');
  say('Nx turns every failure into 1; the command line gives the code itself:');
  await benchline(['compare'], { expect: 3 });
  promised(true, 'exit code 3, a regression');
}

async function objectives({ benchline, json }) {
  heading('Check the objectives: decoding must take at most 2 ms, whatever the baseline says');
  await benchline(['slo'], { expect: 3 });
  promised(json('libs/core/.benchline/slo.json').summary.exitCode === 3, 'the objective is breached');
}

async function audit({ nx, benchline, at }) {
  heading('Hand it to an auditor: a package that anyone can verify');
  await nx(['run', 'core:bench-audit']);
  const [name] = readdirSync(at('libs/core/.benchline/audit'));
  const folder = join('.benchline/audit', name);
  await benchline(['audit', 'verify', folder]);
  promised(true, 'every file and every verdict agrees');
  const page = readdirSync(at('libs/core', folder)).find((file) => file.endsWith('.html'));
  const path = at('libs/core', folder, page);
  const bytes = readFileSync(path);
  writeFileSync(path, Buffer.concat([bytes, Buffer.from(' ')]));
  say(`one byte is added to ${page}:`);
  await benchline(['audit', 'verify', folder], { expect: 2 });
  writeFileSync(path, bytes);
  promised(true, 'the package is refused; the byte is taken away again');
}

async function otherTools({ nx, json }, present) {
  heading('The same for other tools');
  const projects = [
    { tool: 'cargo', project: 'checksum', root: 'crates/checksum', what: 'a Rust crate with Criterion.rs' },
    { tool: 'hyperfine', project: 'startup', root: 'tools/startup', what: 'a command line with hyperfine' },
  ];
  for (const { tool, project, root, what } of projects) {
    if (!present[tool]) {
      say(`SKIPPED: ${what}: ${tool} is not installed.`);
      continue;
    }
    await nx(['run', `${project}:bench`]);
    promised(json(root, '.benchline/report.json').suites[0].benchmarks.length > 0, `${what} is measured`);
  }
}

async function main() {
  const present = { cargo: isPresent('cargo'), hyperfine: isPresent('hyperfine') };
  process.stdout.write('Preparing: dependencies, build, a workspace with the packed packages (about a minute the first time)...\n');
  prepareRepository();
  const leftOut = [...(present.cargo ? [] : ['crates', 'Cargo.toml', 'Cargo.lock']), ...(present.hyperfine ? [] : ['tools'])].map((name) => join(__dirname, 'workspace', name));
  const workspace = createWorkspace((path) => leftOut.includes(path));
  const commands = commandsOf(workspace);
  await setUp(commands);
  await measure(commands);
  await promote(commands);
  await slowDown(commands);
  await objectives(commands);
  await audit(commands);
  await otherTools(commands, present);
  process.stdout.write(`\nEverything turned out as promised. The workspace is yours to look at: ${workspace.root}\n`);
}

main().catch((error) => {
  process.stderr.write(`\nThe demo failed: ${error.message}\n`);
  process.exitCode = 1;
});
