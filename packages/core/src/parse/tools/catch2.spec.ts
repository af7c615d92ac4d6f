import { adapterFor, detectTool } from '../index.js';
import { readFixtures } from '../testing/fixtures.js';

const { parse } = adapterFor('catch2');
const fixtures = readFixtures().filter(({ tool }) => tool === 'catch2');
const filesOf = (name: string) => fixtures.find((fixture) => fixture.name === `catch2/${name}`)?.files ?? [];
const xml = (inside: string, root = 'Catch2TestRun') => [{ path: 'out.xml', text: `<?xml version="1.0"?>\n<${root}>${inside}</${root}>` }];
const benchmark = (mean: string, name = 'b') => `<BenchmarkResults name="${name}" samples="3"><mean value="${mean}" ci="0.95"/></BenchmarkResults>`;

/** Read off the files by Python's xml.etree. */
describe('values of Catch2', () => {
  it('2.13.10', () => {
    const { readings, findings, harness } = parse(filesOf('sections-2.13'));
    expect(readings.map(({ benchmark: { id }, summary }) => [id, summary?.n, summary?.mean, summary?.stddev])).toEqual([
      ['fib/fib 10', 20, 68.4524, 0.394615],
      ['fib/fib <15> & "more"', 20, 826.033, 104.549],
      ['sections/small/run', 20, 6.22472, 0.0093954],
      ['sections/small/inner/run', 20, 10.5614, 0.0417556],
      ['sections/large/run', 20, 175.723, 8.07339],
    ]);
    expect(findings).toEqual([]);
    expect(harness.version).toBeNull();
  });

  it('3.7.1, which tells its version', () => {
    const { readings, harness } = parse(filesOf('sections-3.7'));
    expect(readings.map(({ benchmark: { id }, summary }) => [id, summary?.mean, summary?.stddev])).toEqual([['fib/fib 10', 69.5156, 2.70916], ['fib/inner/fib 15', 820.9, 54.8918]]);
    expect(harness).toEqual({ name: 'Catch2', version: '3.7.1', outputVersion: '3' });
  });

  it('without analysis there is no deviation, whatever stands in its place', () => {
    const { readings } = parse(filesOf('no-analysis-2.13'));
    expect(readings.map(({ summary }) => [summary?.mean, summary?.stddev])).toEqual([[116.397, null], [1337.95, null], [10.6547, null], [19.4113, null], [320.896, null]]);
  });

  it('scientific notation is a number; words, hexadecimal and infinity are none', () => {
    expect(parse(xml(`<TestCase name="t">${benchmark('1.60792e+06')}</TestCase>`)).readings).toMatchObject([{ summary: { p50: 1607920 } }]);
    for (const mean of ['nan', 'inf', '0x10', '', '1e999', '1e120', '-5']) expect(parse(xml(`<TestCase name="t">${benchmark(mean)}</TestCase>`)).readings).toMatchObject([{ status: 'failed' }]);
  });
});

