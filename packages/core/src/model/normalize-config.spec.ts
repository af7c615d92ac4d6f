import { mergeWrittenConfig, normalizeConfig, type Config, type Finding, type WrittenConfig } from './index.js';

const surroundings = { project: 'core', today: '2027-03-02', ci: false };
const suite = { name: 'decode', tool: 'criterion', command: ['cargo', 'bench'] } as const;

function usable(written: WrittenConfig): { config: Config; warnings: Finding[] } {
  const result = normalizeConfig(written, surroundings);
  if ('findings' in result) throw new Error(result.findings.map(({ what, pointer }) => `${pointer}: ${what}`).join('\n'));
  return result;
}

function problemsOf(written: WrittenConfig): [string | undefined, string][] {
  const result = normalizeConfig(written, surroundings);
  if ('config' in result) throw new Error('expected problems');
  return result.findings.map(({ pointer, code }) => [pointer, code]);
}

describe('a configuration that says nothing', () => {
  it('gets the documented defaults', () => {
    expect(usable({}).config).toMatchObject({
      project: 'core',
      suites: [],
      hostClass: null,
      policy: {
        stored: { warn: 0.1, fail: 0.25 },
        tail: { warn: 0.2, fail: 0.2 },
        paired: { detect: 0.05, fail: 0.1 },
        statistic: 'median',
        sameJobOnly: false,
        relax: [],
        raise: {},
        overrides: [],
        floors: [],
      },
      paired: { timeBudgetMs: 600_000, control: 'sample' },
      objectives: [],
      summary: [],
      baselines: { directory: 'baselines', keep: 10, keepMonths: 12, defaultBranch: null, criteria: null },
      profile: null,
    });
  });

  it('runs a suite once, for half an hour at most', () => {
    expect(usable({ suites: [{ ...suite, command: [...suite.command] }] }).config.suites[0]).toEqual({
      name: 'decode',
      tool: 'criterion',
      command: ['cargo', 'bench'],
      files: [],
      cwd: '',
      build: null,
      threads: null,
      dataset: null,
      filter: null,
      tags: null,
      seed: null,
      rounds: 1,
      timeoutMs: 1_800_000,
      env: {},
      allowDebug: false,
      warmupMs: null,
      measureMs: null,
      mapping: null,
      server: null,
      optional: false,
      retries: 0,
    });
  });

  it('leaves it to the tool what runs where a suite names neither command nor files', () => {
    expect(usable({ suites: [{ name: 'js', tool: 'tinybench' }] }).config.suites[0]).toMatchObject({ command: null, files: [] });
  });
});

