import fc from 'fast-check';
import { adapters, type Parsed, type Reading, type SourceFile } from './index.js';
import { readFixtures, type Fixture } from './testing/fixtures.js';
import { numbersIn, NumberTokens } from './testing/number-tokens.js';

const fixtures = readFixtures();
const seed = 20261120;
const versionPattern = /("[^"]*version"\s*:\s*)(?:"[^"]*"|\d[\d.]*)/i;

/** Outputs with something to damage; of a long one a few damages, so that the long ones do not take all the time. */
const damageable = fixtures.filter(({ files }) => files.some(({ text }) => text.length > 1));
const runsFor = ({ files }: Fixture): number => (files.reduce((size, { text }) => size + text.length, 0) > 20_000 ? 4 : 20);
const cases = damageable.map((fixture) => [fixture.name, fixture] as const);

/** Outputs of which a part is an output by itself, with numbers of its own: lines before JSON, one dump of several. */
const manyInOne = new Set(['benchmarkjs/v2.1-json', 'callgrind/one-file-two-parts', 'callgrind/several-dumps']);

const isOk = ({ status }: Reading) => status === 'ok';
const keyOf = ({ benchmark, metric }: Reading) => JSON.stringify([benchmark.id, metric?.name]);

/** Every number is one that the whole output told, or stands in the damaged text. */
function expectNothingInvented({ readings }: Parsed, whole: Parsed, damaged: readonly SourceFile[]): void {
  const known = new Set(numbersIn(whole.readings));
  const others = numbersIn(readings).filter((value) => !known.has(value));
  if (others.length === 0) return;
  const tokens = new NumberTokens(damaged.map(({ text }) => text));
  expect(others.filter((value) => !tokens.has(value))).toEqual([]);
}

/** Findings name files that were read, or one that is missing beside them. */
function expectPlaces({ findings }: Parsed, files: readonly SourceFile[]): void {
  const folders = files.map(({ path }) => folderOf(path));
  for (const { file } of findings) if (file !== undefined) expect(folders).toContain(folderOf(file));
}

function folderOf(path: string): string {
  return path.slice(0, path.search(/[^/\\]*$/));
}

function replaceAt(files: readonly SourceFile[], which: number, change: (text: string) => string): SourceFile[] {
  return files.map(({ path, text }, index) => ({ path, text: index === which % files.length ? change(text) : text }));
}

describe('output that was cut off is told to be, or tells nothing that the whole does not', () => {
  it.each(cases)('%s', (_name, fixture) => {
    const { files, adapter } = fixture;
    const whole = adapter.parse(files);
    const wholeOf = new Map(whole.readings.map((reading) => [keyOf(reading), reading]));
    const failed = new Set(whole.readings.filter((reading) => !isOk(reading)).map(({ benchmark }) => benchmark.id));
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (which, place) => {
        const cut = replaceAt(files, which, (text) => text.slice(0, place % Math.max(1, text.length)));
        const parsed = adapter.parse(cut);
        expectPlaces(parsed, cut);
        expectNothingInvented(parsed, whole, cut);
        // What is told as an error is never reported.
        if (parsed.findings.some(({ level }) => level === 'error')) return;
        for (const reading of parsed.readings.filter((each) => isOk(each) && !failed.has(each.benchmark.id))) {
          const known = wholeOf.get(keyOf(reading));
          expect([keyOf(reading), reading.metric?.unit, reading.metric?.direction]).toEqual([keyOf(reading), known?.metric?.unit, known?.metric?.direction]);
          if (manyInOne.has(fixture.name)) continue;
          expect([keyOf(reading), reading.metric?.kind, reading.summary]).toEqual([keyOf(reading), known?.metric?.kind, known?.summary]);
          expect((reading.values ?? []).filter((value) => known?.values?.includes(value) !== true)).toEqual([]);
        }
      }),
      { seed, numRuns: runsFor(fixture) },
    );
  });

  it.each(cases.filter(([, { files, expected }]) => files.length === 1 && isJson(files[0]?.text ?? '') && expected.readings.length > 0))('%s: a JSON document that ends early is told, with its place', (_name, fixture) => {
    const { files, adapter } = fixture;
    const text = files[0]?.text.trimEnd() ?? '';
    fc.assert(
      fc.property(fc.integer({ min: 1, max: text.length - 1 }), (place) => {
        const cut = replaceAt(files, 0, () => text.slice(0, place));
        const { readings, findings } = adapter.parse(cut);
        expect(readings.filter(isOk)).toEqual([]);
        expect(findings).toContainEqual(expect.objectContaining({ level: 'error', file: files[0]?.path }));
      }),
      { seed, numRuns: runsFor(fixture) },
    );
  });
});

