import { benchfmtExportMark, decodeBenchfmtWord, metricOfBenchfmtUnit } from '../../model/index.js';
import { benchmarkName } from '../benchmark-name.js';
import { conclude } from '../conclude.js';
import type { LinePlace, LineReader } from '../line-reader.js';
import type { BenchmarkName, Parsed, Reading } from '../parsed.js';

/**
 * Reads what `benchline export --format benchfmt` wrote, by a reader of the format: a file that bears its mark has encoded names, metrics as units, and a line for each round.
 * The reader is given short stand-ins for both, so that nothing of a name means anything to it; afterwards they are what they were. Files without the mark pass through.
 */
export class GoExportReader implements LineReader {
  readonly #reader: LineReader;
  readonly #ids = new StandIns();
  readonly #units = new StandIns();
  #file: string | null = null;
  #marked = false;

  constructor(reader: LineReader) {
    this.#reader = reader;
  }

  line(text: string, place: LinePlace, unended = false): void {
    if (place.file !== this.#file) this.#marked = false;
    this.#file = place.file;
    if (text === benchfmtExportMark) this.#marked = true;
    this.#reader.line(this.#marked ? this.#disguise(text) : text, place, unended);
  }

  end(): Parsed {
    const parsed = this.#reader.end();
    if (this.#ids.size === 0) return parsed;
    const findings = parsed.findings.map((finding) => ({ ...finding, what: this.#ids.restore(finding.what), ...(finding.benchmark === undefined ? {} : { benchmark: benchmarkName({ id: this.#ids.restore(finding.benchmark) }).id }) }));
    return conclude({ ...parsed, readings: parsed.readings.map((reading) => this.#restore(reading)), findings });
  }

  #disguise(text: string): string {
    const [, mark = '', word, rest = ''] = /^(--- (?:FAIL|SKIP): )?Benchmark(\S+)(.*)$/s.exec(text) ?? [];
    if (word !== undefined) return `${mark}Benchmark${this.#ids.for(decodeBenchfmtWord(word))}${rest.split('\t').map((cell) => this.#disguiseUnit(cell)).join('\t')}`;
    const [, unit, statement] = /^Unit (\S+)( .*)$/s.exec(text) ?? [];
    return unit === undefined ? text : `Unit ${this.#unit(unit)}${statement}`;
  }

  /** "5 ns/op" */
  #disguiseUnit(cell: string): string {
    const at = cell.indexOf(' ');
    return at === -1 ? cell : `${cell.slice(0, at)} ${this.#unit(cell.slice(at + 1))}`;
  }

  #unit(unit: string): string {
    return metricOfBenchfmtUnit(unit) === null ? unit : this.#units.for(unit);
  }

  #restore(reading: Reading): Reading {
    const benchmark = this.#restoreName(reading.benchmark);
    const unit = this.#units.meant(reading.metric?.name ?? '');
    const metric = unit === null ? null : metricOfBenchfmtUnit(unit);
    if (reading.metric === null || reading.values === null || metric === null) return { ...reading, benchmark };
    return { ...reading, benchmark, metric: { ...reading.metric, ...metric }, processes: reading.values.map(() => 1) };
  }

  #restoreName(benchmark: BenchmarkName): BenchmarkName {
    const id = this.#ids.restore(benchmark.id);
    return id === benchmark.id ? benchmark : benchmarkName({ ...benchmark, id, name: this.#ids.restore(benchmark.name), params: Object.entries(benchmark.params) });
  }
}

/** Words that stand for others: `#0`, `#1`, ... */
class StandIns {
  readonly #numbers = new Map<string, number>();
  readonly #meant: string[] = [];

  get size(): number {
    return this.#meant.length;
  }

  for(text: string): string {
    const known = this.#numbers.get(text) ?? this.#meant.push(text) - 1;
    this.#numbers.set(text, known);
    return `#${known}`;
  }

  /** What a word stands for; null: it is none of these. */
  meant(word: string): string | null {
    const number = /^#(\d+)$/.exec(word)?.[1];
    return number === undefined ? null : this.#meant[Number(number)] ?? null;
  }

  /** The text with the first stand-in replaced, before it `Benchmark` too. */
  restore(text: string): string {
    return text.replace(/(?:Benchmark)?#(\d+)/, (word, number: string) => this.#meant[Number(number)] ?? word);
  }
}
