import fc from './seeded-fast-check.js';

/** Finite values whose sums and differences stay exact enough to compare: multiples of 1/8 up to a thousand. */
export const value = fc.integer({ min: -8000, max: 8000 }).map((eighths) => eighths / 8);

export const values = fc.array(value, { minLength: 1, maxLength: 30 });

/** One to four blocks with one to six values a side. */
export const blocks = fc.array(
  fc.record({ a: fc.array(value, { minLength: 1, maxLength: 6 }), b: fc.array(value, { minLength: 1, maxLength: 6 }) }),
  { minLength: 1, maxLength: 4 },
);

/** A power of two: multiplying by it rounds nothing. */
export const exactFactor = fc.integer({ min: -8, max: 8 }).map((power) => 2 ** power);

/** Freezes an argument all the way down, so that a function which writes to it throws. */
export function frozen<T>(argument: T): T {
  if (typeof argument === 'object' && argument !== null) {
    Object.values(argument).forEach(frozen);
    Object.freeze(argument);
  }
  return argument;
}
