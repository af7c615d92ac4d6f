import type { Direction, MetricKind } from '../model/index.js';

/** A metric that a tool's output can hold. */
export interface DeclaredMetric {
  /** null: the output names it (Go's ReportMetric, the trends of k6). */
  name: string | null;
  /** Normalised; null: the output tells it. */
  unit: string | null;
  /** `told`: each output tells it for itself. null: nothing tells it, so it never gates. */
  direction: Direction | 'told';
  /** What its numbers can be. */
  kinds: readonly MetricKind[];
}

/** What is known of a tool's output before any of it is read. The table of tools in the documentation is made of these. */
export interface ToolTraits {
  /** Versions and formats that are read, as users write them: "1.x and 2.x". */
  versions: string;
  metrics: readonly DeclaredMetric[];
  /** Whether values can stand in the order they were measured; sorted ones tell nothing of drift. */
  ordered: boolean;
  /** What inside one run of the tool counts as a round of its own; null: the run itself is the round. */
  nesting: 'process' | 'fork' | null;
  /** How the output tells that a benchmark failed or was skipped. */
  failure: string;
  /** What the output of a run that ran nothing looks like. */
  nothingRun: string;
}
