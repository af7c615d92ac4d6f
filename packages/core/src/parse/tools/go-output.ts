import type { LinePlace } from '../line-reader.js';
import type { GoBenchmark, GoSection } from './go-benchmarks.js';
import { parseCondition } from './go-condition.js';
import { endOfWord, isBlank, skipBlanks } from './go-result-scanner.js';
import type { GoRun } from './go-run.js';
import { quoted, type GoTrouble } from './go-troubles.js';
import { goMetricOf, parseUnitStatement } from './go-units.js';

const prefix = 'Benchmark';
const mostConditions = 64;

/** A name that was printed and has no result yet. */
interface OpenName {
  printed: string;
  /** Its line has broken off, so that the result stands alone somewhere below. */
  torn: boolean;
}

/** Reads one stream of text: the whole output, or what one package printed where events (go test -json) tell the packages apart. */
export class GoOutput {
  private readonly conditions = new Map<string, string>();
  private section: GoSection | null = null;
  private current: GoBenchmark | null = null;
  private open: OpenName | null = null;
  private last: string | null = null;
  private panic: GoTrouble | null = null;
  /** Waits for its reason, which Go prints on the next line, or before it with -v. */
  private unexplained: GoTrouble | null = null;
  private log = '';
  private verbose = false;
  /** The benchmark of this process that failed last. */
  private failed: string | null = null;
  private ending = '';
  private previous = '';
  private process: number;

  constructor(
    private readonly run: GoRun,
    private name: string | null = null,
  ) {
    this.process = run.processes += 1;
  }

  line(text: string, place: LinePlace, unended = false): void {
    if (this.unexplained !== null) this.explain(text);
    if (text.charCodeAt(0) === 66 && isName(text, 0)) this.readBenchmark(text, place, unended);
    else if (this.panic !== null && !text.startsWith('FAIL\t')) this.readTrace(text, this.panic);
    else this.readOther(text, place);
  }

  private readBenchmark(text: string, place: LinePlace, unended: boolean): void {
    const { current, run } = this;
    const repeats = current !== null && text.startsWith(current.printed) && isBlank(text.charCodeAt(current.printed.length));
    const end = repeats ? current.printed.length : endOfWord(text, 0);
    if (end === text.length) {
      this.verbose = true;
      this.open = { printed: text, torn: false };
      this.log = '';
    } else if (run.scanner.scan(text, end)) {
      const benchmark = repeats ? current : run.benchmarks.benchmark(this.sectionHere(), text.slice(0, end));
      this.addResult(benchmark, text, place);
      if (unended && run.benchmarks.hasNewUnit) this.trouble('unreadable', { name: benchmark.printed, text: `the output ends in the result of ${benchmark.printed}, with a unit that stands nowhere else`, place });
    } else this.readTorn(text, end, place);
  }

  private addResult(benchmark: GoBenchmark, line: string, place: LinePlace): void {
    const { scanner, benchmarks } = this.run;
    this.current = benchmark;
    this.last = benchmark.printed;
    this.open = null;
    if (scanner.unusable !== null) this.trouble('unreadable', { name: benchmark.printed, text: `${benchmark.printed} has the value ${quoted(scanner.unusable)}, which is no measurement`, place });
    else if (!benchmarks.add(benchmark, { scanner, line, process: this.process })) this.trouble('unreadable', { name: benchmark.printed, text: `${benchmark.printed} has a unit twice in one result, or more than 64 of them`, place });
  }

  /** Go prints name and tab before it measures: whatever the benchmark prints meanwhile stands between name and numbers. */
  private readTorn(text: string, end: number, place: LinePlace): void {
    const start = skipBlanks(text, end);
    if (!text.slice(end, start).includes('\t')) return;
    const printed = text.slice(0, end);
    this.open = { printed, torn: true };
    this.last = printed;
    this.run.benchmarks.benchmark(this.sectionHere(), printed);
    const rest = text.slice(start);
    if (/^(?:--- |panic: |fatal error: )/.test(rest)) this.readOther(rest, place);
    else this.tornTrouble(printed, rest, place);
  }

  private tornTrouble(printed: string, rest: string, place: LinePlace): void {
    const found = rest === '' ? 'the output ends or goes on elsewhere' : `found ${JSON.stringify(quoted(rest))}`;
    this.trouble('unreadable', { name: printed, text: `the result of ${printed} is torn by other output, ${found}; go test -v prints it in one piece`, place });
  }

  private readOther(text: string, place: LinePlace): void {
    if (text.startsWith('--- ')) this.readMark(text, place);
    else if (text.startsWith('FAIL\t')) this.readFailedPackage(text, place);
    else if (text.startsWith('Unit ')) this.readUnit(text);
    else if (text.startsWith('panic: ') || text.startsWith('fatal error: ')) this.beginPanic(text, place);
    else if (text.startsWith('exit status ') || text.startsWith('signal: ')) this.ending = this.previous === '' ? text : `${text}; it said: ${quoted(this.previous)}`;
    else if (text.startsWith('    ')) this.log = text;
    this.previous = text;
    this.readStray(text, place);
  }

