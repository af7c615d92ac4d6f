import { configFacts, malformedConfig } from './config-facts.js';
import { inferTargets, type InferenceFacts } from './infer-targets.js';
import { normalizeHostClass, normalizeInputs, normalizeTargetNames, type PluginOptions } from './plugin-options.js';

const criterion = configFacts({ suites: [{ name: 'decode', tool: 'criterion' }] });

function infer(given: Partial<InferenceFacts> = {}, options: PluginOptions = {}) {
  return inferTargets({
    config: criterion,
    projectRoot: 'crates/core',
    names: normalizeTargetNames(options),
    cacheKey: 'content',
    sharedConfig: null,
    crates: [],
    hasProductionInputs: false,
    isInstalled: true,
    inputs: [],
    hostClass: null,
    sync: false,
    ...given,
  });
}

test('a config stands for five targets', () => {
  expect(Object.keys(infer())).toEqual(['bench', 'bench-compare', 'bench-paired', 'bench-slo', 'bench-promote', 'bench-audit']);
});

test('every target states whether it is cached', () => {
  const cached = Object.entries(infer()).map(([name, { cache }]) => [name, cache]);
  expect(cached).toEqual([['bench', true], ['bench-compare', true], ['bench-paired', false], ['bench-slo', true], ['bench-promote', false], ['bench-audit', false]]);
});

test('bench is serial, keyed on sources, dependencies, toolchain and host class, and keeps what it measured', () => {
  const bench = infer()['bench'];
  expect(bench).toMatchObject({ parallelism: false, dependsOn: ['^build'] });
  expect(bench?.inputs).toEqual(
    expect.arrayContaining(['default', '^default', '!{projectRoot}/.benchline/**/*', { runtime: 'rustc --version --verbose' }, { env: 'BENCHLINE_HOST_CLASS' }, { externalDependencies: ['@benchline/nx'] }]),
  );
  expect(bench?.outputs).toEqual(['report.json', 'perf.json', 'raw', 'samples'].map((name) => `{projectRoot}/.benchline/${name}`));
});

test('a promoted baseline re-keys the comparison and not the measurement', () => {
  const targets = infer();
  expect(targets['bench']?.inputs).toContain('!{projectRoot}/baselines/**/*');
  expect(targets['bench-compare']?.inputs).toContain('{projectRoot}/baselines/**/*');
});

test.each([
  ['baselines', '{projectRoot}/baselines/**/*'],
  ['./perf/base/', '{projectRoot}/perf/base/**/*'],
  ['../../baselines/core', '{workspaceRoot}/baselines/core/**/*'],
])('baselines in %s are the input %s', (directory, input) => {
  const config = configFacts({ suites: [], baselines: { directory } });
  expect(infer({ config })['bench-compare']?.inputs).toContain(input);
  expect(infer({ config })['bench-compare']?.cache).toBe(true);
});

test.each(['../../../elsewhere', '/srv/baselines'])('with baselines in %s, where Nx sees no files, the comparison is not cached', (directory) => {
  expect(infer({ config: configFacts({ suites: [], baselines: { directory } }) })['bench-compare']?.cache).toBe(false);
});

test.each(['bench-compare', 'bench-slo'])('%s follows the report and is selected by whatever reaches it', (name) => {
  const target = infer()[name];
  expect(target?.dependsOn).toEqual(['bench']);
  expect(target?.inputs).toEqual(expect.arrayContaining(['default', '^default', { dependentTasksOutputFiles: '**/.benchline/report.json' }]));
});

test('objectives follow the environment and the profiles that can set their limits', () => {
  const inputs = infer()['bench-slo']?.inputs;
  expect(inputs).toEqual(expect.arrayContaining([{ env: 'BENCHLINE_TOLERANCE' }, { env: 'BENCHLINE_PROFILE' }, { env: 'BENCHLINE_PROFILE_DIR' }, '{workspaceRoot}/profiles/**/*']));
  expect(JSON.stringify(inputs)).toContain('BENCHLINE_(MIN|MAX)__');
  expect(JSON.stringify(infer()['bench']?.inputs)).not.toContain('MAX');
});

test('only the tools that are used ask for their toolchain', () => {
  const inputs = (tools: string[]) => JSON.stringify(infer({ config: configFacts({ suites: tools.map((tool) => ({ tool })) }) })['bench']?.inputs);
  expect(inputs(['hyperfine'])).toContain('hyperfine --version');
  expect(inputs(['hyperfine'])).not.toContain('rustc');
  expect(inputs(['records', 'toString'])).not.toContain('runtime');
  expect(inputs(['divan', 'criterion']).match(/rustc/g)).toHaveLength(1);
  expect(inputs(['go', 'vitest'])).toMatch(/go version.*node --version/);
  expect(inputs(['wrk'])).toContain('{"runtime":"wrk -v"},{"env":"BENCHLINE_TOOL_WRK"}');
});

