import { join } from 'node:path';
import type { Side } from '@benchline/core/model';
import type { Parsed } from '@benchline/core/parse';
import { buildSuite } from '../measure/build-suite.js';
import { measureRound } from '../measure/measure-round.js';
import { prepareTool } from '../measure/prepare-tool.js';
import type { Redactor } from '../measure/redaction.js';
import { requireReadings } from '../measure/require-readings.js';
import type { World } from '../ports/world.js';
import type { PreparedTool, SuiteRun } from '../tools/tool-runner.js';
import { UserError } from '../user-error.js';
import type { PairedSuite } from './paired-suite.js';
import { inSide } from './side-failure.js';
import type { SideFolder } from './side.js';
import type { ToolTime } from './tool-time.js';

/** One process to be measured. */
export interface RoundOrder {
  suite: PairedSuite;
  side: Side;
  /** Of what is not named the tool's own. */
  time: Partial<ToolTime>;
  /** null: what the suite itself filters. */
  filter: string | null;
}

export interface MeterOptions {
  /** Errors of a side without a folder do not name it. */
  sides: ReadonlyMap<Side, SideFolder>;
  redactor: Redactor;
  /** Where the raw output of the running round lies. All sides use the same folder: its path is the same for all. */
  workFolder: string;
  workShown: string;
  onLine(line: string): void;
}

/** Builds any suite on any side, and measures its rounds. */
export class RoundMeter {
  readonly #prepared = new Map<string, Promise<PreparedSide>>();

  constructor(
    private readonly world: World,
    private readonly options: MeterOptions,
  ) {}

  /** Builds what an order needs. Errors name the side. */
  build(order: RoundOrder): Promise<PreparedSide> {
    return this.#onSide(order, async () => {
      const side = await this.prepare(order);
      const { workFolder, redactor, onLine } = this.options;
      await buildSuite({ ...side, outputFolder: join(workFolder, 'build'), redactor, onLine }, this.world);
      await side.prepared.settle?.();
      return side;
    });
  }

  /** Measures one round. Errors name the side. */
  measure(order: RoundOrder): Promise<Parsed> {
    return this.#onSide(order, () => this.#measure(order));
  }

  #onSide<T>({ side }: RoundOrder, work: () => Promise<T>): Promise<T> {
    const folder = this.options.sides.get(side);
    return folder === undefined ? work() : inSide(folder, work);
  }

  async #measure(order: RoundOrder): Promise<Parsed> {
    const { run, prepared } = await this.prepare(order);
    const place = { round: 1, folder: join(this.options.workFolder, 'round'), shown: `${this.options.workShown}/round` };
    const parsed = await measureRound({ run, prepared, place, redactor: this.options.redactor, onLine: this.options.onLine }, this.world);
    requireReadings(parsed, run.suite);
    return parsed;
  }

  /** The tool checked for a side; each combination of times and filter once. An error among its findings is thrown. */
  prepare(order: RoundOrder): Promise<PreparedSide> {
    const key = JSON.stringify([order.suite.suite.name, order.side, order.time, order.filter]);
    const known = this.#prepared.get(key) ?? prepareSide(order, this.world);
    this.#prepared.set(key, known);
    return known;
  }
}

export interface PreparedSide {
  run: SuiteRun;
  prepared: PreparedTool;
}

async function prepareSide({ suite, side, time, filter }: RoundOrder, world: World): Promise<PreparedSide> {
  const own = suite.runs.get(side) as SuiteRun;
  const run = { ...own, suite: { ...own.suite, ...time, ...(filter === null ? {} : { filter }) } };
  const prepared = await prepareTool(run, world);
  const errors = prepared.facts.findings.filter(({ level }) => level === 'error');
  if (errors.length > 0) throw new UserError(errors, 2);
  return { run, prepared };
}
