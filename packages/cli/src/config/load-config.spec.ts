import { createFakeWorld, type FakeWorldOptions } from '../testing/fake-world.js';
import { environmentOverrides } from './environment-overrides.js';
import { loadConfig } from './load-config.js';

const suite = { name: 'decode', tool: 'criterion', command: ['cargo', 'bench'] };

function load(files: Record<string, unknown>, options: Omit<FakeWorldOptions, 'files'> & { project?: string; config?: string } = {}) {
  const texts = Object.entries(files).map(([path, content]) => [path, typeof content === 'string' ? content : JSON.stringify(content)]);
  const { project, config, ...world } = options;
  return loadConfig(createFakeWorld({ files: Object.fromEntries(texts), ...world }), { ...(project && { project }), ...(config && { config }) });
}

describe('loadConfig', () => {
  it.each([
    ['benchline.json', '{"suites": [{"name": "decode", "tool": "criterion", "command": ["cargo", "bench"]}], "baselines": {"keep": 3}}'],
    ['benchline.yaml', 'suites:\n  - {name: decode, tool: criterion, command: [cargo, bench]}\nbaselines: {keep: 3}\n'],
    ['benchline.yml', 'suites: [{name: decode, tool: criterion, command: [cargo, bench]}]\nbaselines:\n  keep: 3\n'],
    ['benchline.toml', '[[suites]]\nname = "decode"\ntool = "criterion"\ncommand = ["cargo", "bench"]\n[baselines]\nkeep = 3\n'],
  ])('reads %s', async (name, text) => {
    const { config, configFile } = await load({ [name]: text });
    expect(configFile).toBe(`/repo/${name}`);
    expect(config.suites).toMatchObject([suite]);
    expect(config.baselines.keep).toBe(3);
  });

  it('takes a TOML day as a day', async () => {
    const { config } = await load({ 'benchline.toml': '[[compare.overrides]]\nbenchmark = "a"\nfail = "40%"\nreason = "cache-bound"\nexpires = 2027-03-01\n' });
    expect(config.policy.overrides).toMatchObject([{ expires: '2027-03-01', expired: false }]);
  });

  it('puts the project above the workspace, key by key, and inherits no suites', async () => {
    const shared = { suites: [suite], baselines: { keep: 3, keepMonths: 1 }, host: { class: 'ci' } };
    const { config, workspaceRoot, projectRoot } = await load({ 'nx.json': '{}', 'benchline.json': shared, 'packages/a/benchline.json': { baselines: { keep: 5 } } }, { project: 'packages/a' });
    expect([workspaceRoot, projectRoot]).toEqual(['/repo', '/repo/packages/a']);
    expect(config.baselines).toMatchObject({ keep: 5, keepMonths: 1 });
    expect(config).toMatchObject({ hostClass: 'ci', suites: [] });
  });

  it.each([
    ['the nearest marked folder that has a config', { 'turbo.json': '{}', 'benchline.json': '{}', 'packages/a/turbo.json': '{}' }, '/repo'],
    ['nx.json over the repository that holds it', { '../.git/HEAD': '', 'nx.json': '{}' }, '/repo'],
    ['the repository, when nothing else marks it', { '../.git/HEAD': '' }, '/'],
    ['the top turbo.json, not that of the package', { 'turbo.json': '{}', 'packages/a/turbo.json': '{}' }, '/repo'],
    ['the project itself, when nothing is marked', {}, '/repo/packages/a'],
  ])('finds the workspace: %s', async (_name, files, root) => {
    const { workspaceRoot } = await load({ ...files, 'packages/a/x': '' }, { project: 'packages/a' });
    expect(workspaceRoot).toBe(root);
  });

  it.each([
    ['project.json', { 'project.json': '{"name": "from-nx"}', 'package.json': '{"name": "from-npm"}' }, 'from-nx'],
    ['package.json', { 'project.json': '{"root": "."}', 'package.json': '{"name": "@scope/from-npm"}' }, '@scope/from-npm'],
    ['Cargo.toml', { 'package.json': '{broken', 'Cargo.toml': '[workspace]\nname = "no"\n[package]\nversion = "1"\nname = "from-cargo"\n[lib]\nname = "no"\n' }, 'from-cargo'],
    ['the folder', { 'package.json': '[]' }, 'repo'],
  ])('names the project after %s', async (_name, files, expected) => {
    expect((await load({ ...files, 'benchline.json': '{}' })).config.project).toBe(expected);
  });

  it('works without a config file', async () => {
    expect(await load({ x: '' })).toMatchObject({ configFile: null, workspaceConfigFile: null, config: { suites: [] }, warnings: [] });
  });

  it('uses the file named instead of the project\'s', async () => {
    const { config, configFile } = await load({ 'benchline.json': { project: 'one' }, 'other.json': { project: 'two' } }, { config: 'other.json' });
    expect([config.project, configFile]).toEqual(['two', '/repo/other.json']);
  });

  it('has the same digest for the same configuration, and another for another environment', async () => {
    const files = { 'benchline.json': { suites: [suite] } };
    const [first, second, third] = [await load(files), await load(files), await load(files, { env: { BENCHLINE_HOST_CLASS: 'ci' } })];
    expect(first.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(second.digest).toBe(first.digest);
    expect(third.digest).not.toBe(first.digest);
  });
});

describe('the environment stands above the config', () => {
  const values: Record<string, [string, (config: Awaited<ReturnType<typeof load>>['config']) => unknown, unknown]> = {
    BENCHLINE_PROJECT: ['named', (config) => config.project, 'named'],
    BENCHLINE_HOST_CLASS: ['ci-2027', (config) => config.hostClass, 'ci-2027'],
    BENCHLINE_PROFILE: ['quiet', (config) => config.profile, 'quiet'],
    BENCHLINE_DEFAULT_BRANCH: ['trunk', (config) => config.baselines.defaultBranch, 'trunk'],
    BENCHLINE_TOLERANCE: ['3%', (config) => config.objectives[0]?.tolerance, 0.03],
    BENCHLINE_ROUNDS: ['7', (config) => config.suites[0]?.rounds, 7],
    BENCHLINE_TIMEOUT: ['90 s', (config) => config.suites[0]?.timeoutMs, 90_000],
  };
  const written = { project: 'written', host: { class: 'written' }, profile: 'written', baselines: { defaultBranch: 'written' }, suites: [{ ...suite, rounds: 1, timeout: '1 s' }], slo: [{ benchmark: 'decode', max: '1 ms', statistic: 'p95' }], sloDefaults: { tolerance: '1%' } };

  it.each(environmentOverrides.map(({ variable }) => variable))('%s', async (variable) => {
    const [value, read, expected] = values[variable]!;
    const { config } = await load({ 'benchline.json': written }, { env: { [variable]: value } });
    expect(read(config)).toBe(expected);
    const { config: unset } = await load({ 'benchline.json': written }, { env: { [variable]: '' } });
    expect(read(unset)).not.toBe(expected);
  });

  it('is checked like the file', async () => {
    await expect(load({ 'benchline.json': written }, { env: { BENCHLINE_ROUNDS: 'many' } })).rejects.toMatchObject({
      exitCode: 2, findings: [{ code: 'BNL003', pointer: '/suites/0/rounds', file: 'the environment (BENCHLINE_ROUNDS)' }],
    });
  });
});

describe('limits that the environment sets', () => {
  const config = { project: 'core', slo: [{ benchmark: 'decode', max: '1 ms', statistic: 'p95' }, { benchmark: 'decode', metric: 'throughput', min: '80 MB/s' }] };
  const limits = async (env: Record<string, string>) => (await load({ 'benchline.json': config }, { env })).config.objectives.map(({ limit, override }) => [limit, override?.variable]);

  it('stand above the config, absolute and relative', async () => {
    expect(await limits({})).toEqual([[1e6, undefined], [80e6, undefined]]);
    expect(await limits({ BENCHLINE_MAX__CORE__DECODE__P95: '2ms', BENCHLINE_MIN__CORE__DECODE: '+15%' })).toEqual([[2e6, 'BENCHLINE_MAX__CORE__DECODE__P95'], [expect.closeTo(92e6), 'BENCHLINE_MIN__CORE__DECODE']]);
  });

  it('make another digest', async () => {
    const [plain, set, other] = await Promise.all([{}, { BENCHLINE_MAX__CORE__DECODE: '2ms' }, { BENCHLINE_MAX__OTHER__DECODE: '2ms' }].map((env) => load({ 'benchline.json': config }, { env })));
    expect(set!.digest).not.toBe(plain!.digest);
    expect(other!.digest).toBe(plain!.digest);
  });

  it('are refused where they cannot be used, every one of them, with what, why and what to do', async () => {
    const env = { BENCHLINE_MAX__CORE__DECODE: 'fast', BENCHLINE_MAX__CORE__ENCODE: '2ms' };
    await expect(load({ 'benchline.json': config }, { env })).rejects.toMatchObject({
      exitCode: 2,
      findings: Object.keys(env).map((variable) => ({ code: 'BNL016', file: `the environment (${variable})`, what: expect.stringContaining(variable), why: expect.stringMatching(/./), fix: expect.stringMatching(/BENCHLINE_MAX__CORE__DECODE|2ms/) })),
    });
  });
});

describe('where a setting stands', () => {
  it.each([
    ['benchline.json', '{\n  "slo": [\n    { "benchmark": "a",\n      "max": "fast" } ] }', { pointer: '/slo/0/max', line: 4, column: 14 }],
    ['benchline.yaml', 'slo:\n  - benchmark: a\n    max: fast\n', { pointer: '/slo/0/max', line: 3, column: 10 }],
    ['benchline.toml', '[[slo]]\nbenchmark = "a"\nmax = "fast"\n', { pointer: '/slo/0/max', line: 3, column: 7 }],
  ])('%s: a value that means nothing', async (name, text, place) => {
    await expect(load({ [name]: text })).rejects.toMatchObject({ exitCode: 2, findings: [{ code: 'BNL003', file: `/repo/${name}`, ...place }] });
  });

  it.each([
    ['benchline.json', '{\n  "slo": [\n    { "benchmark": "a", "max": "1 ms",\n "mx": 1 }] }', { pointer: '/slo/0', line: 4, column: 2 }],
    ['benchline.yaml', 'slo:\n  - benchmark: a\n    max: 1 ms\n    mx: 1\n', { pointer: '/slo/0', line: 4, column: 5 }],
    ['benchline.toml', '[[slo]]\nbenchmark = "a"\nmax = "1 ms"\n  mx = 1\n', { pointer: '/slo/0', line: 4, column: 3 }],
  ])('%s: a key that nobody knows', async (name, text, place) => {
    await expect(load({ [name]: text })).rejects.toMatchObject({ exitCode: 2, findings: [{ code: 'BNL003', file: `/repo/${name}`, ...place }] });
  });

  it.each([
    ['benchline.json', '{\n  "baselines": {\n    "keep": "ten" } }', { line: 3, column: 13 }],
    ['benchline.yaml', 'baselines:\n  keep: ten\n', { line: 2, column: 9 }],
    ['benchline.toml', '[baselines]\nkeep = "ten"\n', { line: 2, column: 8 }],
  ])('%s: a value of another type', async (name, text, place) => {
    await expect(load({ [name]: text })).rejects.toMatchObject({ exitCode: 2, findings: [{ code: 'BNL003', pointer: '/baselines/keep', ...place }] });
  });

  it('is told of the file that says it', async () => {
    const shared = { compare: { stored: { warn: '30%', fail: '20%' } } };
    const files = { 'nx.json': '{}', 'benchline.json': shared, 'a/benchline.yaml': 'baselines: {keep: 3}\n' };
    await expect(load(files, { project: 'a' })).rejects.toMatchObject({ findings: [{ file: '/repo/benchline.json', pointer: '/compare/stored/warn', line: 1 }] });
  });

  it('is told of an exception that has expired', async () => {
    const { warnings } = await load({ 'benchline.yaml': 'compare:\n  overrides:\n    - {benchmark: a, fail: 40%, reason: r, expires: 2020-01-01}\n' });
    expect(warnings).toMatchObject([{ code: 'BNL018', file: '/repo/benchline.yaml', line: 3, column: 7 }]);
  });
});

describe('bad config', () => {
  it.each([
    ['broken JSON', 'benchline.json', '{"suites": [}', 'BNL002', { line: 1, column: 13, what: expect.stringMatching(/^The config file could not be parsed: /), fix: expect.stringContaining('no comments') }],
    ['broken YAML', 'benchline.yaml', 'suites:\n  - [name: x\n', 'BNL002', { line: 3, what: expect.stringMatching(/^The config file could not be parsed: /) }],
    ['two keys of one name in YAML', 'benchline.yaml', 'project: a\nproject: b\n', 'BNL002', { line: 2 }],
    ['broken TOML', 'benchline.toml', 'a = 1\nb = \n', 'BNL002', { line: 2 }],
    ['deep JSON', 'benchline.json', '['.repeat(20_000), 'BNL012', {}],
    ['deep YAML', 'benchline.yaml', `${'['.repeat(100)}${']'.repeat(100)}`, 'BNL012', {}],
    ['deeper YAML', 'benchline.yaml', '['.repeat(20_000), 'BNL002', {}],
    ['deep TOML', 'benchline.toml', `a = ${'['.repeat(20_000)}`, 'BNL002', {}],
    ['a YAML bomb', 'benchline.yaml', `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghi'].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(',')}]`).join('\n')}\n`, 'BNL012', {}],
    ['a YAML list that holds itself', 'benchline.yaml', 'suites: &a [*a]\n', 'BNL012', {}],
    ['an unknown key', 'benchline.json', '{"suits": []}', 'BNL003', { pointer: '/' }],
    ['a bare number as threshold', 'benchline.json', '{"compare": {"stored": {"warn": "5"}}}', 'BNL003', { pointer: '/compare/stored/warn' }],
    ['a prototype', 'benchline.json', '{"__proto__": {"project": "x"}}', 'BNL003', { pointer: '/' }],
    ['a prototype in YAML', 'benchline.yaml', '__proto__: {project: x}\n', 'BNL003', { pointer: '/' }],
  ])('%s', async (_name, file, text, code, position) => {
    await expect(load({ [file]: text })).rejects.toMatchObject({ exitCode: 2, findings: [{ code, file: `/repo/${file}`, ...position }] });
  });

  it('larger than 1 MiB', async () => {
    await expect(load({ 'benchline.json': ' '.repeat(1024 * 1024 + 1) })).rejects.toMatchObject({ exitCode: 2, findings: [{ code: 'BNL012' }] });
  });

  it('two files', async () => {
    await expect(load({ 'benchline.json': '{}', 'benchline.toml': '' })).rejects.toMatchObject({ exitCode: 2, findings: [{ code: 'BNL016', what: 'Both benchline.json and benchline.toml stand in /repo.' }] });
  });

  it.each([['the file', { config: 'none.json' }], ['the project', { project: 'none' }]])('%s named does not exist', async (_name, options) => {
    await expect(load({ 'benchline.json': '{}' }, options)).rejects.toMatchObject({ exitCode: 2, findings: [{ code: 'BNL008' }] });
  });
});

describe('the baseline folder', () => {
  const outside = { exitCode: 2, findings: [{ code: 'BNL016', pointer: '/baselines/directory' }] };

  it.each([
    ['..', { 'nx.json': '{}', 'a/benchline.json': { baselines: { directory: '../../elsewhere' } } }, {}],
    ['a symbolic link', { 'nx.json': '{}', 'a/benchline.json': { baselines: { directory: 'baselines/deep' } }, '/elsewhere/x': '' }, { links: { '/repo/a/baselines': '/elsewhere' } }],
  ])('must not lead out of the workspace by %s', async (_name, files, options) => {
    await expect(load(files, { project: 'a', ...options })).rejects.toMatchObject(outside);
  });

  it('may lie beside the project, inside the workspace', async () => {
    const { config } = await load({ 'nx.json': '{}', 'a/benchline.json': { baselines: { directory: '../baselines/a' } } }, { project: 'a' });
    expect(config.baselines.directory).toBe('../baselines/a');
  });
});