test('the variables that reports record belong to the key; a pattern of variables cannot', () => {
  const inputs = infer({ config: configFacts({ suites: [], env: { allow: ['DATASET_SIZE', 'PERF_*', 7] } }) })['bench']?.inputs;
  expect(inputs).toContainEqual({ env: 'DATASET_SIZE' });
  expect(JSON.stringify(inputs)).not.toContain('PERF_');
});

test.each(['bench', 'bench-compare'])('%s follows the crates that the project is built from', (name) => {
  expect(infer({ crates: ['crates/bytes'] })[name]?.inputs).toContain('{workspaceRoot}/crates/bytes/**/*');
});

test('an exception with an end makes the verdict a matter of the day', () => {
  const config = configFacts({ suites: [], compare: { overrides: [{ benchmark: '*', reason: 'r', expires: '2030-01-01' }] } });
  expect(JSON.stringify(infer({ config })['bench-compare']?.inputs)).toContain('toISOString');
  expect(JSON.stringify(infer()['bench-compare']?.inputs)).not.toContain('toISOString');
});

test('names are options and follow into what depends on them; false switches one off', () => {
  const targets = infer({}, { benchTargetName: 'perf', compareTargetName: 'perf-check', promoteTargetName: false, auditTargetName: false });
  expect(Object.keys(targets)).toEqual(['perf', 'perf-check', 'bench-paired', 'bench-slo']);
  expect(targets['perf-check']?.dependsOn).toEqual(['perf']);
});

test('without bench, what reads the report is not cached: Nx cannot see the report change', () => {
  const targets = infer({}, { benchTargetName: false });
  expect(targets['bench-compare']).toMatchObject({ cache: false, dependsOn: [] });
});

test.each([[''], [5], [null], [{}]])('%j is no name, so the default stands', (name) => {
  expect(normalizeTargetNames({ benchTargetName: name } as never).bench).toBe('bench');
});

test('the key can hold the commit, the production inputs and the shared defaults', () => {
  const inputs = infer({ cacheKey: 'commit', hasProductionInputs: true, sharedConfig: 'benchline.yaml' })['bench']?.inputs;
  expect(inputs).toEqual(expect.arrayContaining([{ runtime: 'git rev-parse HEAD' }, '^production', '{workspaceRoot}/benchline.yaml']));
  expect(inputs).not.toContain('^default');
});

test('inputs of nx.json belong to what is measured and to what is judged of it', () => {
  const targets = infer({ inputs: ['{workspaceRoot}/datasets/**/*'] });
  const having = Object.entries(targets).filter(([, { inputs }]) => inputs?.includes('{workspaceRoot}/datasets/**/*'));
  expect(having.map(([name]) => name)).toEqual(['bench', 'bench-compare', 'bench-paired', 'bench-slo']);
});

test('the class of the machine is an option of what measures, so that it is part of the key', () => {
  const targets = infer({ hostClass: 'rack-7' });
  expect(targets['bench']?.options).toEqual({ hostClass: 'rack-7' });
  expect(targets['bench-paired']?.options).toEqual({ against: 'auto', hostClass: 'rack-7' });
  expect(infer()['bench']?.options).toEqual({});
});

test('the sync generator runs before a measurement where nx.json asks for it', () => {
  expect(infer({ sync: true })['bench']?.syncGenerators).toEqual(['@benchline/nx:sync']);
  expect(infer()['bench']).not.toHaveProperty('syncGenerators');
});

test.each([[null], ['x'], [{}], [[1, '', null, []]]])('%j are no inputs, and none are added', (inputs) => {
  expect(normalizeInputs({ inputs } as never)).toEqual([]);
});

test.each([[''], [' '], [5], [null]])('%j is no class of a machine', (hostClass) => {
  expect(normalizeHostClass({ hostClass } as never)).toBeNull();
});

test('where Nx does not know the plugin as a package, no input names it', () => {
  expect(JSON.stringify(infer({ isInstalled: false }))).not.toContain('externalDependencies');
});

test('a config that cannot be read has its targets all the same', () => {
  expect(Object.keys(infer({ config: malformedConfig }))).toHaveLength(6);
});

test.each([[null], [[]], ['x'], [{ suites: 'no' }], [{ suites: [null, { tool: 3 }] }], [{ suites: [], compare: [], baselines: 'x' }]])('facts are taken from %j without an error', (written) => {
  expect(configFacts(written)).toMatchObject({ tools: [], baselineDirectory: 'baselines', expires: false });
});

test('same facts, same targets', () => {
  expect(JSON.stringify(infer())).toBe(JSON.stringify(infer()));
});
