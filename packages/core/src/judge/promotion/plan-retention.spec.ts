import fc from 'fast-check';

import type { Baseline, BaselinePointer } from '../../model/generated/types.js';
import { planRetention } from './plan-retention.js';

const digest = `sha256:${'0'.repeat(64)}`;

function baseline(id: string, at: string, { held = false, hostClass = 'ci' } = {}): Baseline {
  const commit = { sha: null, dirty: null, branch: null, mergeBase: null };
  return { schemaVersion: 1, id, project: 'p', hostClass, fingerprint: '0'.repeat(16), promotion: { by: 'b', at, reason: 'r', commit, criteria: [] }, reports: [], previous: null, held };
}

function pointerTo(...ids: string[]): BaselinePointer {
  return { schemaVersion: 1, current: Object.fromEntries(ids.map((id, index) => [`class${index}`, { id, digest }])) };
}

const now = '2026-03-31T12:00:00Z';
const old = [2019, 2020, 2021, 2022].map((year) => baseline(`b${year}`, `${year}-01-01T00:00:00Z`));

describe('planRetention', () => {
  it('keeps the newest', () => {
    expect(planRetention({ baselines: old, pointer: pointerTo(), now, keep: 2, keepMonths: 12 })).toEqual({ keep: ['b2022', 'b2021'], prune: ['b2020', 'b2019'] });
  });

  it('counts each host class by itself', () => {
    const other = baseline('other', '2018-01-01T00:00:00Z', { hostClass: 'laptop' });
    expect(planRetention({ baselines: [...old, other], pointer: pointerTo(), now, keep: 1, keepMonths: 0 }).keep).toEqual(['b2022', 'other']);
  });

  it.each([
    { at: '2025-03-31T12:00:00Z', stays: true },
    { at: '2025-03-31T11:59:59.999Z', stays: false },
    { at: '2025-04-01T00:00:00Z', stays: true },
  ])('keeps one of $at for 12 months: $stays', ({ at, stays }) => {
    const plan = planRetention({ baselines: [...old, baseline('x', at)], pointer: pointerTo(), now, keep: 0, keepMonths: 12 });
    expect(plan.keep.includes('x')).toBe(stays);
  });

  it('counts months over the turn of a year', () => {
    const january = { baselines: [baseline('x', '2025-12-15T00:00:00Z'), baseline('y', '2025-11-15T00:00:00Z')], pointer: pointerTo(), now: '2026-01-01T00:00:00Z', keep: 0, keepMonths: 1 };
    expect(planRetention(january)).toEqual({ keep: ['x'], prune: ['y'] });
  });

  it('never prunes what is in force or held, loses nothing, and leaves its input alone', () => {
    const one = fc.record({ year: fc.integer({ min: 2000, max: 2026 }), held: fc.boolean(), current: fc.boolean(), hostClass: fc.constantFrom('a', 'b') });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 20 }), fc.nat(5), fc.nat(40), (many, keep, keepMonths) => {
        const baselines = Object.freeze(many.map(({ year, held, hostClass }, index) => baseline(`b${index}`, `${year}-01-01T00:00:00Z`, { held, hostClass })));
        const inForce = baselines.filter((_, index) => many[index]?.current === true).map(({ id }) => id);
        const plan = planRetention({ baselines, pointer: pointerTo(...inForce), now, keep, keepMonths });
        expect([...plan.keep, ...plan.prune].sort()).toEqual(baselines.map(({ id }) => id).sort());
        for (const id of plan.prune) {
          expect(inForce).not.toContain(id);
          expect(baselines.find((each) => each.id === id)?.held).toBe(false);
        }
        expect(plan.keep.length).toBeGreaterThanOrEqual(Math.min(keep, baselines.length));
      }),
      { numRuns: 100, seed: 1 },
    );
  });
});