describe('output of which a byte flipped never gives a number that nothing says', () => {
  const noise = fc.constantFrom('\u0000', '#', '~', '"', '}', ']', '\n', ' ', '?', '<', '|', ';');
  const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzMGKB');

  it.each(cases)('%s', (_name, fixture) => {
    const { files, adapter } = fixture;
    const whole = adapter.parse(files);
    const places = files.map(({ text }) => placesIn(text, /[{}[\]:"|()<>=/\s]/g));
    const letters = files.map(({ text }) => placesIn(text, /(?<![\d.])[A-Za-z](?![\d+-])/g));
    const flip = (which: number, place: number, put: string, from: number[][]): SourceFile[] => {
      const at = from[which % files.length] ?? [];
      const position = at[place % Math.max(1, at.length)];
      return position === undefined ? files : replaceAt(files, which, (text) => text.slice(0, position) + put + text.slice(position + 1));
    };
    fc.assert(
      fc.property(fc.nat(), fc.nat(), noise, letter, (which, place, put, otherLetter) => {
        for (const damaged of [flip(which, place, put, places), flip(which, place, otherLetter, letters)]) {
          const parsed = adapter.parse(damaged);
          expectPlaces(parsed, damaged);
          expectNothingInvented(parsed, whole, damaged);
        }
      }),
      { seed, numRuns: runsFor(fixture) },
    );
  });
});

describe('a version that nobody knows', () => {
  const versioned = cases.filter(([, { files }]) => files.some(({ text }) => versionPattern.test(text)));

  it.each(versioned)('%s: is told, or its numbers are the ones that stand there', (_name, { files, adapter }) => {
    const whole = adapter.parse(files);
    for (const version of ['"999.0.0"', '999', 'null', '"next"']) {
      const other = files.map(({ path, text }) => ({ path, text: text.replace(versionPattern, `$1${version}`) }));
      const parsed = adapter.parse(other);
      expectPlaces(parsed, other);
      expectNothingInvented(parsed, whole, other);
      if (parsed.readings.length === 0 && whole.readings.length > 0) expect(parsed.findings).not.toEqual([]);
    }
  });
});

describe.each(adapters.map((adapter) => [adapter.tool, adapter] as const))('%s', (tool, adapter) => {
  it('measures nothing in an empty file, and in none', () => {
    for (const text of ['', '\n', ' ', '\ufeff']) expect(adapter.parse([{ path: 'a.json', text }]).readings).toEqual([]);
    expect(adapter.parse([]).readings).toEqual([]);
  });

  it('ends soon, however long the lines are', () => {
    const beginnings = fixtures.filter((fixture) => fixture.tool === tool).flatMap(({ files }) => files.slice(0, 2).flatMap(({ text }) => text.split('\n').slice(0, 4)));
    const stretched = [...new Set(beginnings)].slice(0, 12).flatMap((line) => [' ', '1', '(', 'a ', '\t', '"', '1.', '/'].map((part) => line.slice(0, 200) + part.repeat(20_000) + line.slice(200, 400)));
    for (const text of stretched) adapter.parse([{ path: 'a/new/sample.json', text: `${text}\n` }]);
    expect(stretched.length).toBeGreaterThan(0);
  }, 10_000);
});

function placesIn(text: string, pattern: RegExp): number[] {
  return [...text.matchAll(pattern)].map(({ index }) => index);
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}
