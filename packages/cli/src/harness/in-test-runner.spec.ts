import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describePerf, itPerf } from './declare.js';
import { expectPerf } from './expectation.js';

// It measures: on a busy machine that takes longer.
jest.setTimeout(60_000);

type Test = { name: string; body: () => Promise<void> };

/** Declares inside a runner of tests that only records. */
function declared(env: Record<string, string>, body: () => void): { tests: Test[]; skipped: string[]; groups: string[] } {
  const found = { tests: [] as Test[], skipped: [] as string[], groups: [] as string[] };
  const it = Object.assign((name: string, run: () => Promise<void>) => void found.tests.push({ name, body: run }), { skip: (name: string) => void found.skipped.push(name) });
  const real = { describe: globalThis.describe, it: globalThis.it };
  const before = { ...process.env };
  Object.assign(globalThis, { it, describe: (name: string, inner: () => void) => { found.groups.push(name); inner(); } });
  Object.assign(process.env, env);
  try {
    body();
  } finally {
    Object.assign(globalThis, real);
    process.env = before;
  }
  return found;
}

const specs = () => {
  describePerf('codec', { tags: ['perf'] }, () => {
    itPerf('quick', () => 1, { measure: '20 ms', warmup: '5 ms', expect: (result) => { expectPerf(result).toBeUnder('1 s'); } });
    itPerf('slow', () => { const end = performance.now() + 2; while (performance.now() < end); }, { tags: ['slow'], measure: '20 ms', warmup: '5 ms', expect: (result) => { expectPerf(result).toBeUnder('1 ms').withTolerance('5%'); } });
  });
};

describe('inside a test runner', () => {
  it('specs are skipped until they are asked for', () => {
    expect(declared({}, specs)).toEqual({ tests: [], skipped: ['quick', 'slow'], groups: ['codec'] });
  });

  it('BENCHLINE_PERF=1 makes tests of them, BENCHLINE_TAGS chooses', () => {
    const { tests, skipped } = declared({ BENCHLINE_PERF: '1', BENCHLINE_TAGS: 'perf,!slow' }, specs);
    expect([tests.map(({ name }) => name), skipped]).toEqual([['quick'], ['slow']]);
  });

  it('jest runs them from the built package: a limit that is missed fails the test, one that holds does not', () => {
    const folder = mkdtempSync(join(tmpdir(), 'benchline-in-jest-'));
    try {
      const harness = JSON.stringify(require.resolve('../../dist/harness/index.js'));
      const limited = (limit: string) => `{ measure: '20 ms', warmup: '5 ms', expect: (result) => { expectPerf(result).toBeUnder('${limit}'); } }`;
      writeFileSync(join(folder, 'a.test.js'), `const { describePerf, expectPerf, itPerf } = require(${harness});
describePerf('g', () => { itPerf('holds', () => 1, ${limited('1 s')}); itPerf('misses', () => { const end = performance.now() + 2; while (performance.now() < end); }, ${limited('1 ms')}); });`);
      writeFileSync(join(folder, 'package.json'), '{}');
      const { NODE_OPTIONS: _options, ...env } = process.env;
      const run = spawnSync(process.execPath, [join(dirname(require.resolve('jest/package.json')), 'bin/jest.js'), '--rootDir', folder, '--no-cache'], { cwd: folder, encoding: 'utf8', env: { ...env, BENCHLINE_PERF: '1' } });
      expect(run.stderr).toMatch(/✓ holds/);
      expect(run.stderr).toMatch(/✕ misses/);
      expect(run.stderr).toMatch(/misses: time \(median\) is [\d.]+ ms, the ceiling 1/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('in a program without one nothing happens', () => {
    const script = `const { describePerf, itPerf } = require(process.argv[1]); describePerf('g', () => itPerf('a', () => { throw new Error('called'); })); console.log('nothing');`;
    const { stdout, stderr } = spawnSync(process.execPath, ['-e', script, require.resolve('../../dist/harness/index.js')], { encoding: 'utf8' });
    expect([stdout, stderr]).toEqual(['nothing\n', '']);
  });
});