describe('traps', () => {
  it('T5: it is a summary of one run, of which the mean alone is told; it stands for the middle', () => {
    const [first] = parse(filesOf('sections-3.7')).readings;
    expect(first).toMatchObject({ values: null, metric: { kind: 'summary', ordered: false, unit: 'ns', direction: 'lower' }, summary: { p50: 69.5156, mean: 69.5156, min: null, p95: null, max: null } });
  });

  it('T26: the root is another in 2.x and in 3.x', () => {
    expect(filesOf('sections-2.13')[0]?.text).toContain('<Catch name=');
    expect(filesOf('sections-3.7')[0]?.text).toContain('<Catch2TestRun name=');
    expect(parse(xml(`<Group name="g"><TestCase name="t">${benchmark('2')}</TestCase></Group>`, 'Catch')).readings).toMatchObject([{ benchmark: { id: 't/b' } }]);
    expect(parse(xml('', 'testsuites'))).toMatchObject({ readings: [], findings: [{ code: 'BNL002', what: expect.stringContaining('root element is testsuites') }] });
  });

  it('T26: the JSON reporter has no benchmark numbers, and that is said', () => {
    expect(detectTool(filesOf('json-reporter-3.7'))).toBe('catch2');
    expect(parse(filesOf('json-reporter-3.7'))).toMatchObject({ readings: [], findings: [{ code: 'BNL002', what: expect.stringContaining('use -r xml') }] });
  });

  it('T8: a benchmark that throws counts as success for Catch2; it is failed here, and so is all of a test case that fails', () => {
    const { readings, findings } = parse(filesOf('failures-2.13'));
    expect(readings.filter(({ status }) => status === 'failed').map(({ benchmark: { id } }) => id)).toEqual(['fails after/measured', 'fails before', 'throws/thrower']);
    expect(findings).toMatchObject([{ code: 'BNL011', line: 50 }, { code: 'BNL011', line: 66 }, { code: 'BNL011', line: 78, what: expect.stringContaining('no data here') }]);
  });

  it('T7: a run without benchmarks is no reading', () => {
    expect(parse(filesOf('nothing-2.13'))).toMatchObject({ readings: [], findings: [] });
    expect(parse(xml('<TestCase name="unit test"><OverallResult success="true"/></TestCase>')).readings).toEqual([]);
  });

  it('a test case that is skipped before its benchmarks is skipped', () => {
    expect(parse(xml('<TestCase name="t"><Skip/><OverallResult success="true" skips="1"/></TestCase>')).readings).toMatchObject([{ status: 'skipped', benchmark: { id: 't' } }]);
  });

  it('tags are kept, but for those that make it a benchmark', () => {
    expect(parse(xml(`<TestCase name="t" tags="[!benchmark][!hide][.][decode][slow]">${benchmark('2')}</TestCase>`)).readings).toMatchObject([{ benchmark: { tags: ['decode', 'slow'], group: 't', name: 'b' } }]);
  });
});

describe('hostile XML', () => {
  it('entities of its own are refused, used or not', () => {
    expect(parse(filesOf('entities'))).toMatchObject({ readings: [], findings: [{ code: 'BNL002', line: 3 }] });
    const unused = `<?xml version="1.0"?>\n<!DOCTYPE Catch [<!ENTITY a "a">]>\n<Catch><Group><TestCase name="t">${benchmark('1')}</TestCase></Group></Catch>`;
    expect(parse([{ path: 'out.xml', text: unused }])).toMatchObject({ readings: [], findings: [{ code: 'BNL002', what: expect.stringContaining('document type') }] });
  });

  it('entities from elsewhere are not fetched', () => {
    const external = '<!DOCTYPE Catch SYSTEM "file:///etc/hostname" [<!ENTITY x SYSTEM "file:///etc/hostname">]><Catch name="&x;"/>';
    expect(parse([{ path: 'out.xml', text: external }])).toMatchObject({ readings: [], findings: [{ code: 'BNL002' }] });
  });

  it.each([65, 3000, 60_000])('%d levels are too deep', (levels) => {
    const text = `<Catch>${'<Section name="s">'.repeat(levels)}${'</Section>'.repeat(levels)}</Catch>`;
    expect(parse([{ path: 'out.xml', text }])).toMatchObject({ readings: [], findings: [{ code: 'BNL012', what: expect.stringContaining('64 levels') }] });
  });

  it('a file that ends in the middle is not read in part', () => {
    expect(parse(filesOf('cut-2.13'))).toMatchObject({ readings: [], findings: [{ code: 'BNL002', line: 21 }] });
  });

  it('attributes that every object has are not numbers of the file', () => {
    expect(parse(xml('<TestCase name="t"><BenchmarkResults name="b" samples="3" __proto__="x" constructor="y"><mean/></BenchmarkResults></TestCase>')).readings).toMatchObject([{ status: 'failed' }]);
  });

  it('a byte order mark does not matter', () => {
    const [file] = filesOf('sections-2.13');
    expect(parse([{ path: file?.path ?? '', text: `\ufeff${file?.text}` }])).toEqual(parse(filesOf('sections-2.13')));
  });
});
