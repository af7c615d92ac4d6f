import { adapterFor, adapters, detectTool } from './index.js';
import type { Parsed, Reading } from './parsed.js';
import type { DeclaredMetric } from './tool-traits.js';
import { readFixtures } from './testing/fixtures.js';

const all = readFixtures();

/** Through JSON, as a report would: NaN and undefined show. What a finding advises is the wording table's business. */
function told(parsed: Parsed): unknown {
  const findings = parsed.findings.map(({ why: _why, fix: _fix, ...finding }) => finding);
  return JSON.parse(JSON.stringify({ ...parsed, findings }));
}

function isDeclared(metric: NonNullable<Reading['metric']>, declared: DeclaredMetric): boolean {
  const { name, unit, direction, kinds } = declared;
  return [name ?? metric.name, unit ?? metric.unit, direction === 'told' ? metric.direction : direction].every((value, at) => value === [metric.name, metric.unit, metric.direction][at]) && kinds.includes(metric.kind);
}

describe.each(adapters.map((adapter) => [adapter.tool, adapter] as const))('%s', (tool, adapter) => {
  const own = all.filter((fixture) => fixture.tool === tool);

  it('has fixtures that measure something and fixtures that do not', () => {
    const measuring = own.filter(({ expected }) => expected.readings.some(({ status }) => status === 'ok'));
    expect(measuring.length).toBeGreaterThanOrEqual(1);
    expect(own.some(({ expected }) => expected.findings.length > 0)).toBe(true);
  });

  it.each(own.map((fixture) => [fixture.name, fixture] as const))('reads %s as expected', (_name, { adapter: reader, files, expected }) => {
    expect(told(reader.parse(files))).toEqual(told(expected));
  });

  it.each(own.map((fixture) => [fixture.name, fixture] as const))('keeps to the metrics that it declares in %s', (_name, { adapter: reader, files }) => {
    for (const { metric, values, processes } of reader.parse(files).readings) {
      if (metric !== null) expect(adapter.traits.metrics.some((declared) => isDeclared(metric, declared))).toBe(true);
      if (metric?.ordered) expect(adapter.traits.ordered).toBe(true);
      if (processes !== undefined) expect([adapter.traits.nesting === null, processes.reduce((sum, count) => sum + count, 0)]).toEqual([false, values?.length]);
    }
  });

  it.each(all.map((fixture) => [fixture.name, fixture] as const))('reads %s without an exception', (_name, fixture) => {
    const { readings } = adapter.parse(fixture.files);
    if (fixture.tool !== tool) expect(readings).toEqual([]);
  });
});

describe('every fixture', () => {
  it.each(all.map((fixture) => [fixture.name, fixture] as const))('%s tells where it comes from', (_name, { origin }) => {
    expect(origin).toMatch(/own run|by hand/);
  });

  // An empty file and bare brackets could be anybody's.
  const anonymous = new Set(['hyperfine/empty']);
  it.each(all.filter(({ name }) => !anonymous.has(name)).map((fixture) => [fixture.name, fixture] as const))('%s is known for its tool', (_name, { files, tool }) => {
    const detectable = tool === 'mapping' || (tool === 'criterion' && !files.some(({ path }) => path.includes('/new/'))) ? null : tool;
    expect(detectTool(files)).toBe(detectable);
  });
});

describe('which tool', () => {
  it('is unknown for nothing, for text and for other JSON', () => {
    expect(detectTool([])).toBeNull();
    expect(detectTool([{ path: 'a.txt', text: 'fast' }])).toBeNull();
    expect(detectTool([{ path: 'a.json', text: '{"results":[{"name":"x"}]}' }])).toBeNull();
  });

  it('is unknown for a mixture', () => {
    const mixed = [...(all.find(({ name }) => name === 'hyperfine/v2.0')?.files ?? []), ...(all.find(({ name }) => name === 'records/array')?.files ?? [])];
    expect(mixed).toHaveLength(2);
    expect(detectTool(mixed)).toBeNull();
  });

  it('has an adapter for each name', () => {
    for (const adapter of adapters) expect(adapterFor(adapter.tool)).toBe(adapter);
  });
});
