import { createFakeWorld } from '../testing/fake-world.js';
import { suiteConfig } from '../testing/suite-config.js';
import { prepareTool } from './prepare-tool.js';

const prepare = (suite: Parameters<typeof suiteConfig>[0]) =>
  prepareTool({ suite: suiteConfig({ filter: '(', ...suite }), projectRoot: '/repo', folder: '/repo', env: {} }, createFakeWorld({ programs: { 'cargo --version': { prints: 'cargo 1.95.0' }, 'rustc --version': { prints: 'rustc 1.95.0' } } }));

test.each(['hyperfine', 'records'] as const)('a filter that is no regular expression is refused before anything is measured: %s', async (tool) => {
  await expect(prepare({ tool, command: ['hyperfine', 'x'] })).rejects.toThrow('--filter ( is not a regular expression');
});

test.each([
  ['criterion', ['cargo', 'bench']],
  ['records', ['run', '{filter}']],
] as const)('unless the tool or its command reads it: %s', async (tool, command) => {
  expect((await prepare({ tool, command: [...command] })).facts.command).toEqual(command);
});
