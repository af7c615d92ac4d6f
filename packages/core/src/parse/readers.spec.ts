import { adapterFor, adapters, detectTools, type SourceFile } from './index.js';
import { readFixtures } from './testing/fixtures.js';

const fixtures = readFixtures();
const lineTools = adapters.filter(({ createReader }) => createReader !== undefined);
const fileTools = adapters.filter(({ createSourceReader }) => createSourceReader !== undefined);

/** As the command line reads a file of which it never holds more than a line. */
function readByLine(files: readonly SourceFile[], tool: (typeof lineTools)[number]): unknown {
  const reader = tool.createReader!();
  for (const { path, text } of files) {
    const lines = text.replace(/^\ufeff/, '').split('\n');
    lines.forEach((line, index) => {
      if (index < lines.length - 1 || line !== '') reader.line(line.replace(/\r$/, ''), { file: path, line: index + 1 });
    });
  }
  return reader.end();
}

describe.each(lineTools.map((adapter) => [adapter.tool, adapter] as const))('%s line by line', (_tool, adapter) => {
  it.each(fixtures.map((fixture) => [fixture.name, fixture.files] as const))('reads %s as it does the whole text', (_name, files) => {
    const whole = files.map(({ path, text }) => ({ path, text: text.replace(/^\ufeff/, '') }));
    expect(readByLine(files, adapter)).toEqual(adapter.parse(whole));
  });
});

describe.each(fileTools.map((adapter) => [adapter.tool, adapter] as const))('%s file by file', (_tool, adapter) => {
  it.each(fixtures.map((fixture) => [fixture.name, fixture.files] as const))('reads %s as it does all files, in any order', (_name, files) => {
    const reader = adapter.createSourceReader!();
    for (const file of [...files].reverse()) if (reader.wants(file.path)) reader.file(file);
    expect(reader.end()).toEqual(adapter.parse(files));
  });
});

describe('the beginning of a file', () => {
  it.each(fixtures.map((fixture) => [fixture.name, fixture.files] as const))('tells the tool of %s as the whole does', (_name, files) => {
    const beginnings = files.map(({ path, text }) => ({ path, text: text.slice(0, 16_384) }));
    expect(detectTools(beginnings)).toEqual(detectTools(files));
  });
});

describe('records', () => {
  const { createReader } = adapterFor('records');
  const record = (id: string) => JSON.stringify({ bench_id: id, metric: 'duration_ms', unit: 'ms', p50: 1, p95: 2, n: 10, timestamp: 't' });
  const read = (lines: readonly string[]) => {
    const reader = createReader!();
    lines.forEach((line, index) => reader.line(line, { file: 'a.ndjson', line: index + 1 }));
    return reader.end();
  };

  it('may be an array over many lines, after blank ones', () => {
    expect(read(['', '[', record('a'), ',', record('b'), ']']).readings.map(({ benchmark }) => benchmark.id)).toEqual(['a', 'b']);
  });

  it('may be an array in one file and lines in the next', () => {
    const reader = createReader!();
    for (const [file, text] of [['a.json', `[${record('a')}]`], ['b.ndjson', record('b')], ['c.json', `[${record('c')}]`]] as const) reader.line(text, { file, line: 1 });
    expect(reader.end()).toMatchObject({ findings: [], readings: [{ benchmark: { id: 'a' } }, { benchmark: { id: 'b' } }, { benchmark: { id: 'c' } }] });
  });

  it('have no end as lines, but an array has', () => {
    const filler = ' '.repeat(1024 * 1024);
    const many = Array.from({ length: 66 }, () => filler);
    expect(read([...many, record('a')])).toMatchObject({ findings: [], readings: [{ benchmark: { id: 'a' } }] });
    expect(read(['[', ...many, ']'])).toMatchObject({ readings: [], findings: [{ code: 'BNL012', file: 'a.ndjson' }] });
  });
});
