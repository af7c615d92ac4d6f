import { createFinding, type Finding } from '../../model/index.js';
import { benchmarkName } from '../benchmark-name.js';
import { failedReading } from '../conclude.js';
import { positionOf } from '../json-text.js';
import { metricShapes } from '../metric-shapes.js';
import { parseEach } from '../parse-each.js';
import type { BenchmarkName, Parsed, Reading, SourceFile, ToolAdapter } from '../parsed.js';
import { attributeOf, elementsIn, numberOf, parseXmlText, type XmlElement } from '../xml-text.js';

const title = 'Catch2';

/**
 * Catch2's XML reporter (`-r xml -o FILE`) of 2.9 to 3.x: the root is <Catch> with a <Group> in 2.x, <Catch2TestRun> in 3.x. Of each benchmark it has
 * mean and standard deviation, in ns and with six digits, no value and no median: the mean stands for the middle.
 */
export const catch2: ToolAdapter = {
  tool: 'catch2',
  title,
  traits: {
    versions: 'XML of 2.9 to 3.x',
    metrics: [{ ...metricShapes.time, kinds: ['summary'] }],
    ordered: false,
    nesting: null,
    failure: '<failed> in a benchmark that threw, with exit code 0; <OverallResult success="false"> of its test case',
    nothingRun: 'no <BenchmarkResults>, exit code 0 (2.x) or 2 (3.x)',
  },
  detects: (files) => files.length > 0 && files.every(({ text }) => isXml.test(text.slice(0, 16_384)) || isJson.test(text.slice(0, 16_384))),
  parse: (files) => parseEach(files, title, parseFile),
};

/** As many as a report can hold. */
const mostTags = 64;

