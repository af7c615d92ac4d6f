import fc from 'fast-check';
import { splitProjects, type ShardProject } from './split-projects.js';

const project = (name: string, durationMs: number | null = null): ShardProject => ({ name, folder: `/repo/${name}`, durationMs });
const names = (projects: readonly ShardProject[], total: number) => splitProjects(projects, total).map((shard) => shard.projects.map(({ name }) => name));

it.each<[string, ShardProject[], number, string[][]]>([
  ['the longest goes alone', [project('a', 10), project('b', 90), project('c', 20), project('d', 30)], 2, [['b'], ['a', 'c', 'd']]],
  ['equal ones by name, in turn', [project('d'), project('b'), project('a'), project('c')], 3, [['a', 'd'], ['b'], ['c']]],
  ['one of unknown duration counts as the median', [project('a', 100), project('b', 10), project('c', 12), project('d')], 2, [['a'], ['b', 'c', 'd']]],
  ['more machines than projects', [project('a')], 3, [['a'], [], []]],
  ['nothing to do', [], 2, [[], []]],
])('%s', (_, projects, total, expected) => {
  expect(names(projects, total)).toEqual(expected);
});

const someProjects = fc.uniqueArray(fc.record({ name: fc.string({ minLength: 1, maxLength: 8 }), durationMs: fc.option(fc.integer({ min: 0, max: 1e7 })) }), { maxLength: 40, selector: ({ name }) => name }).map((rows) => rows.map(({ name, durationMs }) => project(name, durationMs)));

it('measures every project exactly once, and comes to the same split from any order', () => {
  fc.assert(fc.property(someProjects, fc.integer({ min: 1, max: 12 }), (projects, total) => {
    const shards = names(projects, total);
    expect(shards).toHaveLength(total);
    expect(shards.flat().sort()).toEqual(projects.map(({ name }) => name).sort());
    expect(names([...projects].reverse(), total)).toEqual(shards);
  }));
});

it('no machine has more to do than Graham\'s bound over the best that there could be', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 12 }), (durations, total) => {
    const shards = splitProjects(durations.map((ms, index) => project(`p${index}`, ms)), total);
    const sum = durations.reduce((a, b) => a + b, 0);
    const slowest = Math.max(...shards.map(({ expectedMs }) => expectedMs));
    // Any list schedule finishes within the mean load and the longest project; the best one can beat neither.
    expect(slowest).toBeLessThanOrEqual(sum / total + Math.max(...durations) * (1 - 1 / total) + 1e-6);
  }));
});
