import { normalizeConfig, type WrittenConfig } from '@benchline/core/model';
import { planConfiguration, type ConfigurationRequest } from './plan-configuration.js';
import type { Snapshot } from './scaffold-plan.js';

const crate = '[package]\nname = "core"\n[dev-dependencies]\ncriterion = "0.5"\n[[bench]]\nname = "decode"\nharness = false\n';
const snapshot: Snapshot = new Map<string, string | null>([
  ['.gitignore', 'target\n'],
  ['crates/core/Cargo.toml', crate],
  ['crates/core/benches/decode.rs', null],
  ['libs/text/package.json', '{"name":"text"}'],
]);

async function plan(request: ConfigurationRequest, files: Snapshot = snapshot) {
  const planned = await planConfiguration(files, request);
  if ('problem' in planned) throw new Error(planned.problem);
  const config = JSON.parse(planned.files[0]!.text) as WrittenConfig;
  return { paths: planned.files.map(({ path }) => path), config };
}

test('what the project has of the tool is taken over', async () => {
  const { paths, config } = await plan({ root: 'crates/core', tool: 'criterion' });
  expect(config.suites).toEqual([{ name: 'criterion', tool: 'criterion', command: ['cargo', 'bench', '--bench', 'decode'] }]);
  expect(paths).toEqual(['crates/core/benchline.json', 'crates/core/baselines/.gitkeep', '.gitignore']);
});

test('a tool that starts by itself needs no command', async () => {
  expect((await plan({ root: 'libs/text', tool: 'vitest' })).config.suites).toEqual([{ name: 'vitest', tool: 'vitest' }]);
  expect((await plan({ root: 'libs/text', tool: 'tinybench', suite: 'js', files: ['perf/*.bench.js'] })).config.suites).toEqual([{ name: 'js', tool: 'tinybench', files: ['perf/*.bench.js'] }]);
});

test('a command is split into words, and what is written is a config', async () => {
  const { config } = await plan({ root: 'libs/text', tool: 'hyperfine', suite: 'cli', command: "hyperfine --warmup 2 'node main.js'" });
  expect(config.suites).toEqual([{ name: 'cli', tool: 'hyperfine', command: ['hyperfine', '--warmup', '2', 'node main.js'] }]);
  expect(normalizeConfig(config, { project: 'text', today: '2026-01-01', ci: false })).toHaveProperty('config');
});

test.each([
  [{ root: 'libs/text', tool: 'hyperfine' } as const, /hyperfine has no command of its own.*--command/],
  [{ root: 'libs/text', tool: 'records' } as const, /--command/],
  [{ root: 'libs/text', tool: 'hyperfine', command: 'hyperfine a | tee b' } as const, /needs a shell/],
])('%j cannot be planned, and what is missing is told', async (request, problem) => {
  expect(await planConfiguration(snapshot, request)).toEqual({ problem: expect.stringMatching(problem) });
});

test('a config that stands is written over only on request, and one of another language never', async () => {
  const request = { root: 'libs/text', tool: 'vitest' } as const;
  const standing = new Map([...snapshot, ['libs/text/benchline.json', '{}'] as const]);
  expect(await planConfiguration(standing, request)).toEqual({ problem: expect.stringContaining('--overwrite') });
  expect((await plan({ ...request, overwrite: true }, standing)).paths[0]).toBe('libs/text/benchline.json');
  const yaml = new Map([...snapshot, ['libs/text/benchline.yaml', ''] as const]);
  expect(await planConfiguration(yaml, { ...request, overwrite: true })).toEqual({ problem: expect.stringContaining('libs/text/benchline.yaml') });
});
