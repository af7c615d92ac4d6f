import { createRandom } from '@benchline/core/stats';
import { blockOrder, drawSample } from './block-order.js';

describe('blockOrder', () => {
  it('holds as many rounds of each side', () => {
    const order = blockOrder(['base', 'head'], 5, createRandom(1));
    expect(order.filter((side) => side === 'base')).toHaveLength(5);
    expect(order).toHaveLength(10);
  });

  it('is repeatable, and differs from seed to seed', () => {
    const orderOf = (seed: number) => blockOrder(['base', 'head'], 5, createRandom(seed)).join();
    expect(orderOf(3)).toBe(orderOf(3));
    expect(new Set(Array.from({ length: 20 }, (_, seed) => orderOf(seed))).size).toBeGreaterThan(15);
  });

  it('draws every order equally often', () => {
    const random = createRandom(7);
    const counts = new Map<string, number>();
    for (let draw = 0; draw < 6000; draw += 1) {
      const order = blockOrder(['b', 'h'], 2, random).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    // Five standard deviations of a binomial count of mean 1000.
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(5 * Math.sqrt((1000 * 5) / 6));
  });
});

describe('drawSample', () => {
  it('keeps the order and takes each item once', () => {
    const sample = drawSample(['a', 'b', 'c', 'd', 'e'], 3, createRandom(2));
    expect(sample).toHaveLength(3);
    expect([...new Set(sample)].sort()).toEqual(sample);
    expect(drawSample(['a', 'b'], 5, createRandom(2))).toEqual(['a', 'b']);
  });
});
