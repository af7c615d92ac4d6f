import type { Profile } from '@benchline/core/model';
import { readArtefact } from '../artefacts/read-artefact.js';
import type { FakeProgram } from '../testing/fake-processes.js';
import { createFakeWorld, type FakeWorld, type FakeWorldOptions } from '../testing/fake-world.js';
import { reportText, runLine } from '../testing/sample-project.js';
import { around } from '../testing/sample-report.js';
import { runCalibrate } from './calibrate.js';

const fingerprint = '0123456789abcdef';
const file = `/repo/profiles/core/${fingerprint}.json`;
const suite = { name: 'decode', tool: 'records', command: ['measure', '{output}'] };

const record = (id: string, p50: number) => `${JSON.stringify({ bench_id: id, metric: 'duration_ms', unit: 'ms', p50, p95: p50 * 1.2, n: 10, timestamp: '2026-11-20T12:00:00Z' })}\n`;

/** A value for each start that scatters by `cv` and never repeats: the golden ratio's multiples are spread evenly. */
const scattered = (nth: number, cv: number) => 100 * Math.exp(cv * Math.sqrt(12) * (((nth * 0.618_033_988_75) % 1) - 0.5));

/** A tool that takes a second and reports these benchmarks. */
function measures(spread: Readonly<Record<string, number>>) {
  return ({ args }: { args: readonly string[] }, { nth }: { nth: number }) => ({ takes: 1000, writes: { [args.at(-1) ?? '']: Object.entries(spread).map(([id, cv]) => record(id, scattered(nth, cv))).join('') } });
}

function createWorld({ config = {}, spread = { quiet: 0.002 }, ...options }: { config?: object; spread?: Record<string, number> } & FakeWorldOptions = {}): FakeWorld {
  return createFakeWorld({ programs: { measure: measures(spread) }, ...options, files: { 'nx.json': '{}', 'benchline.json': JSON.stringify({ project: 'core', suites: [suite], ...config }), ...options.files } });
}

const profileAt = async (world: FakeWorld, path = file): Promise<Profile> => (await readArtefact(world, 'profile', path)).value;
const problemOf = (world: FakeWorld, options: Parameters<typeof runCalibrate>[0]) =>
  runCalibrate(options, world).then(() => { throw new Error('it did not fail'); }, (cause: unknown) => cause as { exitCode: number; findings: { code: string; what: string; fix: string }[] });

