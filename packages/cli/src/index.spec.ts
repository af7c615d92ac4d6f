import * as benchline from './index.js';
import { createFakeWorld } from './testing/fake-world.js';

const lazy = ['./main.js', './ports/node-world.js', './config/load-config.js', './scaffold/plan-scaffold.js', './commands/compare.js'];

afterEach(() => {
  for (const name of lazy) jest.dontMock(name);
  jest.resetModules();
});

it('importing the package loads no command, no parser of configs and no command-line library', () => {
  const loaded: string[] = [];
  for (const name of lazy) jest.doMock(name, () => void loaded.push(name));
  jest.isolateModules(() => require('./index.js') as unknown);
  expect(loaded).toEqual([]);
});

it('gives the commands as functions that fail with what the user can settle', async () => {
  expect(Object.keys(benchline)).toEqual(expect.arrayContaining(['main', 'runBench', 'runCompare', 'runSlo', 'runPromote', 'runAudit', 'planScaffold', 'createNodeWorld', 'isUserError']));
  const failure = await benchline.runCompare({}, createFakeWorld({ files: { 'benchline.json': '{}' } })).catch((error: unknown) => error);
  expect(benchline.isUserError(failure)).toBe(true);
  expect(benchline.isUserError(new Error('no'))).toBe(false);
});
