import fc from 'fast-check';
import { exactFilter } from './exact-filter.js';

describe('exactFilter', () => {
  it('finds exactly the ids asked for', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 }).filter((id) => !id.includes('\n')), { minLength: 2, maxLength: 8 }), (ids) => {
      const [other = '', ...wanted] = ids;
      const filter = new RegExp(exactFilter(wanted) ?? '');
      expect(wanted.every((id) => filter.test(id))).toBe(true);
      expect(filter.test(other)).toBe(false);
    }));
  });

  it('gives up where one argument cannot hold them', () => {
    expect(exactFilter(Array.from({ length: 10_000 }, (_, index) => `group/benchmark-${index}`))).toBeNull();
  });
});
