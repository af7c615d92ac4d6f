import fc from 'fast-check';
import { normalizeConfig } from '@benchline/core/model';
import { runLine, sampleProject } from '../testing/sample-project.js';
import { importObjectives } from './import-objectives.js';
import { parseImportKey } from './import-key.js';

const toml = `
[performance_floors]
display_min_mibs = 80
"decode.comp3_min" = "600 MB/s"
decode_p95_max_ms = 2.5
min_encode_ops_per_s = 5000
startup_ms = 100
broken_min_mbps = 3
odd_min = 7
flag_min_mibs = true
[performance_floors.tree]
build_max_ms = 12

[enterprise_targets]
display_gibs = 4
decode_p95_ms = 1
nobody_gibs = 1
encode_ops_per_s = 4000

[automation]
safety_margin_multiplier = 10
tolerance_percent = 5
near_threshold = 0.1
owners = ["@org/perf", "ops"]
max_regression_percent = 10
schedule = "nightly"
[misc]
x = 1
`;

const yaml = `
version: 2
audit:
  auditor: somebody
  objectives:
    - name: decode/display
      description: what users see
      indicator: latency
      percentile: p99
      operator: "<="
      threshold: 2
      unit: ms
      error_budget: 0
      team: decoders
    - {benchmark: "decode/*", metric: throughput, floor: 80 MB/s, goal: 4 GiB/s, tolerance_percent: 2, host_class: [ci-large, ci-small], severity: high}
    - {benchmark: a, max: 3}
    - {benchmark: a, percentile: p42, max: 3 ms}
    - {metric: time, max: 3 ms}
    - {benchmark: a, min: 1 MB/s, max: 2 MB/s}
    - {benchmark: a, max: 3 ms, target: 5 ms}
    - 7
`;

async function imported(name: string, text: string, ...more: string[]) {
  const world = sampleProject({ files: { [name]: text } });
  const run = await runLine(world, 'slo', 'import', name, '--json', ...more);
  return { run, world, result: JSON.parse(run.stdout) as { slo: unknown[]; sloDefaults?: unknown; left: { key: string; because: string }[]; written: string | null } };
}

describe('a TOML file of thresholds', () => {
  it('becomes objectives, and what has no certain meaning is told', async () => {
    const { result, run } = await imported('thresholds.toml', toml);
    expect(result.slo).toEqual([
      { benchmark: '*display*', metric: 'throughput', min: '80 MiB/s', target: '4 GiB/s' },
      { benchmark: '*decode*comp3*', metric: 'throughput', min: '600 MB/s' },
      { benchmark: '*decode*', metric: 'time', statistic: 'p95', max: '2.5 ms', target: '1 ms' },
      { benchmark: '*tree*build*', metric: 'time', max: '12 ms' },
    ]);
    expect(result.sloDefaults).toEqual({ safetyMarginMultiplier: 10, tolerance: '5%', near: '10%', owner: ['@org/perf', 'ops'] });
    expect(result.left.map(({ key, because }) => [key, because])).toEqual([
      ['performance_floors.startup_ms', 'a floor of 100 ms: less is better here, and the key does not say "max"'],
      ['performance_floors.broken_min_mbps', '"mbps" may be megabytes or megabits a second'],
      ['performance_floors.odd_min', 'neither the key nor the value names a unit we know'],
      ['performance_floors.flag_min_mibs', 'true is no number'],
      ['enterprise_targets.nobody_gibs', 'a target of 1 GiB/s without a floor or ceiling of nobody beside it'],
      ['automation.max_regression_percent', 'it has no meaning as an objective'],
      ['automation.schedule', 'it has no meaning as an objective'],
      ['misc', 'no section of thresholds has this name'],
      ['*encode* 5000 ops/s', expect.stringContaining('a target not below min')],
    ]);
    expect(run.exitCode).toBe(0);
  });

  it('names benchmarks as the user maps them', async () => {
    const { result } = await imported('t.toml', '[performance_floors]\ndisplay_min_mibs = 80\n', '--map', 'display=decode/display');
    expect(result.slo).toEqual([{ benchmark: 'decode/display', metric: 'throughput', min: '80 MiB/s' }]);
  });
});

describe('a YAML audit file', () => {
  it('becomes objectives, entry by entry', async () => {
    const { result } = await imported('audit.yaml', yaml);
    expect(result.slo).toEqual([
      { benchmark: 'decode/*', metric: 'throughput', min: '80 MB/s', target: '4 GiB/s', tolerance: '2%', hostClass: ['ci-large', 'ci-small'] },
    ]);
    expect(result.left.map(({ key, because }) => [key, because])).toEqual([
      ['audit.objectives[1].severity', 'an objective has nothing like it; the rest of the entry was imported'],
      ['audit.objectives[2]', 'its limit has no unit'],
      ['audit.objectives[3]', '"p42" is no statistic that a report holds'],
      ['audit.objectives[4]', 'it names no benchmark'],
      ['audit.objectives[5]', 'it has both a floor and a ceiling; make two entries of it'],
      ['audit.objectives[7]', 'it is no object'],
      ['decode/display 2 ms', expect.stringContaining('an error budget counts samples')],
      ['a 3 ms', expect.stringContaining('a target not above max')],
    ]);
  });

  it('keeps metric, percentile, operator and owner', async () => {
    const { result } = await imported('audit.yml', yaml.replace('      error_budget: 0\n', ''));
    expect(result.slo[0]).toEqual({ benchmark: 'decode/display', metric: 'time', statistic: 'p99', max: '2 ms', owner: 'decoders' });
  });
});

