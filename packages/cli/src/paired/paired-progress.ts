import { formatDuration } from '@benchline/core/model';
import type { Measuring } from './lane.js';
import type { Looking } from './take-looks.js';

const phases = { look: 'head against base', control: 'control arm', confirmation: 'confirming' } as const;

/** "decode: block 3 of 4, head against base, 12 undecided, about 40 s left". */
export function blockStep({ lanes, block, blocks, leftMs }: Parameters<Measuring['onBlock']>[0]): string {
  const names = [...new Set(lanes.map(({ suite }) => suite.suite.name))].join(', ');
  const phase = [...new Set(lanes.map((lane) => phases[lane.phase]))].join(' and ');
  const main = lanes.filter((lane) => lane.phase !== 'control');
  const known = main.every(({ ids }) => ids !== null);
  const benchmarks = main.reduce((sum, { ids }) => sum + (ids?.length ?? 0), 0);
  return `${names}: ${phase}, block ${block} of ${blocks}${known ? `, ${benchmarks} to go` : ''}, about ${formatDuration(Math.max(1000, Math.round(leftMs / 1000) * 1000))} left`;
}

/** "2 benchmarks look slower: waiting 30 s before they are measured afresh". */
export function waitStep({ ms, suspects }: Parameters<Looking['pause']>[0]): string {
  return `${suspects} ${suspects === 1 ? 'benchmark looks' : 'benchmarks look'} slower: waiting ${formatDuration(Math.round(ms / 1000) * 1000)} before measuring afresh`;
}
