import { projectPaths } from './project-paths.js';

const named = (paths: readonly (string | [string, number])[], root?: string) => [...projectPaths(paths.map((each) => (typeof each === 'string' ? { path: each } : { path: each[0], shown: each[1] })), root).values()].sort();

test.each([
  ['below the project\'s folder', ['/home/dev/repo/src/a.ts', '/home/dev/repo/b.ts'], '/home/dev/repo', ['b.ts', 'src/a.ts']],
  ['a file: URL', ['file:///home/dev/my%20repo/src/a.ts'], '/home/dev/my repo/', ['src/a.ts']],
  ['a URL that cannot be decoded', ['file:///home/dev/repo/100%.ts'], '/home/dev/repo', ['100%.ts']],
  ['Windows', ['file:///C:/repo/src/a.ts', 'C:\\repo\\b.ts'], 'C:\\repo', ['b.ts', 'src/a.ts']],
  ['a folder that only begins alike', ['/home/dev/repository/a.ts'], '/home/dev/repo', ['a.ts']],
  ['relative paths', ['src/a.ts', 'https://example.org/b.ts'], '/home/dev/repo', ['https://example.org/b.ts', 'src/a.ts']],
])('%s', (_, paths, root, expected) => {
  expect(named(paths, root)).toEqual(expected);
});

test.each([
  ['alone, a file is its last segment', ['/home/dev/repo/src/a.ts'], ['a.ts']],
  ['the fewest segments that tell files apart', ['/w/x/index.ts', '/w/y/index.ts', '/w/y/other.ts'], ['other.ts', 'x/index.ts', 'y/index.ts']],
  ['one path that ends another', ['/b/a.ts', '/a.ts'], ['a.ts', 'b/a.ts']],
  ['no fewer than the tool shows', [['/w/src/a.ts', 2]] as [string, number][], ['src/a.ts']],
  ['the same file twice', ['/w/a.ts', '/w/a.ts'], ['a.ts']],
])('without the project\'s folder: %s', (_, paths, expected) => {
  expect(named(paths)).toEqual(expected);
});