describe('benchline calibrate', () => {
  it('compares the code with itself and writes a profile of this machine', async () => {
    const world = createWorld();
    const { exitCode, text } = await runCalibrate({}, world);
    expect(exitCode).toBe(0);
    const profile = await profileAt(world);
    expect(profile).toMatchObject({ name: fingerprint, project: 'core', rounds: 10, host: { fingerprint, class: null }, createdAt: new Date(world.clock.now()).toISOString() });
    expect(profile.benchmarks).toMatchObject([{ suite: 'decode', benchmark: 'quiet', metric: 'time', floor: 0.01 }]);
    expect(profile.benchmarks[0]?.nullEstimates).toHaveLength(10);
    expect(profile.benchmarks[0]?.cv).toBeLessThan(0.004);
    expect(world.started).toHaveLength(1 + 10 * 2 * 10);
    expect(text).toContain('the same code against itself, 10 times with 10 rounds a side');
    expect(text).toContain(`Written: profiles/core/${fingerprint}.json\n`);
    expect(text).not.toContain('cannot show');
    expect(world.holdsLock()).toBe(false);
    expect(world.files.paths('/repo/.benchline')).toEqual([]);
  });

  it('says first what it costs, and then how much is left', async () => {
    const world = createWorld();
    await runCalibrate({ runs: 2 }, world);
    const told = world.complained();
    expect(told).toContain('1 benchmark in 1 suite against itself: 2 comparisons of 10 rounds a side, in random order.\nAbout 40 s.');
    expect(told).toContain('decode: comparison 2 of 2, block 2 of 2, about 10 s left');
    expect(told.indexOf('About 40 s')).toBeLessThan(told.indexOf('comparison 1 of 2'));
  });

  it('builds once', async () => {
    const world = createWorld({ config: { suites: [{ ...suite, build: ['make'] }] }, programs: { make: {}, measure: measures({ a: 0.01 }) } });
    await runCalibrate({ runs: 1, rounds: 5 }, world);
    expect(world.started.map(({ program }) => program)).toEqual(['make', ...Array<string>(11).fill('measure')]);
  });

  it('tells that few comparisons leave the floor at its default', async () => {
    const world = createWorld();
    expect((await runCalibrate({ runs: 2 }, world)).text).toContain('Fewer than 10 comparisons: every noise floor here is the default of 1 %.');
  });

  it('tells which thresholds cannot be seen here, side by side and against a stored baseline', async () => {
    const world = createWorld({ spread: { quiet: 0.002, noisy: 0.2 }, config: { compare: { overrides: [{ benchmark: 'quiet', fail: '1%', reason: 'hot' }] } } });
    const { text, json } = await runCalibrate({ runs: 9 }, world);
    expect(text).toMatch(/Side by side .*\n {2}quiet time: 1 % is asked for, and the noise floor of 1 % hides it, whatever the number of rounds\n {2}noisy time: 5 % is asked for, \d+ % can be seen with 30 rounds a side; it needs \d+, or a spread of \d\.\d %/);
    expect(text).toMatch(/Nor can it against a stored baseline:\n {2}quiet time: 1 % [^\n]*\n {2}noisy time: 10 % is asked for, \d+ % can be seen with 1 round a side/);
    expect(json).toMatchObject({ path: file, cannotBeSeen: [{ mode: 'paired', benchmark: 'quiet' }, { mode: 'paired', benchmark: 'noisy' }, { mode: 'stored' }, { mode: 'stored' }] });
  });

  it('stops before the time budget ends, and refuses one that is too small', async () => {
    const world = createWorld();
    const { text } = await runCalibrate({ timeBudget: '65 s' }, world);
    expect((await profileAt(world)).benchmarks[0]?.nullEstimates).toHaveLength(3);
    expect(text).toContain('BNL031');
    expect(world.complained()).toContain('has room for 3 of 10');
    expect(await problemOf(createWorld(), { timeBudget: '10 s' })).toMatchObject({ exitCode: 2, findings: [{ code: 'BNL016', fix: expect.stringContaining('--time-budget "30 s"') }] });
  });

  it('names the profile after the flag, the config, or the host class', async () => {
    const name = async (options: FakeWorldOptions & { config?: object }, flags = {}) => ((await runCalibrate({ runs: 1, ...flags }, createWorld(options))).json as { profile: Profile }).profile.name;
    expect(await name({}, { name: 'mine' })).toBe('mine');
    expect(await name({ env: { BENCHLINE_HOST_CLASS: 'ci runner/4' } })).toBe('ci-runner-4');
    expect(await name({ config: { profile: 'quiet' }, env: { BENCHLINE_HOST_CLASS: 'ci' } })).toBe('quiet');
  });

  it.each<[string, object, Record<string, string>, string]>([
    ['--local', { local: true }, { BENCHLINE_PROFILE_DIR: 'elsewhere' }, '/home/ada/.config/benchline/profiles'],
    ['--local with XDG_CONFIG_HOME', { local: true }, { XDG_CONFIG_HOME: '/xdg' }, '/xdg/benchline/profiles'],
    ['--output', { output: 'out' }, { BENCHLINE_PROFILE_DIR: 'elsewhere' }, '/repo/out'],
    ['BENCHLINE_PROFILE_DIR', {}, { BENCHLINE_PROFILE_DIR: 'elsewhere' }, '/repo/elsewhere'],
  ])('writes where %s says', async (_, flags, env, folder) => {
    const world = createWorld({ env });
    await runCalibrate({ runs: 1, ...flags }, world);
    expect(await profileAt(world, `${folder}/core/${fingerprint}.json`)).toMatchObject({ project: 'core' });
  });

  it.each<[string, Parameters<typeof runCalibrate>[0], string]>([
    ['both places', { local: true, output: 'x' }, '--local and --output'],
    ['both ways', { overwrite: true, append: true }, '--overwrite and --append'],
    ['half a block', { rounds: 12 }, 'no multiple of 5'],
    ['a path as name', { name: '../x' }, 'no name of a profile'],
    ['a list that overwrites', { list: true, overwrite: true }, '--list'],
    ['an unknown suite', { suite: ['x'] }, 'no suite x'],
  ])('refuses %s', async (_, options, problem) => {
    const world = createWorld();
    expect(await problemOf(world, options)).toMatchObject({ exitCode: 2, findings: [{ code: 'BNL016', what: expect.stringContaining(problem) }] });
    expect(world.started).toEqual([]);
  });
});

