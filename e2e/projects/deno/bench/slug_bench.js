import { slug } from '../src/slug.js';

const titles = Array.from({ length: 100 }, (_, index) => `Title ${index}: What a Day!`);

Deno.bench({ name: 'a hundred titles', group: 'slug', fn: () => void titles.map(slug) });
Deno.bench({ name: 'one long title', group: 'slug', fn: () => void slug(titles.join(' ')) });
