import type { Comparison } from '@benchline/core/model';
import { runCompare, type CompareOptions } from '../commands/compare.js';
import type { ProcessCommand } from '../ports/processes.js';
import { createFakeWorld, type FakeWorld, type FakeWorldOptions } from '../testing/fake-world.js';
import type { FakeRun } from '../testing/fake-processes.js';

const sha = 'b'.repeat(40);
const suite = { name: 'decode', tool: 'records', command: ['measure', '{filter}', '{output}'] };
const config = { project: 'core', suites: [suite], compare: { paired: { timeBudget: '10 min', control: 'off' } } };

/** ms of each benchmark on a side; the nth process of all. */
type Times = (side: string, nth: number) => Record<string, number>;

/** A scripted tool: writes records of the benchmarks its filter finds, with a spread of a few tenths of a percent that repeats. */
function tool(times: Times, change: (side: string, nth: number) => FakeRun = () => ({})) {
  let nth = 0;
  return (command: ProcessCommand): FakeRun => {
    nth += 1;
    const side = /(base|head|ctrl)(?=\/|$)/.exec(command.cwd)?.[1] ?? '';
    const [filter = '', output = ''] = command.args.length > 1 ? command.args : ['', ...command.args];
    const lines = Object.entries(times(side, nth)).filter(([id]) => new RegExp(filter).test(id)).map(([id, p50]) => record(id, p50 * (1 + ((nth * 7919) % 13) / 4000)));
    return { takes: 1000, writes: { [output]: lines.join('') }, ...change(side, nth) };
  };
}

function record(id: string, p50: number): string {
  return `${JSON.stringify({ bench_id: id, metric: 'duration_ms', unit: 'ms', p50, p95: p50, n: 10, timestamp: '2026-11-20T12:00:00Z' })}\n`;
}

function createWorld(measure: ReturnType<typeof tool>, { files, git, ...options }: FakeWorldOptions = {}): FakeWorld & { addedWorktrees: string[] } {
  const added: string[] = [];
  const world: FakeWorld = createFakeWorld({
    files: { 'benchline.json': JSON.stringify(config), ...files },
    programs: { measure },
    git: { mergeBase: sha, onAddWorktree: (path) => { added.push(path); world.files.put(`${path}/benchline.json`, '{}'); }, ...git },
    ...options,
  });
  return Object.assign(world, { addedWorktrees: added });
}

const compare = async (world: FakeWorld, options: Partial<CompareOptions> = {}) => (await runCompare({ against: 'main', seed: '1', ...options }, world)).json as Comparison;
const failureOf = (work: Promise<unknown>) => work.then(() => { throw new Error('it did not fail'); }, (cause: unknown) => cause as { exitCode: number; findings: { code: string; what: string; fix: string }[] });
const verdicts = ({ rows }: Comparison) => Object.fromEntries(rows.map(({ benchmark, verdict }) => [benchmark, verdict]));
const sidesOf = (world: FakeWorld) => world.started.filter(({ program }) => program === 'measure').map(({ cwd }) => /(base|head|ctrl)(?=\/|$)/.exec(cwd)?.[1]);

