import { createFinding, type Finding } from '@benchline/core/model';
import type { World } from '../../ports/world.js';
import { userError } from '../../user-error.js';
import { hasPlaceholder } from '../placeholders.js';
import { programRunner } from '../program-runner.js';
import { readPython } from '../python/python-version.js';
import type { SuiteRun, ToolRunner } from '../tool-runner.js';
import { pythonKey } from '../toolchain-key.js';
import { splitPytest } from './pytest-command.js';

const install = 'Install it where pytest is: pip install pytest-benchmark. In a virtual environment that is not active, name its Python: ".venv/bin/python", "-m", "pytest".';
const start = ['pytest'];

/** pytest with the plugin pytest-benchmark, read from its JSON and, for tests that failed, from what pytest prints. pytest's -k is no regular expression, so filters apply when the JSON is read. */
export const runner: ToolRunner = programRunner({
  tool: 'pytest-benchmark',
  traits: { start, install, filter: 'read', memory: 'none', key: pythonKey },
  example: '["python", "-m", "pytest", "benchmarks"]',
  output: 'pytest-benchmark.json',
  beside: ['stdout.txt'],
  words: (command, { measureMs }) => [
    ...command,
    ...['--benchmark-only', '--benchmark-json={output}', '--color=no', '-rfE'],
    ...(measureMs === null ? [] : [`--benchmark-max-time=${measureMs / 1000}`]),
  ],
  times: { warmup: '--benchmark-warmup=on and --benchmark-warmup-iterations in the command', measure: true },
  version: () => null,
  toolchain: (run, world) => readPython(splitPytest(run.suite.command ?? start)?.pythons ?? [], run, world),
  problems: findProblems,
  benchmarkFailed: [1],
  // No test was chosen: nothing is measured, which is told by itself.
  endsWell: [5],
});

async function findProblems(run: SuiteRun, command: readonly string[], world: World): Promise<Finding[]> {
  const { suite } = run;
  const at = { suite: suite.name };
  if (hasPlaceholder(command, 'output')) return [];
  const pytest = splitPytest(command);
  if (pytest === null) return [createFinding('BNL016', { problem: `The command of suite ${suite.name} calls pytest by another program`, fix: 'Pass "--benchmark-json={output}" in the command.' }, at)];
  const elsewhere = pytest.words.find((word) => /^--benchmark-json(?:=|$)/.test(word));
  if (elsewhere !== undefined) return [createFinding('BNL016', { problem: `The command of suite ${suite.name} writes its JSON elsewhere`, fix: 'Remove --benchmark-json, or write "--benchmark-json={output}".' }, at)];
  await requirePlugin(pytest.start, run, world);
  const traced = pytest.words.find((word) => /^--cov(?:=|$)/.test(word));
  return traced === undefined || suite.allowDebug ? [] : [createFinding('BNL013', { suite: suite.name, evidence: traced }, at)];
}

/** pytest lists the plugins it has found behind its version; without this one it would refuse our flags as unknown. */
async function requirePlugin([program = '', ...args]: readonly string[], { suite, folder, env }: SuiteRun, world: World): Promise<void> {
  const { outcome, stdout, stderr } = await world.processes.run({ program, args: [...args, '-VV'], cwd: folder, env, timeoutMs: 60_000, signal: world.signal });
  const missing = (name: string): Error => userError('BNL010', { tool: `suite ${suite.name}`, program: name, install }, { suite: suite.name });
  if (outcome === 'not-found') throw missing(program);
  const told = `${stdout}\n${stderr}`;
  if (/No module named '?pytest\b/.test(told)) throw missing('pytest');
  if (/This is pytest version/.test(told) && !/pytest-benchmark/.test(told)) throw missing('The plugin pytest-benchmark');
}
