import Benchmark from 'benchmark';
import { slug } from '../src/slug.js';

const titles = Array.from({ length: 100 }, (_, index) => `Title ${index}: What a Day!`);
const options = { maxTime: 0.5, minSamples: 10 };

new Benchmark.Suite()
  .add('a hundred titles', () => titles.map(slug), options)
  .add('one long title', () => slug(titles.join(' ')), options)
  .on('cycle', (event) => console.log(String(event.target)))
  .on('complete', function () {
    console.log(JSON.stringify(this.map(({ name, stats, error }) => ({ name, stats, error: error && String(error) }))));
  })
  .run();
