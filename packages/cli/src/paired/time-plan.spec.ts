import { exactFilter } from '../tools/exact-filter.js';
import fc from 'fast-check';
import { suiteConfig } from '../testing/suite-config.js';
import type { SuiteCost } from './suite-cost.js';
import { roundCost } from './suite-cost.js';
import { planTimes, type TimePlan, type TimeQuestion } from './time-plan.js';

const criterion = suiteConfig({ name: 'core', tool: 'criterion', command: ['cargo', 'bench'] });

/** 200 ms of process and 300 ms for each of the benchmarks, as the warm-up's times say. */
function costOf({ benchmarks = 1, around = 200, suite = criterion, knobs = { warmup: true, measure: true, filter: exactFilter }, exactOnly = false }: { exactOnly?: boolean; benchmarks?: number; around?: number; suite?: typeof criterion; knobs?: SuiteCost['knobs'] } = {}): SuiteCost {
  return { suite, knobs, benchmarks, warmUpMs: around + benchmarks * 300, exactOnly };
}

function plan(question: Partial<TimeQuestion> = {}): TimePlan | { neededMs: number } {
  return planTimes({ costs: [costOf()], leftMs: 600_000, budgetMs: 600_000, control: 'sample', ...question });
}

describe('planTimes', () => {
  it('takes the wanted times where all looks fit', () => {
    expect(plan()).toEqual({ times: [{ warmupMs: 300, measureMs: 1000 }], firstLookMs: 30_000, allLooksMs: 90_000, reserveMs: 30_000, controlMs: 60_000 });
  });

  it('takes what the config names, and no more', () => {
    const suite = { ...criterion, warmupMs: 50, measureMs: 400 };
    expect(plan({ costs: [costOf({ suite })] })).toMatchObject({ times: [{ warmupMs: 50, measureMs: 400 }] });
  });

  it('shortens the times until all looks fit', () => {
    const planned = plan({ costs: [costOf({ benchmarks: 10 })] }) as TimePlan;
    expect(planned.times[0]?.measureMs).toBeGreaterThan(100);
    expect(planned.times[0]?.measureMs).toBeLessThan(1000);
    const total = planned.allLooksMs + planned.reserveMs + planned.controlMs;
    expect(total).toBeLessThanOrEqual(600_000);
    expect(total).toBeGreaterThan(598_000);
  });

  it('takes the shortest where only the first look fits', () => {
    const planned = plan({ costs: [costOf({ benchmarks: 100 })] }) as TimePlan;
    expect(planned.times).toEqual([{ warmupMs: 100, measureMs: 100 }]);
    expect(planned.allLooksMs).toBeGreaterThan(600_000);
    expect(planned.firstLookMs + planned.reserveMs).toBeLessThanOrEqual(540_000);
  });

  it('names the budget needed where the first look does not fit', () => {
    const refused = plan({ costs: [costOf({ benchmarks: 1000 })] }) as { neededMs: number };
    expect(refused.neededMs).toBeGreaterThan(20 * 1000 * 200);
    expect(plan({ costs: [costOf({ benchmarks: 1000 })], leftMs: refused.neededMs + 1, budgetMs: refused.neededMs + 1 })).toHaveProperty('times');
  });

  it('doubles the cost for a full control arm and asks nothing for none', () => {
    expect(plan({ control: 'full' })).toMatchObject({ firstLookMs: 60_000, controlMs: 0 });
    expect(plan({ control: 'off' })).toMatchObject({ firstLookMs: 30_000, controlMs: 0 });
  });

  it('plans one block for exact counts, and nothing for confirming or controlling them', () => {
    const exact = costOf({ exactOnly: true, knobs: { warmup: false, measure: false, filter: null }, around: 9700 });
    const noisy = plan({ control: 'full' }) as TimePlan;
    expect(plan({ costs: [exact] })).toMatchObject({ firstLookMs: 100_000, allLooksMs: 100_000, reserveMs: 0, controlMs: 0 });
    expect(plan({ costs: [exact, costOf()], control: 'full' })).toMatchObject({ firstLookMs: noisy.firstLookMs + 100_000, allLooksMs: noisy.allLooksMs + 100_000, reserveMs: noisy.reserveMs });
  });

  it('cannot shorten a tool without times', () => {
    const cost = costOf({ knobs: { warmup: false, measure: false, filter: null }, around: 9700 });
    expect(plan({ costs: [cost] })).toMatchObject({ firstLookMs: 200_000, allLooksMs: 600_000, reserveMs: 200_000 });
    expect(plan({ costs: [cost], leftMs: 300_000, budgetMs: 300_000 })).toHaveProperty('neededMs');
  });

  it('keeps within the budget, or says what would', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 10_000, max: 3_600_000 }), (benchmarks, around, budgetMs) => {
      const planned = plan({ costs: [costOf({ benchmarks, around })], leftMs: budgetMs, budgetMs });
      if ('neededMs' in planned) expect(planned.neededMs).toBeGreaterThan(budgetMs);
      else expect(planned.firstLookMs + planned.reserveMs + planned.controlMs).toBeLessThanOrEqual(budgetMs + 1);
    }));
  });
});

describe('roundCost', () => {
  it('counts only the benchmarks asked for where the tool can filter', () => {
    const time = { warmupMs: 100, measureMs: 100 };
    expect(roundCost(costOf({ benchmarks: 10 }), time, 2)).toBe(600);
    expect(roundCost(costOf({ benchmarks: 10, knobs: { warmup: true, measure: true, filter: null } }), time, 2)).toBe(2200);
  });
});
