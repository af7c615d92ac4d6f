import { createFinding, type Direction, type Finding, type FindingPosition, type MappingRule } from '../../model/index.js';
import { benchmarkName, limitName } from '../benchmark-name.js';
import { conclude, failedReading } from '../conclude.js';
import { directionOfUnit } from '../direction-of-unit.js';
import { asNumber } from '../fields.js';
import type { BenchmarkName, Parsed, Reading } from '../parsed.js';
import { shownJson } from '../shown-json.js';
import { singleValue } from '../single-value.js';
import { readWrittenNumber } from '../written-number.js';
import { normaliseValue, readWrittenUnit, type WrittenUnit } from '../written-unit.js';
import type { RuleWords } from './rule-words.js';
import { fillTemplate } from './template.js';

export const title = 'tool mapping';

/** What a rule found in one place: what fills its texts, and the values as they stand there. */
export interface Match {
  rule: MappingRule & { words: RuleWords };
  lookUp: (hole: string) => string | null;
  values: readonly { written: unknown; position: FindingPosition }[];
  failed: boolean;
  /** Why what stands here is not to be believed. */
  doubt?: string;
  position: FindingPosition;
}

interface Gathered {
  benchmark: BenchmarkName;
  metric: NonNullable<Reading['metric']>;
  values: number[];
}

/** Makes readings of what the rules of a mapping found. */
export class MappedReadings {
  readonly #gathered: Gathered[] = [];
  readonly #repeated = new Map<string, Gathered>();
  readonly #failed = new Map<string, BenchmarkName>();
  readonly #findings: Finding[] = [];

  /** A problem with no benchmark of its own. */
  tell(problem: string, position: FindingPosition): void {
    this.#findings.push(createFinding('BNL002', { tool: title, problem }, position));
  }

  note(finding: Finding): void {
    this.#findings.push(finding);
  }

  add({ rule, lookUp, values, failed, doubt, position }: Match): void {
    const id = fillTemplate(rule.words.id, lookUp);
    if (id === null || id === '') return this.tell(`the id ${rule.id} has nothing to be made of`, position);
    const group = rule.words.group === null ? null : fillTemplate(rule.words.group, lookUp);
    const benchmark = benchmarkName({ id, group });
    if (failed) return this.#fail(benchmark, createFinding('BNL011', { command: benchmark.id, outcome: 'its output says so' }, position));
    if (doubt !== undefined) return this.#refuse(benchmark, doubt, position);
    const shape = this.#shapeOf(rule, lookUp);
    if ('problem' in shape) return this.#refuse(benchmark, shape.problem, position);
    if (values.length === 0) return this.#refuse(benchmark, 'there is no value', position);
    const numbers = values.map(({ written }) => numberOf(written, shape.scale));
    const wrong = values[numbers.indexOf(null)];
    if (wrong !== undefined) return this.#refuse(benchmark, `expected a number, found ${shownJson(wrong.written)}`, wrong.position);
    this.#gather(rule, { benchmark, metric: { name: shape.name, unit: shape.unit, direction: shape.direction, kind: rule.kind, ordered: rule.ordered }, values: numbers as number[] });
  }

  end(): Parsed {
    const measured = this.#gathered.filter(({ benchmark }) => !this.#failed.has(benchmark.id)).map(readingOf);
    const readings = [...measured, ...[...this.#failed.values()].map(failedReading)];
    return conclude({ harness: { name: 'mapping', version: null, outputVersion: null }, readings, findings: this.#findings });
  }

  #shapeOf({ words, ...rule }: Match['rule'], lookUp: Match['lookUp']): (WrittenUnit & { name: string; direction: Direction }) | { problem: string } {
    const name = fillTemplate(words.metric, lookUp);
    if (name === null || name === '') return { problem: `the metric ${rule.metric} has nothing to be made of` };
    const written = fillTemplate(words.unit, lookUp);
    const unit = written === null ? null : readWrittenUnit(written);
    if (unit === null) return { problem: `the unit ${rule.unit} has nothing to be made of, or more than 64 characters` };
    const said = words.direction === null ? 'unit' : fillTemplate(words.direction, lookUp);
    const direction = directionOf(said, unit.unit);
    if (direction === undefined) return { problem: `the direction must be lower, higher or none, found ${shownJson(said ?? undefined)}` };
    return { name: limitName(name), direction, ...unit };
  }

  #gather(rule: MappingRule, found: Gathered): void {
    const key = JSON.stringify([found.benchmark.id, found.metric]);
    const before = rule.repeated ? this.#repeated.get(key) : undefined;
    if (before !== undefined) {
      for (const value of found.values) before.values.push(value);
      return;
    }
    if (rule.repeated) this.#repeated.set(key, found);
    this.#gathered.push(found);
  }

  #refuse(benchmark: BenchmarkName, problem: string, position: FindingPosition): void {
    this.#fail(benchmark, createFinding('BNL002', { tool: title, problem }, position));
  }

  /** A benchmark half of which cannot be read is not measured. */
  #fail(benchmark: BenchmarkName, finding: Finding): void {
    this.#failed.set(benchmark.id, benchmark);
    this.#findings.push({ ...finding, benchmark: benchmark.id });
  }
}

function numberOf(written: unknown, scale: number): number | null {
  const number = readWrittenNumber(written);
  return number === null ? null : asNumber(normaliseValue(number, { unit: '', scale }));
}

function directionOf(said: string | null, unit: string): Direction | undefined {
  if (said === 'unit') return directionOfUnit(unit);
  if (said === 'none') return null;
  return said === 'lower' || said === 'higher' ? said : undefined;
}

function readingOf({ benchmark, metric, values }: Gathered): Reading {
  const [only] = values;
  const single = metric.kind === 'summary' && values.length === 1 && only !== undefined;
  return { benchmark, status: 'ok', metric, values: single ? null : values, summary: single ? singleValue(only) : null };
}
