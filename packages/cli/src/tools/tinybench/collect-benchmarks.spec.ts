import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChildJob } from './child-job.js';
import { collectBenchmarks, type BenchLike, type TinybenchModule } from './collect-benchmarks.js';

let folder: string;
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'benchline-bench-files-')); });
afterAll(() => rmSync(folder, { recursive: true }));

/** tinybench as far as it is used: every task is called `iterations` times. */
class FakeBench implements BenchLike {
  tasks: BenchLike['tasks'][number][] = [];
  #fns = new Map<string, { fn: () => unknown; options?: { beforeAll?(mode: string): void } }>();
  add(name: string, fn: () => unknown, options?: object) {
    this.#fns.set(name, { fn, ...(options && { options }) });
    this.tasks.push({ name, run: () => this.run() });
  }
  async run() {
    for (const { fn, options } of this.#fns.values()) {
      options?.beforeAll?.('run');
      for (let call = 0; call < 12; call += 1) await fn();
    }
  }
}

function job(files: Record<string, string>): ChildJob {
  const paths = Object.entries(files).map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  });
  return { files: paths, root: folder, output: '', library: '', filter: null, seed: 'seven', dataset: null, threads: null, warmupMs: null, measureMs: null };
}

const collect = (files: Record<string, string>) => collectBenchmarks(job(files), { Bench: FakeBench } as unknown as TinybenchModule);

test.each([
  ['the global', 'global.bench.cjs', 'bench("sum", () => 1);'],
  ['a default function', 'function.bench.mjs', 'export default (bench, { seed }) => { bench(seed === "seven" ? "sum" : "wrong", () => 1); };'],
  ['module.exports', 'commonjs.bench.cjs', 'module.exports = (bench) => bench("sum", () => 1);'],
  ['a compiled default export', 'compiled.bench.cjs', 'exports.__esModule = true; exports.default = (bench) => bench("sum", () => 1);'],
])('benchmarks are declared by %s', async (_, file, text) => {
  const [benchmark, ...others] = await collect({ [file]: text });
  expect([benchmark?.group, benchmark?.name, others]).toEqual([file.split('.')[0], 'sum', []]);
  const outcome = await benchmark?.run();
  expect(outcome).toMatchObject({ runs: 12, ordered: true, result: { state: 'completed', error: null } });
  expect(outcome?.result.latency?.samples).toHaveLength(12);
});

test('a file may bring tinybench Benches of its own, which keep their samples', async () => {
  const text = `const bench = { name: 'own', tasks: [{ name: 'sum', result: undefined, run() { this.result = { state: 'completed', latency: { samples: [1, 2] } }; } }], add() {}, run() {} };
export default [bench];`;
  const [benchmark] = await collect({ 'own.bench.mjs': text });
  expect([benchmark?.group, benchmark?.name]).toEqual(['own/own', 'sum']);
  expect(await benchmark?.run()).toEqual({ runs: 2, batch: 1, ordered: false, result: { state: 'completed', error: null, latency: { samples: [1, 2] } } });
});

test('an error of a benchmark comes out of its run, not before', async () => {
  const [benchmark] = await collect({ 'broken.bench.cjs': 'bench("boom", () => { throw new Error("no"); });' });
  await expect(benchmark?.run()).rejects.toThrow('no');
});

test('a file without benchmarks gives none', async () => {
  expect(await collect({ 'empty.bench.cjs': '' })).toEqual([]);
});

test.each([
  ['no default', 'nothing.bench.mjs', 'export const decode = () => 1;'],
  ['an object of functions', 'object.bench.cjs', 'module.exports = { decode: () => 1 };'],
])('a file that exports %s says what it must do', async (_, file, text) => {
  await expect(collect({ [file]: text })).rejects.toThrow(`${file} declares no benchmark: export as default a function that is given bench, or call bench(name, fn)`);
});

test('a function may find that there is nothing to measure here', async () => {
  expect(await collect({ 'none.bench.cjs': 'module.exports = () => {};' })).toEqual([]);
});
