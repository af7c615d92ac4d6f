import fc from 'fast-check';
import { adapters, detectTool, type Parsed, type SourceFile } from './index.js';
import { readFixtures } from './testing/fixtures.js';

const fixtures = readFixtures();

fc.configureGlobal({ seed: 20261120 });

/** What every caller may rely on, whatever the text was; told as texts, since a thousand expectations take longer than the reading. */
function flawsOf({ readings, findings }: Parsed): string[] {
  const seen = new Set<string>();
  const flaws: string[] = [];
  const demand = (holds: boolean, flaw: string): void => void (holds || flaws.push(flaw));
  for (const { benchmark, status, metric, values, summary } of readings) {
    const key = JSON.stringify([benchmark.id, metric?.name]);
    demand(benchmark.id.length > 0, 'an id is empty');
    demand(Math.max(benchmark.id.length, benchmark.name.length, benchmark.group?.length ?? 0) <= 1024, `${key} has a name that is too long`);
    demand(Object.getPrototypeOf(benchmark.params) === Object.prototype, `${key} has parameters with another prototype`);
    demand(Object.values(benchmark.params).every((value) => typeof value === 'string' && value.length <= 8192), `${key} has parameters that are no texts, or too long`);
    demand(!seen.has(key), `${key} stands twice`);
    seen.add(key);
    demand((metric !== null) === (status === 'ok'), `${key} is ${status}, with or without a metric`);
    demand((values !== null || summary !== null) === (status === 'ok'), `${key} is ${status}, with or without numbers`);
    demand(values === null || (values.length > 0 && values.every(Number.isFinite)), `${key} has values that are none`);
    demand(summary === null || (summary.n > 0 && Number.isFinite(summary.p50) && Object.values(summary).every((value) => value === null || Number.isFinite(value))), `${key} has a summary that is none`);
  }
  for (const { code, what } of findings) demand(/^BNL\d{3}$/.test(code) && what.length <= 8192, `${code} is no code, or says too much`);
  return flaws;
}

const paths = fc.constantFrom('out.json', 'a/new/benchmark.json', 'a/new/sample.json', 'a\\new\\sample.json', 'new/benchmark.json', '../../x', '');

function readByAll(files: readonly SourceFile[]): void {
  expect(adapters.flatMap((adapter) => flawsOf(adapter.parse(files)).map((flaw) => `${adapter.tool}: ${flaw}`))).toEqual([]);
  expect([null, ...adapters.map(({ tool }) => tool)]).toContain(detectTool(files));
}

describe('whatever a tool prints, reading it never throws and gives sound readings', () => {
  it('any text', () => {
    const file = fc.record({ path: paths, text: fc.string({ unit: 'binary', maxLength: 200 }) });
    fc.assert(fc.property(fc.array(file, { maxLength: 4 }), readByAll), { numRuns: 300 });
  });

  it('any JSON under the right keys', () => {
    const keys = ['results', 'command', 'times', 'measurements', 'tinybench', 'tasks', 'name', 'result', 'latency', 'samples', 'schemaVersion', 'schema_version', 'suites', 'benchmarks', 'id', 'metrics', 'summary', 'unit', 'p50', 'n'];
    const moreKeys = ['bench_id', 'metric', 'full_id', 'iters', 'throughput', 'parameters', 'exit_codes', '__proto__', 'toString', 'constructor', 'length', 'state', 'error', 'status', 'direction'];
    const values = fc.oneof(fc.constantFrom<unknown>('ok', 'duration_ms', 'ms', 'ns', 'lower', 'completed', 1, 2, 0, -1, 1e308, null, true, ''), fc.double(), fc.string({ maxLength: 5 }));
    const { tree } = fc.letrec<{ tree: unknown; node: unknown }>((tie) => ({
      tree: fc.oneof({ depthSize: 'small', withCrossShrink: true }, values, fc.array(tie('tree'), { maxLength: 3 }), tie('node')),
      node: fc.dictionary(fc.constantFrom(...keys, ...moreKeys), tie('tree'), { maxKeys: 6 }),
    }));
    const file = fc.record({ path: paths, text: tree.map((value) => JSON.stringify(value) ?? '') });
    fc.assert(fc.property(fc.array(file, { minLength: 1, maxLength: 3 }), readByAll), { numRuns: 500 });
  });

  it('a real output, damaged anywhere', () => {
    const damage = fc.constantFrom('', '"', '}', ']', ',', '\\', '\n', '\u0000', 'NaN', '1e999', '-1', 'null', '{"__proto__":1}', '['.repeat(100), '\u001b[31m', '::error::');
    const small = fixtures.filter(({ files }) => files.reduce((size, { text }) => size + text.length, 0) < 20_000);
    expect(small.length).toBeGreaterThan(20);
    const damaged = fc.tuple(fc.constantFrom(...small), fc.nat(), fc.nat(), fc.nat(50), damage).map(([{ files }, which, place, cut, put]) =>
      files.map(({ path, text }, index) => {
        const at = place % (text.length + 1);
        return { path, text: index === which % files.length ? text.slice(0, at) + put + text.slice(at + cut) : text };
      }),
    );
    fc.assert(fc.property(damaged, readByAll), { numRuns: 400 });
  });

  it('every value of a real output replaced by any other', () => {
    const json = fixtures.filter(({ files }) => files.length === 1 && (files[0]?.text.length ?? 0) < 20_000 && isJson(files[0]?.text ?? ''));
    const swapped = fc.tuple(fc.constantFrom(...json), fc.nat(), fc.jsonValue({ maxDepth: 2 })).map(([{ files }, which, value]) => files.map(({ path, text }) => ({ path, text: replaceScalar(text, which, value) })));
    fc.assert(fc.property(swapped, readByAll), { numRuns: 400 });
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The text with its nth value (counted round) replaced. */
function replaceScalar(text: string, which: number, value: unknown): string {
  let count = 0;
  JSON.parse(text, (_key, old: unknown) => void (count += 1, old));
  let at = 0;
  return JSON.stringify(JSON.parse(text, (_key, old: unknown) => (at++ === which % count ? value : old))) ?? '';
}