describe('a profile that exists already', () => {
  const made = async (options: Parameters<typeof createWorld>[0] = {}) => {
    const world = createWorld(options);
    await runCalibrate({ runs: 6 }, world);
    return world;
  };

  it('is refused before anything is measured', async () => {
    const world = await made();
    const before = world.files.text(file);
    const started = world.started.length;
    expect(await problemOf(world, { runs: 6 })).toMatchObject({ exitCode: 2, findings: [{ what: expect.stringContaining('There is a profile'), fix: expect.stringContaining('--append') }] });
    expect([world.started.length, world.files.text(file)]).toEqual([started, before]);
  });

  it('grows with --append', async () => {
    const world = await made();
    const before = await profileAt(world);
    await runCalibrate({ runs: 5, append: true }, world);
    const [grown] = (await profileAt(world)).benchmarks;
    expect(grown?.nullEstimates).toHaveLength(11);
    expect(grown?.nullEstimates.slice(0, 6)).toEqual(before.benchmarks[0]?.nullEstimates);
  });

  it('is replaced with --overwrite, also one that cannot be read', async () => {
    const world = await made();
    await runCalibrate({ runs: 2, overwrite: true }, world);
    expect((await profileAt(world)).benchmarks[0]?.nullEstimates).toHaveLength(2);
    world.files.put(file, '{"torn');
    expect(await problemOf(world, { append: true })).toMatchObject({ findings: [{ code: 'BNL002' }] });
    await runCalibrate({ runs: 1, overwrite: true }, world);
    expect((await profileAt(world)).benchmarks[0]?.nullEstimates).toHaveLength(1);
  });

  it.each<[string, object, Partial<Profile>, string]>([
    ['another machine', {}, { host: { fingerprint: 'ffffffffffffffff' } as Profile['host'] }, 'another machine'],
    ['other rounds', { rounds: 5 }, {}, '10 rounds a side, and 5'],
    ['another project', {}, { project: 'other' }, 'project other'],
  ])('is not added to from %s', async (_, flags, change, problem) => {
    const world = await made();
    const { host, ...rest } = await profileAt(world);
    world.files.put(file, JSON.stringify({ ...rest, ...change, host: { ...host, ...change.host } }));
    expect(await problemOf(world, { append: true, ...flags })).toMatchObject({ exitCode: 2, findings: [{ what: expect.stringContaining(problem) }] });
  });

  it('stays as it is on Ctrl-C, and nothing stays locked', async () => {
    const world = await made();
    const before = world.files.text(file);
    const started = world.started.length;
    const program = world.processes.run;
    world.processes.run = async (command) => {
      if (world.started.length === started + 30) world.abort('SIGINT');
      return program(command);
    };
    expect(await problemOf(world, { append: true })).toMatchObject({ exitCode: 4, findings: [{ code: 'BNL021' }] });
    expect(world.files.text(file)).toBe(before);
    expect(world.holdsLock()).toBe(false);
  });

  it('that another run wrote meanwhile is seen', async () => {
    const world = createWorld({ lockedBy: 'other' });
    const waiting = problemOf(world, {});
    await new Promise((resolve) => { setImmediate(resolve); });
    world.files.put(file, '{}');
    world.freeLock();
    expect(await waiting).toMatchObject({ findings: [{ what: expect.stringContaining('There is a profile') }] });
    expect(world.started).toEqual([]);
  });
});