const isXml = /^\ufeff?\s*(?:<\?xml[^>]*>\s*)?<(?:!DOCTYPE\s+)?(?:Catch|Catch2TestRun)[\s>]/;
const isJson = /^\ufeff?\s*\{\s*"version"\s*:\s*\d+\s*,\s*"metadata"\s*:\s*\{[^{}]*"catch2-version"/;

function parseFile({ path, text }: SourceFile): Parsed {
  const harness = { name: title, version: null, outputVersion: null };
  const unread = (finding: Finding): Parsed => ({ harness, readings: [], findings: [finding] });
  if (isJson.test(text.slice(0, 16_384))) return unread(createFinding('BNL002', { tool: title, problem: 'this is its JSON reporter, which leaves out every benchmark number; use -r xml' }, { file: path }));
  const xml = parseXmlText(text, path, title);
  if ('finding' in xml) return unread(xml.finding);
  const { root } = xml;
  if (root.name !== 'Catch' && root.name !== 'Catch2TestRun') return unread(createFinding('BNL002', { tool: title, problem: `the root element is ${root.name.slice(0, 64)}` }, { file: path }));
  const place = { file: path, text: text.startsWith('\ufeff') ? text.slice(1) : text };
  const testCases = [root, ...elementsIn(root, 'Group')].flatMap((element) => elementsIn(element, 'TestCase'));
  const parts = testCases.map((testCase) => readTestCase(testCase, place));
  return {
    harness: { ...harness, version: attributeOf(root, 'catch2-version'), outputVersion: attributeOf(root, 'xml-format-version') },
    readings: parts.flatMap(({ readings }) => readings),
    findings: parts.flatMap(({ findings }) => findings),
  };
}

type Part = Pick<Parsed, 'readings' | 'findings'>;
type Place = Pick<SourceFile, 'text'> & { file: string };

/** Numbers of a test case that failed are not used: it did not do what was meant to be timed. One without benchmarks is none, unless it failed or was skipped before it came to them. */
function readTestCase(testCase: XmlElement, place: Place): Part {
  const name = attributeOf(testCase, 'name') ?? '';
  const tags = [...(attributeOf(testCase, 'tags') ?? '').matchAll(/\[([^\]]{1,200})\]/g)].map(([, tag]) => tag ?? '').filter((tag) => !['!benchmark', '!hide', '.'].includes(tag)).slice(0, mostTags);
  const results = findBenchmarks(testCase, []);
  const named = results.map(({ element, path }) => ({ element, benchmark: nameOf(element, { testCase: name, path, tags }) }));
  const outcome = elementsIn(testCase, 'OverallResult')[0];
  const failed = attributeOf(outcome, 'success') === 'false';
  if (named.length > 0) return combine(named.map(({ element, benchmark }) => (failed ? failure(benchmark, `its test case "${name.slice(0, 200)}" failed`, { element, place }) : readBenchmark(element, benchmark, place))));
  const benchmark = benchmarkName({ id: name, tags });
  if (failed) return failure(benchmark, 'the test case failed before any benchmark', { element: testCase, place });
  return { readings: (numberOf(outcome, 'skips') ?? 0) > 0 ? [{ ...failedReading(benchmark), status: 'skipped' }] : [], findings: [] };
}

function combine(parts: readonly Part[]): Part {
  return { readings: parts.flatMap(({ readings }) => readings), findings: parts.flatMap(({ findings }) => findings) };
}

interface Found {
  element: XmlElement;
  /** Names of the sections around it. */
  path: readonly string[];
}

function findBenchmarks(element: XmlElement, path: readonly string[]): Found[] {
  return elementsIn(element).flatMap((child): Found[] => {
    if (child.name === 'BenchmarkResults') return [{ element: child, path }];
    return child.name === 'Section' ? findBenchmarks(child, [...path, attributeOf(child, 'name') ?? '']) : [];
  });
}

/** "test case/section/benchmark": benchmarks of different sections share names. */
function nameOf(element: XmlElement, { testCase, path, tags }: { testCase: string; path: readonly string[]; tags: readonly string[] }): BenchmarkName {
  const own = attributeOf(element, 'name') ?? '';
  return benchmarkName({ id: [testCase, ...path, own].join('/'), name: own, group: [testCase, ...path].join('/'), tags });
}

function failure(benchmark: BenchmarkName, outcome: string, { element, place }: { element: XmlElement; place: Place }): Part {
  const { line } = positionOf(place.text, element.start);
  return { readings: [failedReading(benchmark)], findings: [createFinding('BNL011', { command: benchmark.id, outcome }, { file: place.file, line, benchmark: benchmark.id })] };
}

function readBenchmark(element: XmlElement, benchmark: BenchmarkName, place: Place): Part {
  const thrown = elementsIn(element, 'failed')[0];
  if (thrown !== undefined) return failure(benchmark, `it threw: ${(attributeOf(thrown, 'message') ?? '').slice(0, 400) || 'no reason is told'}`, { element, place });
  const mean = numberOf(elementsIn(element, 'mean')[0], 'value');
  const n = numberOf(element, 'samples');
  if (mean !== null && mean > 0 && n !== null && Number.isSafeInteger(n) && n > 0) return { readings: [readingOf(benchmark, { element, mean, n })], findings: [] };
  const { line } = positionOf(place.text, element.start);
  const problem = 'a benchmark whose mean or number of samples is missing or not above zero';
  return { readings: [failedReading(benchmark)], findings: [createFinding('BNL002', { tool: title, problem }, { file: place.file, line, benchmark: benchmark.id })] };
}

/** With --benchmark-no-analysis nothing but the mean was worked out; the deviation of 0 then stands at a confidence of 0. */
function readingOf(benchmark: BenchmarkName, { element, mean, n }: { element: XmlElement; mean: number; n: number }): Reading {
  const deviation = elementsIn(element, 'standardDeviation')[0];
  const stddev = numberOf(deviation, 'ci') === 0 ? null : numberOf(deviation, 'value');
  const summary = { n, min: null, p50: mean, p95: null, p99: null, max: null, mean, stddev, mad: null };
  return { benchmark, status: 'ok', metric: { ...metricShapes.time, kind: 'summary', ordered: false }, values: null, summary };
}
