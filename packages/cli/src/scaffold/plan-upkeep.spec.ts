import { planUpkeep, type ConfiguredProject } from './plan-upkeep.js';

const core: ConfiguredProject = { root: 'crates/core', baselineDirectory: 'baselines' };
const ignored: [string, string] = ['.gitignore', 'node_modules\n.benchline/\n'];

function paths(files: readonly (readonly [string, string | null])[], projects: readonly ConfiguredProject[]): string[] {
  return planUpkeep(new Map(files), projects).map(({ path }) => path);
}

test('a project without its baseline folder gets one that git keeps, and the ignore line', () => {
  const plan = planUpkeep(new Map([['.gitignore', 'node_modules\n']]), [core]);
  expect(plan).toEqual([
    { path: 'crates/core/baselines/.gitkeep', text: '', change: 'create' },
    { path: '.gitignore', text: expect.stringContaining('node_modules\n\n'), change: 'extend' },
  ]);
  expect(plan[1]?.text).toContain('.benchline/\n');
});

test('what it planned, done, leaves nothing to plan', () => {
  const before = new Map<string, string | null>();
  const after = new Map([...before, ...planUpkeep(before, [core]).map(({ path, text }) => [path, text] as const)]);
  expect(planUpkeep(after, [core])).toEqual([]);
});

test('a folder with a baseline in it needs no placeholder', () => {
  expect(paths([ignored, ['crates/core/baselines/current.json', null]], [core])).toEqual([]);
});

test('a folder whose name only begins alike is another one', () => {
  expect(paths([ignored, ['crates/core/baselines-old/current.json', null]], [core])).toEqual(['crates/core/baselines/.gitkeep']);
});

test.each([
  ['.', ''],
  ['../../baselines/core', 'baselines/core/.gitkeep'],
  ['./perf/', 'crates/core/perf/.gitkeep'],
  ['../../..', ''],
  ['/srv/baselines', ''],
])('baselines kept in %j are made at %j', (baselineDirectory, made) => {
  expect(paths([ignored], [{ root: 'crates/core', baselineDirectory }])).toEqual(baselineDirectory === '.' ? ['crates/core/.gitkeep'] : made === '' ? [] : [made]);
});

test('the root as a project, and two projects that share a folder', () => {
  expect(paths([ignored], [{ root: '', baselineDirectory: 'baselines' }, { root: 'a', baselineDirectory: '../baselines' }])).toEqual(['baselines/.gitkeep']);
});

test('without projects there is nothing to keep up', () => {
  expect(planUpkeep(new Map(), [])).toEqual([]);
});
