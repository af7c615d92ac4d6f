import { judgeLimits } from './judge-limits.js';
import { emptyCallMs } from './empty-call.js';
import { measureInstance, type Engine } from './measure-instance.js';
import { durationOf } from './measuring-times.js';
import type { PerfFunction, PerfOptions } from './perf-options.js';
import { currentProcessFacts } from './process-facts.js';
import { releaseProblems } from './release-conditions.js';
import { instancesOf, type SpecInstance } from './spec-instance.js';
import { matchesTags } from './tag-expression.js';

/** What jest, vitest, mocha and node:test's globals have in common. */
interface TestRunner {
  describe?: (name: string, body: () => void) => unknown;
  it?: ((name: string, body: () => Promise<void>, timeoutMs?: number) => unknown) & { skip?: (name: string, body: () => void) => unknown };
}

const groups: { name: string; options: PerfOptions }[] = [];

/** A group inside a test runner; in a program without one nothing happens. */
export function groupInTestRunner(name: string, options: PerfOptions, body: () => void): void {
  (globalThis as TestRunner).describe?.(name, () => {
    groups.push({ name, options });
    try {
      body();
    } finally {
      groups.pop();
    }
  });
}

/** A spec as a test: measured where BENCHLINE_PERF=1 and its tags satisfy BENCHLINE_TAGS, else skipped. It fails where a limit that it sets does. */
export function declareInTestRunner(name: string, run: PerfFunction<unknown>, own: PerfOptions): void {
  const { it } = globalThis as TestRunner;
  if (it === undefined) return;
  const tags = [...groups.flatMap(({ options }) => options.tags ?? []), ...(own.tags ?? [])];
  const options: PerfOptions = { ...(Object.assign({}, ...groups.map((group) => group.options)) as PerfOptions), ...own, tags };
  const wanted = process.env['BENCHLINE_PERF'] === '1' && options.skip !== true && matchesTags(process.env['BENCHLINE_TAGS'] ?? null, tags);
  for (const instance of instancesOf({ name, groups: groups.map((group) => group.name), tags, options, run, load: null }, 'test')) {
    const title = instance.id.split('/').slice(1 + groups.length).join('/');
    if (wanted) it(title, () => measureAsTest(instance), 60_000);
    else it.skip?.(title, () => undefined);
  }
}

async function measureAsTest(instance: SpecInstance): Promise<void> {
  const { options } = instance;
  const problems = releaseProblems(currentProcessFacts(), options.allow ?? []);
  if (problems.length > 0) throw new Error(`${instance.id} is not measured: ${problems.join('; ')}`);
  const times = { warmupMs: durationOf(options.warmup, 50), measureMs: durationOf(options.measure, 200), emptyCallMs: emptyCallMs() };
  const { reading, limits } = await measureInstance(instance, times, loadEngine());
  for (const warning of reading.warnings) process.stderr.write(`${instance.id}: ${warning}\n`);
  const judged = judgeLimits(reading, limits);
  // A limit that cannot be judged here (in units of another spec's time) must not look like one that holds.
  for (const { verdict, reason } of judged) if (verdict === 'unknown') process.stderr.write(`${instance.id}: ${reason}; benchline bench and benchline slo judge it\n`);
  const missed = judged.filter(({ verdict }) => verdict === 'fail');
  if (missed.length > 0) throw new Error(missed.map(({ reason }) => `${instance.id}: ${reason}`).join('\n'));
}

/** As CommonJS, joined into one file when the package is built: jest cannot load an ES module without a flag. */
function loadEngine(): Engine {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./engine.js') as Engine;
}
