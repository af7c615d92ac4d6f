import type { SloPolicy } from '../model/index.js';
import { renderRatchetText } from './ratchet-text.js';

const policy: SloPolicy = { suite: null, benchmark: 'decode/\u001b[2J*', metric: 'throughput', statistic: 'median', kind: 'floor', limit: 80e6, target: null, unit: 'B/s', tolerance: 0, confident: false };
const plain = { color: false, columns: 300 };

it('names limit, runs, worst run and proposal', () => {
  const advice = [{ objective: 0, runs: 34, factor: 3.42, worst: 273.6e6, proposed: '170 MiB/s' }];
  expect(renderRatchetText({ runs: 35, needed: 30, advice }, [policy], plain)).toBe(
    'Ratchet, from 35 recorded runs; nothing changes by itself:\n- decode/\\u001b[2J* throughput holds the floor of 80.0 MB/s 3.4 times over in all 34 runs (worst: 274 MB/s): tighten "min" to "170 MiB/s".\n',
  );
});

it.each([
  [1, 'Ratchet: 1 recorded run; advice is given from 30 on.\n'],
  [30, 'Ratchet: 30 recorded runs; no limit is so easy that it could be tighter.\n'],
])('of %d runs without advice it says why', (runs, text) => {
  expect(renderRatchetText({ runs, needed: 30, advice: [] }, [policy], plain)).toBe(text);
});
