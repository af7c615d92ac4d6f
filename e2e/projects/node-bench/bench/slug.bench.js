import { bench, suite } from 'node:bench';
import { slug } from '../src/slug.js';

const titles = Array.from({ length: 100 }, (_, index) => `Title ${index}: What a Day!`);

suite('slug', () => {
  for (const count of [10, 100]) {
    bench('titles', { params: { count } }, (b) => {
      const some = titles.slice(0, count);
      b.start();
      for (let i = 0; i < 100; i += 1) some.map(slug);
      b.end(100);
    });
  }
});
