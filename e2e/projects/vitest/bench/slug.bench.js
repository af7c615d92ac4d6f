import { bench, describe } from 'vitest';
import { slug } from '../src/slug.js';

const options = { time: 200, warmupTime: 50 };
const titles = Array.from({ length: 100 }, (_, index) => `Title ${index}: What a Day!`);

describe('slug', () => {
  bench('a hundred titles', () => { titles.map(slug); }, options);
  bench('one long title', () => { slug(titles.join(' ')); }, options);
});
