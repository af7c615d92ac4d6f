import type { Direction, MetricKind, PairedSeries, Round, Side } from '../../model/generated/types.js';
import { noisy } from './reports.js';

export interface SeriesParts {
  benchmark?: string;
  /** head's values are base's law times this. */
  factor?: number;
  cv?: number;
  rounds?: number;
  /** Fresh rounds a side and their factor. */
  confirmation?: { rounds: number; factor: number };
  /** Control rounds and their factor. */
  control?: { rounds: number; factor: number };
  direction?: Direction;
  kind?: MetricKind;
  seed?: number;
  /** Added to each block's log values: drift that both sides share. */
  drift?: number;
}

const BLOCK = 5;

/** An interleaved series of log-normal rounds, the same for the same parts. */
export function seriesOf({ benchmark = 'a', factor = 1, cv = 0.01, rounds = 30, confirmation, control, direction = 'lower', kind = 'raw', seed = 1, drift = 0 }: SeriesParts = {}): PairedSeries {
  const make = (side: Side, count: number, options: { factor: number; stream: number }): Round[] =>
    noisy(count, { centre: 1000 * options.factor, cv, seed: seed * 7919 + options.stream * 104_729 }).map((value, index) => roundOf(side, Math.floor(index / BLOCK), value * Math.exp(drift * Math.floor(index / BLOCK))));
  const inverse = (worse: number): number => (direction === 'higher' ? 1 / worse : worse);
  const measured = [...make('base', rounds, { factor: 1, stream: 1 }), ...make('head', rounds, { factor: inverse(factor), stream: 2 }), ...(control ? make('control', control.rounds, { factor: inverse(control.factor), stream: 3 }) : [])];
  const fresh = confirmation ? [...make('base', confirmation.rounds, { factor: 1, stream: 4 }), ...make('head', confirmation.rounds, { factor: inverse(confirmation.factor), stream: 5 })] : [];
  const unit = direction === 'higher' ? 'B/s' : 'ns';
  return { suite: 'suite', benchmark, metric: direction === 'higher' ? 'throughput' : 'time', unit, direction, kind, rounds: measured.sort((a, b) => (a.block ?? 0) - (b.block ?? 0)), confirmation: fresh };
}

export function roundOf(side: Side, block: number, value: number): Round {
  return { side, block, n: 10, location: value, tail: value * 1.1, mean: value * 1.02, p50: value * 1.01, p95: null, p99: null };
}