describe('what is written', () => {
  it('is normalised: quantities, shares, times', () => {
    const { config } = usable({
      slo: [
        { benchmark: 'decode/display*', metric: 'throughput', min: '80 MB/s', target: '4 GiB/s', tolerance: '2%' },
        { benchmark: 'decode/*', max: '2 ms', statistic: 'p95', confident: true },
      ],
      compare: { stored: { warn: '5%', fail: 0.5, p95: '30%' }, paired: { timeBudget: '90 s', control: 'off' }, raise: { inconclusive: 3 } },
    });
    expect(config.objectives).toEqual([
      { suite: null, benchmark: 'decode/display*', metric: 'throughput', statistic: 'median', kind: 'floor', limit: 80_000_000, target: 4 * 2 ** 30, unit: 'B/s', tolerance: 0.02, confident: false, near: 0.05 },
      { suite: null, benchmark: 'decode/*', metric: 'time', statistic: 'p95', kind: 'ceiling', limit: 2_000_000, target: null, unit: 'ns', tolerance: 0, confident: true, near: 0.05 },
    ]);
    expect(config.policy).toMatchObject({ stored: { warn: 0.05, fail: 0.5 }, tail: { warn: 0.3, fail: 0.3 }, raise: { inconclusive: 3 } });
    expect(config.paired).toEqual({ timeBudgetMs: 90_000, control: 'off' });
  });

  it('an objective says more than the defaults for all, and those more than ours', () => {
    const { config } = usable({
      sloDefaults: { tolerance: '2%', near: '10%', safetyMarginMultiplier: 3, confident: true, owner: 'team-a' },
      slo: [
        { benchmark: 'a', max: '2 ms' },
        { benchmark: 'b', max: '2 ms', tolerance: 0, near: 0, safetyMarginMultiplier: 1, confident: false, owner: ['team-b', 'team-c'], hostClass: 'ci-*' },
        { benchmark: 'c', max: '2 ms', budget: '1%', hostClass: ['x', 'y'] },
      ],
    });
    const [all, none, budget] = config.objectives;
    expect(all).toMatchObject({ tolerance: 0.02, near: 0.1, safetyMargin: 3, confident: true, owners: ['team-a'] });
    expect(none).toEqual({ suite: null, benchmark: 'b', metric: 'time', statistic: 'median', kind: 'ceiling', limit: 2_000_000, target: null, unit: 'ns', tolerance: 0, confident: false, hostClasses: ['ci-*'], owners: ['team-b', 'team-c'] });
    // A budget counts samples: how close its limit is, and how many times over it holds, has no meaning.
    expect(budget).toEqual({ ...none, benchmark: 'c', tolerance: 0.02, confident: true, budget: 0.01, hostClasses: ['x', 'y'], owners: ['team-a'] });
  });

  it.each([
    [{ fail: '8%' }, { warn: 0.08, fail: 0.08 }],
    [{ warn: '40%' }, { warn: 0.4, fail: 0.4 }],
    [{ warn: '3%' }, { warn: 0.03, fail: 0.25 }],
  ])('lets the default of the other threshold give way: %p', (stored, thresholds) => {
    expect(usable({ compare: { stored } }).config.policy.stored).toEqual(thresholds);
  });

  it.each([
    ['2027-03-01', true],
    ['2027-03-02', false],
    ['2027-03-03', false],
  ])('an exception that ends on %s has expired on 2027-03-02: %p', (expires, expired) => {
    const { config, warnings } = usable({ compare: { overrides: [{ benchmark: 'flaky*', fail: '40%', reason: 'cache-bound', expires }] } });
    expect(config.policy.overrides[0]).toEqual({ suite: null, benchmark: 'flaky*', metric: null, warn: null, fail: 0.4, reason: 'cache-bound', expires, expired });
    expect(warnings.map(({ code, level, pointer }) => [code, level, pointer])).toEqual(expired ? [['BNL018', 'warning', '/compare/overrides/0']] : []);
  });
});

