/**
 * `npm test [-- STEP...]`: sets up by itself, runs the steps one after another, ends with a table and `N passed, N failed`.
 * BENCHLINE_FORBID_SKIPS=1 makes a skipped test a failure.
 */
const { spawnSync } = require('node:child_process');
const { existsSync, mkdtempSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { install } = require('../setup.cjs');
const { countTests, judgeStep, renderResults } = require('./results.cjs');
const steps = require('./steps.cjs');

const root = join(__dirname, '../..');
const forbidSkips = process.env.BENCHLINE_FORBID_SKIPS === '1';

function main(names) {
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    console.error(`No such step: ${unknown.join(', ')}. There are: ${steps.map(({ name }) => name).join(', ')}.`);
    return 2;
  }
  if (install() !== 0) return 1;
  const scratch = mkdtempSync(join(tmpdir(), 'benchline-test-'));
  try {
    const results = runSteps(names.length === 0 ? steps : steps.filter(({ name }) => names.includes(name)), scratch);
    console.log(`\n${renderResults(results)}`);
    return results.every(({ ok }) => ok) ? 0 : 1;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Nothing after a failed build could tell more than the build did. */
function runSteps(chosen, scratch) {
  const results = [];
  for (const step of chosen) {
    results.push(runStep(step, scratch));
    if (step.name === 'build' && !results.at(-1).ok) break;
  }
  return results;
}

function runStep({ name, args, jest }, scratch) {
  console.log(`\n=== ${name}`);
  const started = performance.now();
  const outcome = join(scratch, `${name}.json`);
  const { status } = spawnSync(process.execPath, [...args, ...(jest ? ['--json', `--outputFile=${outcome}`] : [])], { cwd: root, stdio: 'inherit', env: environment(scratch) });
  const tests = jest ? countTests(existsSync(outcome) ? JSON.parse(readFileSync(outcome, 'utf8')) : null) : null;
  return { name, ok: judgeStep({ exitCode: status ?? 1, tests, forbidSkips }), seconds: (performance.now() - started) / 1000, tests };
}

/** Nx leaves nothing behind: neither a daemon nor a cache in the home folder. */
function environment(scratch) {
  return { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', NX_CACHE_DIRECTORY: join(scratch, 'nx-cache'), NX_WORKSPACE_DATA_DIRECTORY: join(scratch, 'nx-data') };
}

process.exitCode = main(process.argv.slice(2));