describe('compareAgainst', () => {
  it('finds a slowdown, confirms it, and measures decided benchmarks no longer', async () => {
    const world = createWorld(tool((side) => ({ slow: side === 'head' ? 120 : 100, same: 100 })));
    const comparison = await compare(world);
    expect(verdicts(comparison)).toEqual({ slow: 'regressed', same: 'unchanged' });
    expect(comparison).toMatchObject({ mode: 'paired', base: { commit: { sha } }, paired: { seed: '1', looksTaken: 1, endedBy: 'decided', control: null } });
    const series = comparison.paired?.series.find(({ benchmark }) => benchmark === 'slow');
    expect([series?.rounds.length, series?.confirmation.length]).toEqual([20, 20]);
    expect(world.started.at(-1)?.args[0]).toBe('^(?:slow)$');
    expect(world.complained()).toContain('1 benchmark looks slower: waiting 30 s before measuring afresh');
    expect(world.clock.monotonic()).toBe(1000 * world.started.filter(({ program }) => program === 'measure').length + 30_000);
  });

  it('leaves an optional suite out whose program is absent, and says so', async () => {
    const api = { name: 'api', tool: 'wrk', command: ['wrk', 'http://127.0.0.1:1/'], optional: true };
    const world = createWorld(tool(() => ({ a: 100 })), { files: { 'benchline.json': JSON.stringify({ ...config, suites: [suite, api] }) } });
    const comparison = await compare(world);
    expect(comparison.findings).toMatchObject([{ code: 'BNL065', suite: 'api' }]);
    expect(Object.keys(verdicts(comparison))).toEqual(['a']);
  });

  it('draws the order of every block, the same for the same seed', async () => {
    const orderOf = async (seed: string) => {
      const world = createWorld(tool(() => ({ a: 1 })));
      await compare(world, { seed });
      return sidesOf(world).slice(2, 22);
    };
    const order = await orderOf('1');
    expect(order.slice(0, 10).filter((side) => side === 'base')).toHaveLength(5);
    expect(order.slice(10).filter((side) => side === 'base')).toHaveLength(5);
    expect(await orderOf('1')).toEqual(order);
    expect(await orderOf('2')).not.toEqual(order);
  });

  it('judges a second build of the base as if it were head', async () => {
    const world = createWorld(tool((side) => ({ a: side === 'ctrl' ? 130 : 100, b: 100 })));
    const comparison = await compare(world, { control: 'full' });
    expect(verdicts(comparison)).toEqual({ a: 'unchanged', b: 'unchanged' });
    expect(comparison.paired?.control).toMatchObject({ judged: 2, flagged: 1 });
    expect(new Set(world.addedWorktrees.map((path) => path.length)).size).toBe(1);
  });

  it('says what is new and what is missing', async () => {
    const comparison = await compare(createWorld(tool((side): Record<string, number> => (side === 'head' ? { both: 1, fresh: 1 } : { both: 1, gone: 1 }))));
    expect(verdicts(comparison)).toEqual({ both: 'unchanged', fresh: 'new', gone: 'missing' });
  });

  it('measures head only where the base does not know the project', async () => {
    const world = createWorld(tool(() => ({ a: 1 }), (side) => (side === 'base' ? { code: 1 } : {})), { git: { mergeBase: sha, onAddWorktree: (path) => world.files.put(`${path}/README.md`, '') } });
    const comparison = await compare(world);
    expect(verdicts(comparison)).toEqual({ a: 'new' });
    expect(comparison.findings).toMatchObject([{ code: 'BNL028' }]);
  });

  it('ends with the time budget, and says so', async () => {
    const world = createWorld(tool((_, nth) => ({ noisy: 100 + 40 * Math.sin(nth * nth) })));
    const comparison = await compare(world, { timeBudget: '60 s' });
    expect(comparison.paired).toMatchObject({ looksTaken: 1, endedBy: 'time-budget' });
    expect(verdicts(comparison)).toEqual({ noisy: 'inconclusive' });
  });

  it('takes tracked changes for a part of head, untracked files not', async () => {
    const made = 'd'.repeat(40);
    const dirty = createWorld(tool(() => ({ a: 1 })), { git: { mergeBase: sha, commit: { dirty: true }, workingTreeCommit: made, onAddWorktree: (path, ref) => { dirty.addedWorktrees.push(`${path} ${ref}`); dirty.files.put(`${path}/benchline.json`, '{}'); } } });
    expect((await compare(dirty)).head.commit).toMatchObject({ sha: 'a'.repeat(40), dirty: true });
    expect(dirty.addedWorktrees[1]).toMatch(new RegExp(`/head ${made}$`));
    expect(dirty.complained()).toContain('uncommitted changes of tracked files are in it');
    const untracked = createWorld(tool(() => ({ a: 1 })), { git: { mergeBase: sha, commit: { dirty: true }, onAddWorktree: (path) => untracked.files.put(`${path}/benchline.json`, '{}') } });
    expect((await compare(untracked)).head.commit.dirty).toBe(false);
    expect(untracked.complained()).toContain('Untracked files are no part of head.');
  });

  it('takes a changed benchmark source for a part of the change: noted, compared all the same', async () => {
    const task = (group: string) => ({ name: 'a', group, runs: 3, batch: 1, ordered: true, result: { state: 'completed', error: null, latency: { samples: [1, 1.001, 1.002] } } });
    const output = JSON.stringify({ tinybench: '6.2.3', runtime: { name: 'node', version: '20' }, tasks: [task('sum'), task('same')] });
    const measure = ({ args }: ProcessCommand): FakeRun => ({ takes: 1000, writes: { [args.at(-1) ?? '']: output } });
    const library = JSON.stringify({ version: '6.2.3', exports: { '.': { default: './dist/index.js' } } });
    const onAddWorktree = (path: string) => {
      const files = { 'benchline.json': '{}', 'sum.bench.js': `// ${/base$/.test(path) ? 'base' : 'head'}`, 'same.bench.js': '//', 'node_modules/tinybench/package.json': library };
      for (const [name, text] of Object.entries(files)) world.files.put(`${path}/${name}`, text);
    };
    const world: FakeWorld = createWorld(measure, { files: { 'benchline.json': JSON.stringify({ ...config, suites: [{ ...suite, tool: 'tinybench' }] }) }, git: { mergeBase: sha, onAddWorktree } });
    const comparison = await compare(world);
    expect(verdicts(comparison)).toEqual({ 'same/a': 'unchanged', 'sum/a': 'unchanged' });
    const digest = expect.stringMatching(/^sha256:/);
    expect(comparison.rows.map(({ benchmark, differences }) => [benchmark, differences])).toEqual(expect.arrayContaining([['same/a', []], ['sum/a', [{ field: 'source', base: digest, head: digest }]]]));
  });

  describe('exact counts', () => {
    /** A program under callgrind, which takes 30 s. */
    const counting = (instructions: (side: string, nth: number) => number) => {
      let nth = 0;
      return ({ cwd, args }: ProcessCommand): FakeRun => {
        const output = args.find((word) => word.startsWith('--callgrind-out-file='))?.slice('--callgrind-out-file='.length);
        if (output === undefined) return { prints: 'valgrind-3.19.0\n' };
        nth += 1;
        const count = instructions(/(base|head|ctrl)(?=\/|$)/.exec(cwd)?.[1] ?? '', nth);
        return { takes: 30_000, writes: { [output]: `# callgrind format\nversion: 1\ncreator: callgrind-3.19.0\npid: 1\ncmd:  ./sum 4\nevents: Ir\n\nfn=main\n1 ${count}\n\ntotals: ${count}\n` } };
      };
    };
    const suites = [{ name: 'sum', tool: 'callgrind', command: ['./sum', '4'] }];
    const worldOf = (instructions: Parameters<typeof counting>[0]) => createWorld(tool(() => ({})), { files: { 'benchline.json': JSON.stringify({ ...config, suites }) }, programs: { valgrind: counting(instructions) } });
    const runs = (world: FakeWorld) => world.started.filter(({ args }) => args.some((word) => word.startsWith('--callgrind-out-file='))).length;

    it.each([[1000, 'unchanged'], [1001, 'unchanged'], [1026, 'warn'], [1101, 'regressed']])('take one block, without confirmation and control arm: 1000 against %i is %s', async (head, verdict) => {
      const world = worldOf((side) => (side === 'head' ? head : 1000));
      const comparison = await compare(world, { control: 'full' });
      expect(comparison.rows).toMatchObject([{ verdict, rule: 'exact', floor: 0, base: { value: 1000, rounds: 5 }, head: { value: head, rounds: 5 } }]);
      expect(comparison.paired).toMatchObject({ looksTaken: 0, endedBy: 'decided', control: null });
      expect(runs(world)).toBe(2 + 10);
      expect(world.complained()).toContain('1 benchmark in 1 suite, 5 rounds a side');
      expect(world.complained()).toContain('No control arm: exact counts need none.');
    });

    it('that do not repeat are judged like anything noisy', async () => {
      const world = worldOf((side, nth) => (side === 'head' ? 1200 : 1000) + (nth % 3));
      expect((await compare(world, { timeBudget: '1 h' })).rows).toMatchObject([{ verdict: 'regressed', rule: 'paired', confirmation: 'confirmed' }]);
    });
  });

  it('counts the benchmarks that look slower, not their metrics', async () => {
    const throughput = (value: number) => record('a', value).replace('duration_ms', 'throughput_mbs').replace('"ms"', '"MB/s"');
    const records = (side: string) => (side === 'head' ? record('a', 130) + throughput(70) : record('a', 100) + throughput(100));
    const world = createWorld(({ cwd, args }) => ({ takes: 1000, writes: { [args.at(-1) ?? '']: records(/(base|head)$/.exec(cwd)?.[1] ?? '') } }));
    expect((await compare(world)).rows).toHaveLength(2);
    expect(world.complained()).toContain('1 benchmark looks slower: waiting');
  });

  it('says why there is no control arm', async () => {
    const world = createWorld(tool(() => ({ a: 1 })));
    await compare(world, { control: 'sample', timeBudget: '70 s' });
    expect(world.complained()).toContain('No control arm: a tenth of the budget has no room for one.');
  });

  it('says that code is compared with itself', async () => {
    const { findings } = await compare(createWorld(tool(() => ({ a: 1 })), { git: { commit: { sha } } }));
    expect(findings.map(({ code }) => code)).toContain('BNL029');
  });
});