describe('what cannot be measured', () => {
  it('a tool that fails leaves no profile', async () => {
    const world = createWorld({ programs: { measure: { code: 1, complains: 'broken' } } });
    expect(await problemOf(world, {})).toMatchObject({ exitCode: 4, findings: [{ code: 'BNL011', what: expect.stringMatching(/^measure/) }] });
    expect(await world.files.exists(file)).toBe(false);
  });

  it('a folder that cannot be written to is told before measuring', async () => {
    const world = createWorld({ readOnly: ['/repo/profiles'] });
    expect(await problemOf(world, {})).toMatchObject({ exitCode: 4, findings: [{ code: 'BNL015' }] });
    expect(world.started).toEqual([]);
  });

  it('a benchmark that fails is named, and the others are kept', async () => {
    const failing = (command: { args: readonly string[] }, { nth }: { nth: number }) => ({ writes: { [command.args.at(-1) ?? '']: JSON.stringify(report(scattered(nth, 0.01))) } });
    const world = createWorld({ config: { suites: [{ ...suite, tool: 'benchline' }] }, programs: { measure: failing } });
    const { exitCode, text, json } = await runCalibrate({ runs: 1 }, world);
    expect([exitCode, json]).toMatchObject([4, { failed: ['bad'], profile: { benchmarks: [{ benchmark: 'good' }] } }]);
    expect(text).toContain('Failed, and not in the profile: bad.');
  });

  it('numbers that are always the same need no calibration', async () => {
    const exact = { ...report(1).suites[0]!.benchmarks[0]!, metrics: report(1).suites[0]!.benchmarks[0]!.metrics.map((metric) => ({ ...metric, kind: 'exact' })) };
    const program: FakeProgram = ({ args }) => ({ writes: { [args.at(-1) ?? '']: JSON.stringify({ schemaVersion: 1, suites: [{ name: 'decode', benchmarks: [exact] }] }) } });
    const world = createWorld({ config: { suites: [{ ...suite, tool: 'benchline' }] }, programs: { measure: program } });
    expect(await problemOf(world, {})).toMatchObject({ exitCode: 2, findings: [{ code: 'BNL016', what: expect.stringContaining('nothing to calibrate') }] });
    expect(world.started.filter(({ program: name }) => name === 'measure')).toHaveLength(1);
    expect(await world.files.exists(file)).toBe(false);
  });
});

test('a comparison takes its noise floors from the profile', async () => {
  const world = createWorld({ spread: { 'decode/small': 0.002, other: 0.002 }, files: { 'base.json': reportText({ values: { 'decode/small': around(1000) } }), 'head.json': reportText({ values: { 'decode/small': around(1010) } }) } });
  const compared = async () => (await runLine(world, 'compare', 'base.json', 'head.json', '--json')).stdout;
  expect(JSON.parse(await compared())).toMatchObject({ policy: { floors: [] } });
  await runCalibrate({ runs: 1 }, world);
  expect(JSON.parse(await compared())).toMatchObject({ policy: { floors: [{ suite: 'decode', benchmark: 'decode/small', metric: 'time', floor: 0.01 }] } });
});

describe('benchline calibrate --list', () => {
  it('shows every place\'s profiles, whether they fit, and which is used', async () => {
    const world = createWorld();
    await runCalibrate({ runs: 1 }, world);
    await runCalibrate({ runs: 1, local: true, name: 'mine' }, world);
    const mine = await profileAt(world, '/home/ada/.config/benchline/profiles/core/mine.json');
    world.files.put('/repo/profiles/other/x.json', JSON.stringify({ ...mine, name: 'x', project: 'other' }));
    world.files.put('/repo/profiles/core/torn.json', '{');
    const started = world.started.length;
    const { exitCode, json, text } = await runCalibrate({ list: true }, world);
    expect([exitCode, world.started.length]).toEqual([0, started]);
    const { profiles, findings } = json as { profiles: object[]; findings: object[] };
    expect(profiles).toMatchObject([
      { name: 'mine', place: 'local', path: '~/.config/benchline/profiles/core/mine.json', fits: true, used: true },
      { name: fingerprint, place: 'repository', path: `profiles/core/${fingerprint}.json`, fits: true, used: false },
      { name: 'x', project: 'other', fits: false, used: false },
    ]);
    expect(findings).toMatchObject([{ code: 'BNL002', file: '/repo/profiles/core/torn.json' }]);
    expect(text).toMatch(/^\* {2}mine {2}.*yes/m);
  });

  it('is empty where there is none, and prints JSON alone with --json', async () => {
    const world = createWorld();
    expect((await runCalibrate({ list: true }, world)).text).toContain('No profile yet');
    expect(JSON.parse((await runLine(world, 'calibrate', '--list', '--json')).stdout)).toEqual({ profiles: [], places: [{ place: 'local', folder: '~/.config/benchline/profiles' }, { place: 'repository', folder: 'profiles' }], findings: [] });
  });
});

/** A report in Benchline's own format with a good and a failed benchmark. */
function report(value: number) {
  const summary = { n: 10, min: value, p50: value, p95: null, p99: null, max: value, mean: value, stddev: null, mad: null };
  const named = (id: string) => ({ id, name: id, group: null, params: {}, tags: [] });
  const good = { ...named('good'), status: 'ok', metrics: [{ name: 'time', unit: 'ns', direction: 'lower', kind: 'summary', summary }] };
  return { schemaVersion: 1, suites: [{ name: 'decode', benchmarks: [good, { ...named('bad'), status: 'failed', metrics: [] }] }] };
}
