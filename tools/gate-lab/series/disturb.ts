import type { Random } from '../../../packages/core/src/stats/random.js';
import { scaleRun, type RunSummary } from '../data/run-summary.js';
import type { Arms, Series } from './series.js';

/** By how much a run at a place of the job takes longer. */
type Disturbance = (place: number) => number;

/**
 * A neighbour comes up at a random place of the job and stays: all later runs of both sides take 30 % longer, give or take 10 %.
 */
export function stepLoad(series: Series, random: Random): Series {
  const length = 2 * (series.looks.a.length + series.confirmation.a.length);
  const from = random.below(length);
  return disturb(series, (place) => (place < from ? 1 : 1.3 * jitter(random)), random);
}

/** The host has two speeds: for spells of about ten runs it is 25 % slower, a third of the time. */
export function slowHostMix(series: Series, random: Random): Series {
  let slow = random.uniform() < 1 / 3;
  return disturb(series, () => {
    if (random.uniform() < (slow ? 0.1 : 0.05)) slow = !slow;
    return slow ? 1.25 : 1;
  }, random);
}

function jitter(random: Random): number {
  return 0.9 + 0.2 * random.uniform();
}

/** Walks over the runs in the order of the job; within a block the sides come in random order. */
function disturb(series: Series, disturbance: Disturbance, random: Random): Series {
  let place = 0;
  const walk = ({ a, b }: Arms): Arms => {
    const disturbed = { a: [...a], b: [...b] };
    for (let block = 0; block < a.length; block += 5) {
      for (const side of orderOfBlock(random)) {
        const runs = disturbed[side.arm];
        runs[block + side.index] = scaleRun(runs[block + side.index] as RunSummary, disturbance(place));
        place += 1;
      }
    }
    return disturbed;
  };
  const looks = walk(series.looks);
  return { ...series, looks, confirmation: walk(series.confirmation) };
}

interface Place {
  readonly arm: 'a' | 'b';
  readonly index: number;
}

function orderOfBlock(random: Random): Place[] {
  const places: Place[] = [];
  const next = { a: 0, b: 0 };
  while (places.length < 10) {
    const left = 5 - next.a;
    const arm = random.below(10 - places.length) < left ? 'a' : 'b';
    places.push({ arm, index: next[arm] });
    next[arm] += 1;
  }
  return places;
}
