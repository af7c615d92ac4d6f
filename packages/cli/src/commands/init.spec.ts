import { createFakeWorld } from '../testing/fake-world.js';
import { runLine } from '../testing/sample-project.js';

const files = {
  'package.json': '{"name":"root"}',
  'libs/text/package.json': '{"name":"text"}',
  'libs/text/bench/encode.bench.js': 'module.exports = () => {};',
  'libs/text/node_modules/other/x.bench.js': 'module.exports = () => {};',
  'go/hash_test.go': 'func BenchmarkHash(b *testing.B) {}',
};

it('sets a repository up from any folder inside it, and says what it did and left', async () => {
  const world = createFakeWorld({ files, cwd: '/repo', git: { top: '/repo', defaultBranch: 'origin/trunk' } });
  const { exitCode, stdout } = await runLine(world, 'init');
  expect(exitCode).toBe(0);
  expect(stdout).toContain('found   libs/text: js (tinybench)');
  expect(stdout).toContain('skipped go/hash_test.go: Go benchmarks');
  expect(world.files.text('/repo/.github/workflows/benchline.yml')).toContain('    branches:\n      - trunk\n');
  expect(world.files.contents.has('/repo/libs/text/benchline.json')).toBe(true);
  expect(world.files.contents.has('/repo/libs/text/node_modules/other/benchline.json')).toBe(false);
});

it('run again it changes nothing and says so', async () => {
  const world = createFakeWorld({ files });
  await runLine(world, 'init');
  const before = new Map(world.files.contents);
  const { exitCode, stdout } = await runLine(world, 'init');
  expect([exitCode, world.files.contents]).toEqual([0, before]);
  expect(stdout).toContain('nothing was changed');
});

it('--dry-run writes nothing', async () => {
  const world = createFakeWorld({ files });
  const before = new Map(world.files.contents);
  expect((await runLine(world, 'init', '--dry-run')).stdout).toContain('create  libs/text/benchline.json');
  expect(world.files.contents).toEqual(before);
});

it('--no-ci writes no workflow', async () => {
  const world = createFakeWorld({ files });
  await runLine(world, 'init', '--no-ci');
  expect(world.files.contents.has('/repo/.github/workflows/benchline.yml')).toBe(false);
});

it('the config it writes is one that bench accepts', async () => {
  const world = createFakeWorld({ files });
  await runLine(world, 'init');
  const { stderr } = await runLine(world, 'slo', '--project', 'libs/text');
  expect(stderr).toContain('No objectives are configured');
});

it('in an Nx workspace it leads to the plugin', async () => {
  const world = createFakeWorld({ files: { ...files, 'nx.json': '{}' } });
  expect((await runLine(world, 'init')).stdout).toContain('nx g @benchline/nx:init');
  expect(world.files.text('/repo/.github/workflows/benchline.yml')).toContain('nx affected');
});

it('says what it looks for where it finds nothing', async () => {
  const { exitCode, stdout } = await runLine(createFakeWorld({ files: { 'readme.md': '' } }), 'init');
  expect(exitCode).toBe(0);
  expect(stdout).toContain('No benchmarks found');
});

it('does not ask for a config where one is', async () => {
  const { stdout } = await runLine(createFakeWorld({ files: { 'tools/x/benchline.yaml': 'suites: []' } }), 'init');
  expect(stdout).toContain('kept    tools/x/benchline.yaml');
  expect(stdout).toContain('Suites of other tools belong into the config that is there');
  expect(stdout).not.toContain('by hand');
});

describe('Python beside a virtual environment', () => {
  const python = { 'py/requirements.txt': 'pytest-benchmark\n', 'py/test_words.py': 'def test_words(benchmark):\n    benchmark(sorted, [2, 1])\n' };

  it('the config is one for every machine, and how to get at the environment is said', async () => {
    const world = createFakeWorld({ files: { ...python, 'py/.venv/pyvenv.cfg': 'home = /usr/bin' } });
    const { stdout } = await runLine(world, 'init');
    expect(JSON.parse(world.files.text('/repo/py/benchline.json'))).toMatchObject({ suites: [{ command: ['pytest'] }] });
    expect(stdout).toContain('note    py: pytest is called as PATH finds it, and there is the virtual environment .venv: activate it');
    expect(stdout).toContain('".venv/bin/python", "-m", "pytest"');
  });

  it('the environment may be the repository\'s', async () => {
    expect((await runLine(createFakeWorld({ files: { ...python, 'venv/pyvenv.cfg': '' } }), 'init')).stdout).toContain('the virtual environment ../venv');
  });

  it('without one, or with a lock file that runs it, there is nothing to say', async () => {
    expect((await runLine(createFakeWorld({ files: python }), 'init')).stdout).not.toContain('note ');
    expect((await runLine(createFakeWorld({ files: { ...python, 'py/uv.lock': '', 'py/.venv/pyvenv.cfg': '' } }), 'init')).stdout).not.toContain('note ');
  });
});

it('in a Turborepo it leads to its tasks, and then to the script that writes the provenance file', async () => {
  const world = createFakeWorld({ files: { ...files, 'turbo.json': '{"tasks":{}}' } });
  expect((await runLine(world, 'init')).stdout).toContain('benchline init --turbo');
  expect((await runLine(world, 'init', '--turbo')).stdout).toContain('npm run bench');
});

it.each([
  ['{"name":"root"}', true],
  ['{"name":"root","devDependencies":{"benchline":"0.1.0"}}', false],
])('says that CI will not find Benchline where %s does not name it: %s', async (manifest, told) => {
  const { stdout } = await runLine(createFakeWorld({ files: { ...files, 'package.json': manifest } }), 'init');
  expect(stdout.includes('npm install --save-dev benchline')).toBe(told);
});

it('says nothing of dependencies where there is no package.json', async () => {
  const { stdout } = await runLine(createFakeWorld({ files: { 'go.mod': 'module x', 'hash_test.go': 'func BenchmarkHash(b *testing.B) {}' } }), 'init');
  expect(stdout).not.toContain('save-dev');
});