describe('what cannot be used is told with its place', () => {
  const override = { benchmark: 'a', reason: 'because' };
  it.each<[string, WrittenConfig, string[]]>([
    ['two suites of one name', { suites: [{ name: 'a', tool: 'tinybench' }, { name: 'a', tool: 'tinybench' }] }, ['/suites/1/name']],
    ['an absolute folder', { suites: [{ name: 'a', tool: 'tinybench', cwd: 'C:\\x' }], baselines: { directory: '/b' } }, ['/suites/0/cwd', '/baselines/directory']],
    ['no time', { suites: [{ name: 'a', tool: 'tinybench', timeout: '0 s', warmup: 'soon', measure: '9999 h' }] }, ['/suites/0/timeout', '/suites/0/warmup', '/suites/0/measure']],
    ['no share', { compare: { stored: { warn: '5' }, paired: { detect: -1 } } }, ['/compare/stored/warn', '/compare/paired/detect']],
    ['percent as a bare number', { compare: { stored: { warn: 10, fail: 25 } }, slo: [{ benchmark: 'a', max: '1 ms', tolerance: 2 }] }, ['/compare/stored/warn', '/compare/stored/fail', '/slo/0/tolerance']],
    ['a warning above the failure', { compare: { stored: { warn: '30%', fail: '20%' } } }, ['/compare/stored/warn']],
    ['detecting nothing', { compare: { paired: { detect: 0 } } }, ['/compare/paired/detect']],
    ['an exception without effect', { compare: { overrides: [override] } }, ['/compare/overrides/0']],
    ['a day that is none', { compare: { overrides: [{ ...override, fail: 0.5, expires: '2027-02-29' }] } }, ['/compare/overrides/0/expires']],
    ['no unit', { slo: [{ benchmark: 'a', min: '80' }] }, ['/slo/0/min']],
    ['megabits', { slo: [{ benchmark: 'a', metric: 'throughput', min: '80 Mb/s' }] }, ['/slo/0/min']],
    ['a time floor for throughput', { slo: [{ benchmark: 'a', metric: 'throughput', min: '2 ms' }] }, ['/slo/0/min']],
    ['a rate ceiling for time', { slo: [{ benchmark: 'a', max: '80 MB/s' }] }, ['/slo/0/max']],
    ['both bounds', { slo: [{ benchmark: 'a', min: '1 ms', max: '2 ms' }] }, ['/slo/0']],
    ['a target of another kind', { slo: [{ benchmark: 'a', metric: 'throughput', min: '1 MB/s', target: '5 ops/s' }] }, ['/slo/0/target']],
    ['a target below the floor', { slo: [{ benchmark: 'a', metric: 'throughput', min: '80 MB/s', target: '79 MB/s' }] }, ['/slo/0/target']],
    ['a negative limit', { slo: [{ benchmark: 'a', max: '-2 ms' }] }, ['/slo/0/max']],
    ['a budget below a floor', { slo: [{ benchmark: 'a', metric: 'throughput', min: '1 MB/s', budget: '1%' }] }, ['/slo/0/budget']],
    ['a budget with what it has no use for', { slo: [{ benchmark: 'a', max: '1 ms', budget: '1%', statistic: 'p99', target: '1 us', safetyMarginMultiplier: 2 }] }, ['/slo/0/statistic', '/slo/0/target', '/slo/0/safetyMarginMultiplier']],
    ['a budget of more than all', { slo: [{ benchmark: 'a', max: '1 ms', budget: '101%' }] }, ['/slo/0/budget']],
    ['no share among the defaults', { sloDefaults: { tolerance: '2', near: '1' } }, ['/sloDefaults/tolerance', '/sloDefaults/near']],
    ['a summary without unit', { summary: [{ label: 'A', benchmark: 'a', metric: 'time', unit: 'quick' }] }, ['/summary/0/unit']],
    ['time shown as a rate', { summary: [{ label: 'A', benchmark: 'a', metric: 'time', unit: 'GiB/s' }] }, ['/summary/0/unit']],
    ['a label twice', { summary: [1, 2].map(() => ({ label: 'A', benchmark: 'a', metric: 'time', unit: 'ms' })) }, ['/summary/1/label']],
    ['no expression', { env: { redact: ['ok', '('] } }, ['/env/redact/1']],
  ])('%s', (_what, written, pointers) => {
    expect(problemsOf(written)).toEqual(pointers.map((pointer) => [pointer, 'BNL003']));
  });

  it('keeps hostile keys as plain data', () => {
    const env = JSON.parse('{"__proto__":"x","A":"1"}') as Record<string, string>;
    const written = usable({ suites: [{ name: 'a', tool: 'tinybench', env }] }).config.suites[0]?.env ?? {};
    expect(Object.keys(written)).toEqual(['__proto__', 'A']);
    expect(Object.getPrototypeOf(written)).toBe(Object.prototype);
  });
});

describe('a project over its workspace', () => {
  const workspace: WrittenConfig = {
    project: 'root',
    suites: [{ name: 'root', tool: 'tinybench' }],
    host: { class: 'ci-large' },
    compare: { stored: { warn: '5%', fail: '15%' }, paired: { detect: '3%' }, relax: ['host'], raise: { missing: 0 } },
    slo: [{ benchmark: '*', max: '1 s' }],
    baselines: { keep: 5 },
    sloDefaults: { tolerance: '2%', owner: 'root' },
  };

  it('wins key by key, replaces lists, and inherits no suites', () => {
    expect(
      mergeWrittenConfig(workspace, { project: 'core', compare: { stored: { fail: '20%' }, relax: [] }, slo: [], baselines: { directory: 'b' }, sloDefaults: { owner: 'core' } }),
    ).toEqual({
      project: 'core',
      host: { class: 'ci-large' },
      compare: { stored: { warn: '5%', fail: '20%' }, paired: { detect: '3%' }, relax: [], raise: { missing: 0 } },
      slo: [],
      baselines: { keep: 5, directory: 'b' },
      sloDefaults: { tolerance: '2%', owner: 'core' },
    });
  });

  it('is the workspace without its name and suites where the project says nothing', () => {
    const { project: _project, suites: _suites, ...shared } = workspace;
    expect(mergeWrittenConfig(workspace, {})).toEqual(shared);
  });

  it('changes neither', () => {
    const before = structuredClone(workspace);
    mergeWrittenConfig(workspace, { compare: { raise: { warn: 3 } } });
    expect(workspace).toEqual(before);
  });
});
