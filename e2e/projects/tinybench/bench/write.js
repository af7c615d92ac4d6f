import bench from './slug.bench.js';

await bench.run();
console.log(JSON.stringify(bench.tasks.map(({ name, result }) => ({ name, group: 'bench/slug', result }))));