describe('benchline slo import', () => {
  const small = '[performance_floors]\ndisplay_min_mibs = 80\n[automation]\ntolerance_percent = 5\n';

  it('prints the section and writes nothing', async () => {
    const world = sampleProject({ files: { 't.toml': small } });
    const before = world.files.text('/repo/benchline.json');
    const { stdout, exitCode } = await runLine(world, 'slo', 'import', 't.toml');
    expect(JSON.parse(stdout)).toEqual({ slo: [{ benchmark: '*display*', metric: 'throughput', min: '80 MiB/s' }], sloDefaults: { tolerance: '5%' } });
    expect([exitCode, world.files.text('/repo/benchline.json')]).toEqual([0, before]);
  });

  it('adds to the config what it does not have, with --write; once', async () => {
    const config = { slo: [{ benchmark: 'a', max: '1 ms' }], sloDefaults: { tolerance: '1%' } };
    const world = sampleProject({ config, files: { 't.toml': small } });
    expect(await runLine(world, 'slo', 'import', 't.toml', '--write')).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('1 of 1 objectives added') });
    const after = { project: 'core', slo: [...config.slo, { benchmark: '*display*', metric: 'throughput', min: '80 MiB/s' }], sloDefaults: { tolerance: '1%' } };
    expect(JSON.parse(world.files.text('/repo/benchline.json'))).toEqual(after);
    expect(await runLine(world, 'slo', 'import', 't.toml', '--write')).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/0 of 1 objectives added[^]*BNL044[^]*already/) });
    expect(JSON.parse(world.files.text('/repo/benchline.json'))).toEqual(after);
  });

  it.each([
    ['another word', ['slo', 'export', 'x'], 'slo import FILE'],
    ['no file', ['slo', 'import'], 'slo import FILE'],
    ['a file that is not there', ['slo', 'import', 'none.toml'], 'none.toml is missing'],
    ['an unknown language', ['slo', 'import', 'benchline.ini'], 'extension'],
    ['a bad map', ['slo', 'import', 't.toml', '--map', 'display'], 'NAME=PATTERN'],
    ['nothing to import', ['slo', 'import', 'empty.yaml'], 'BNL044'],
    ['a broken file', ['slo', 'import', 'broken.toml'], 'line 2|:2'],
  ])('refuses %s', async (_, argv, told) => {
    const world = sampleProject({ files: { 't.toml': small, 'empty.yaml': 'x: 1\n', 'broken.toml': 'a = 1\nb = \n' } });
    const { exitCode, stderr, stdout } = await runLine(world, ...argv);
    expect(exitCode).toBe(2);
    expect(stderr + stdout).toMatch(new RegExp(told));
  });
});

describe('whatever the file holds', () => {
  it('what comes out is a valid config, and nothing throws', () => {
    const key = fc.constantFrom('performance_floors', 'enterprise_targets', 'automation', 'slos', 'objectives', 'audit', 'display_min_mibs', 'a_max_ms', 'min', 'max', 'benchmark', 'unit', 'tolerance_percent', '__proto__', 'owners');
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof({ maxDepth: 4 }, fc.double(), fc.string({ maxLength: 8 }), fc.constantFrom('2 ms', '80 MB/s', '5%', '<='), fc.boolean(), fc.constant(null), fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(key, tie('value'), { maxKeys: 5 })),
    }));
    fc.assert(fc.property(value, (file) => {
      const { config } = importObjectives(file);
      expect(normalizeConfig(config, { project: 'p', today: '2026-01-01', ci: false })).toHaveProperty('config');
    }), { numRuns: 500, examples: [[{ automation: { tolerance_percent: 5e-324 } }], [{ automation: { tolerance_percent: '1234567%' } }]] });
  });

  it('a key is its name, its bound, its statistic and its unit', () => {
    const name = fc.stringMatching(/^[a-z]{2,5}(_[a-z]{2,5})?$/).filter((text) => !/^(ns|us|ms|sec|secs|ops|rps|qps|mib|kib|gib|kb|mb|gb|mibs|gibs|kibs|mbs|gbs|mbps|gbps|kbps|pct|ratio|bytes|avg|mean|min|max|floor)$/.test(text.split('_').at(-1)!) && !/^(min|max|floor)_/.test(text));
    const parts = fc.record({ name, bound: fc.constantFrom('min', 'max', 'target'), statistic: fc.constantFrom('p95', 'p99', 'mean'), unit: fc.constantFrom(['mibs', 'MiB/s'], ['ms', 'ms'], ['ops_per_sec', 'ops/s']), swapped: fc.boolean() });
    fc.assert(fc.property(parts, ({ name: own, bound, statistic, unit: [word, unit], swapped }) => {
      const middle = swapped ? [statistic, bound] : [bound, statistic];
      expect(parseImportKey([own, ...middle, word].join('_'))).toEqual({ name: own, bound, statistic, unit });
    }));
  });
});