describe('a run that fails', () => {
  const old = JSON.stringify({ old: true });
  const cases: [string, FakeRun, string, number][] = [
    ['the tool crashes on a side', { code: 101, complains: 'panicked\n' }, 'BNL011', 4],
    ['nothing is measured', { writes: {} }, 'BNL009', 2],
    ['a process hangs', { takes: 1e9 }, 'BNL001', 4],
  ];

  it.each(cases)('%s: names the side, removes the worktrees, keeps the last result', async (_, change, code, exitCode) => {
    const removed: string[] = [];
    const world = createWorld(tool(() => ({ a: 1 }), (side, nth) => (side === 'base' && nth > 5 ? change : {})), { files: { '.benchline/comparison.json': old } });
    const git = { ...world.git, removeWorktree: async (_folder: string, path: string) => void removed.push(path) };
    const failure = await failureOf(compare({ ...world, git } as FakeWorld));
    expect(failure).toMatchObject({ exitCode, findings: [{ code }] });
    expect(failure.findings[0]?.what).toMatch(/^Base \(commit bbbbbbb\): /);
    expect(failure.findings[0]?.fix).toContain('stored baseline');
    expect(removed).toEqual(world.addedWorktrees);
    expect(world.files.paths('/temporary')).toEqual([]);
    expect(world.files.text('/repo/.benchline/comparison.json')).toBe(old);
    expect(world.holdsLock()).toBe(false);
  });

  it('refuses a budget that the first look does not fit into', async () => {
    const failure = await failureOf(compare(createWorld(tool(() => ({ a: 1 }))), { timeBudget: '20 s' }));
    expect(failure).toMatchObject({ exitCode: 2, findings: [{ code: 'BNL027' }] });
    const needed = /--time-budget "([^"]+)"/.exec(failure.findings[0]?.fix ?? '')?.[1] ?? '';
    expect(verdicts(await compare(createWorld(tool(() => ({ a: 1 }))), { timeBudget: needed }))).toEqual({ a: 'unchanged' });
  });

  it('ends at once when it is interrupted', async () => {
    const world: FakeWorld = createWorld(tool(() => ({ a: 1 }), (_, nth) => { if (nth === 8) world.abort('SIGINT'); return {}; }));
    expect(await failureOf(compare(world))).toMatchObject({ exitCode: 4, findings: [{ code: 'BNL021', what: 'Interrupted by SIGINT.' }] });
    expect(world.files.paths('/temporary')).toEqual([]);
  });
});