  private readStray(text: string, place: LinePlace): void {
    const at = text.indexOf(prefix, 1);
    if (at > 0 && isName(text, at)) this.readGlued(text, at, place);
    else if (text.charCodeAt(0) < 58) this.readOrphan(text, place);
    else this.readCondition(text);
  }

  /** A result behind something that was printed without a line's end. */
  private readGlued(text: string, at: number, place: LinePlace): void {
    const end = endOfWord(text, at);
    if (!this.run.scanner.scan(text, end)) return;
    this.open = null;
    this.last = text.slice(at, end);
    this.trouble('unreadable', { name: this.last, text: `the result of ${this.last} stands behind other output, found ${JSON.stringify(quoted(text.slice(0, at)))}`, place });
  }

  /** Numbers without a name belong to the name whose line broke off, or to what was measured last; either way they cannot be told with certainty. */
  private readOrphan(text: string, place: LinePlace): void {
    if (!text.includes('\t') || !text.includes('/op') || !this.run.scanner.scan(text, 0)) return;
    if (this.open?.torn === true) this.open = null;
    else if (this.last !== null) this.tornTrouble(this.last, text, place);
    else this.trouble('unreadable', { name: null, text: `a result without a name, found ${JSON.stringify(quoted(text))}`, place });
  }

  private readCondition(text: string): void {
    const code = text.charCodeAt(0);
    if (!(code >= 97 && code <= 122) && code < 128) return;
    const condition = parseCondition(text);
    if (condition === null) return;
    const { key, value } = condition;
    if (key === 'goos') this.beginProcess();
    if (key === 'pkg') this.name = value === '' ? null : value;
    else if (value === '') this.conditions.delete(key);
    else if (this.conditions.has(key) || this.conditions.size < mostConditions) this.conditions.set(key, value);
    this.section = this.current = null;
  }

  /** Each process of the testing package prints its heading once. */
  private beginProcess(): void {
    this.process = this.run.processes += 1;
    this.failed = null;
    this.open = null;
    this.last = null;
    this.verbose = false;
    this.ending = this.previous = '';
  }

  private readMark(text: string, place: LinePlace): void {
    const kind = text.startsWith('--- FAIL: ') ? 'failed' : text.startsWith('--- SKIP: ') ? 'skipped' : null;
    if (kind === null || !isName(text, 10)) return;
    const name = text.slice(10, endOfWord(text, 10));
    this.open = null;
    // A parent fails with its children, and has no result of its own.
    if (kind === 'failed' && this.failed?.startsWith(`${name}/`)) return;
    const trouble = this.trouble(kind, { name, text: this.verbose && this.log !== '' ? quoted(this.log) : 'it failed', place });
    this.unexplained = kind === 'failed' && !this.verbose ? trouble : null;
    if (kind === 'failed') this.failed = name;
    this.log = '';
  }

  private explain(text: string): void {
    if (text.startsWith('    ') && this.unexplained !== null) this.unexplained.text = quoted(text);
    this.unexplained = null;
  }

  private beginPanic(text: string, place: LinePlace): void {
    this.panic = this.trouble('failed', { name: this.open?.printed ?? null, text: quoted(text), place });
  }

  /** The stack names the benchmark's function, also where the benchmark's name has not been printed yet. */
  private readTrace(text: string, panic: GoTrouble): void {
    const start = `${this.name ?? ''}.${prefix}`;
    if (panic.name !== null || !text.startsWith(start)) return;
    panic.name = /^\w+/.exec(text.slice(start.length - prefix.length))?.[0] ?? null;
  }

  private readFailedPackage(text: string, place: LinePlace): void {
    const [, name = ''] = text.split(/[\t ]/, 2);
    const bracket = text.indexOf('[');
    const told = bracket === -1 ? null : text.slice(bracket).replace(/[[\]]/g, '');
    if (this.panic === null && this.failed === null) {
      const section = name === this.name ? this.sectionHere() : this.run.benchmarks.section(name, new Map());
      this.run.addTrouble({ section, name: this.open?.printed ?? null, kind: 'failed', text: quoted(told ?? (this.ending === '' ? 'FAIL' : this.ending)), place });
    }
    this.panic = null;
    this.beginProcess();
  }

  private readUnit(text: string): void {
    const statement = parseUnitStatement(text);
    if (statement === null) return;
    const { name } = goMetricOf(statement.unit);
    this.run.units.set(name, [...(this.run.units.get(name) ?? []), statement]);
  }

  private sectionHere(): GoSection {
    return (this.section ??= this.run.benchmarks.section(this.name, this.conditions));
  }

  private trouble(kind: GoTrouble['kind'], { name, text, place }: Pick<GoTrouble, 'name' | 'text' | 'place'>): GoTrouble {
    return this.run.addTrouble({ section: this.sectionHere(), name, kind, text, place });
  }
}

/** Whether a benchmark's name begins here: Go takes no small letter behind the prefix. */
function isName(text: string, at: number): boolean {
  if (!text.startsWith(prefix, at)) return false;
  const next = text.charCodeAt(at + prefix.length);
  return !(next >= 97 && next <= 122);
}
