import type { PerformanceReport } from '../../model/index.js';

/** What of a report a format cannot hold, and why. */
export interface LeftOut {
  suite: string;
  benchmark: string;
  /** null: the whole benchmark. */
  metric: string | null;
  because: string;
}

/** A report in another format. */
export interface Exported {
  text: string;
  leftOut: LeftOut[];
}

/** Writes a report in another format. Nothing is computed or made up: what the format cannot hold is left out and told. */
export type ExportRenderer = (report: PerformanceReport) => Exported;
