import { planScaffold } from './plan-scaffold.js';
import type { ScaffoldOptions, ScaffoldPlan, Snapshot } from './scaffold-plan.js';

const options: ScaffoldOptions = { runner: 'none', turbo: false, ci: 'github', defaultBranch: 'main', version: '0.1.0' };

const crate = '[package]\nname = "decode"\n[dev-dependencies]\ncriterion = "0.5"\n[[bench]]\nname = "decode"\nharness = false\n[[bench]]\nname = "ignored"\n';
const jsPackage = JSON.stringify({ name: 'text', scripts: { cli: "hyperfine --warmup 2 'node main.js'" }, devDependencies: { benchline: '0.1.0' } });

const mixed: Snapshot = new Map<string, string | null>([
  ['package.json', '{"name":"root","workspaces":["packages/*"]}'],
  ['package-lock.json', null],
  ['crates/decode/Cargo.toml', crate],
  ['crates/decode/benches/decode.rs', null],
  ['packages/text/package.json', jsPackage],
  ['packages/text/src/deep/encode.bench.ts', "import { bench } from 'benchline/harness';"],
  ['packages/other/package.json', '{"devDependencies":{"vitest":"4"}}'],
  ['packages/other/sum.bench.ts', "bench('sum', () => 1 + 1);"],
  ['service/hash_test.go', 'package hash\nfunc BenchmarkHash(b *testing.B) {}\n'],
]);

function textOf(plan: ScaffoldPlan, path: string): string {
  const file = plan.files.find((planned) => planned.path === path);
  if (file === undefined) throw new Error(`${path} is not planned`);
  return file.text;
}

function applied(snapshot: Snapshot, plan: ScaffoldPlan): Snapshot {
  return new Map([...snapshot, ...plan.files.map(({ path, text }) => [path, text] as const)]);
}

describe('planScaffold', () => {
  it('gives each folder with benchmarks its own config, with a suite per tool', () => {
    const plan = planScaffold(mixed, options);
    expect(plan.projects).toEqual([
      { root: 'crates/decode', suites: [{ name: 'criterion', tool: 'criterion', command: ['cargo', 'bench', '--bench', 'decode'] }] },
      {
        root: 'packages/text',
        suites: [
          { name: 'cli', tool: 'hyperfine', command: ['hyperfine', '--warmup', '2', 'node main.js'] },
          { name: 'js', tool: 'tinybench', files: ['**/*.bench.ts'] },
        ],
      },
    ]);
    expect(JSON.parse(textOf(plan, 'crates/decode/benchline.json'))).toMatchObject({ $schema: '../../node_modules/@benchline/schemas/config.v1.json', slo: [] });
    expect(plan.files.map(({ path }) => path)).toEqual([
      'crates/decode/benchline.json',
      'crates/decode/baselines/.gitkeep',
      'packages/text/benchline.json',
      'packages/text/baselines/.gitkeep',
      '.github/workflows/benchline.yml',
      '.github/workflows/benchline-scheduled.yml',
      '.gitignore',
    ]);
  });

  it('names what it cannot tell how to measure instead of passing over it', () => {
    const { skipped } = planScaffold(mixed, options);
    expect(skipped.map(({ path, what }) => [path, what])).toEqual([
      ['service/hash_test.go', 'Go benchmarks'],
      ['packages/other/sum.bench.ts', 'benchmarks'],
    ]);
  });

  it.each([{ turbo: false }, { turbo: true }])('changes nothing the second time: %j', (more) => {
    const first = planScaffold(mixed, { ...options, ...more });
    const second = planScaffold(applied(mixed, first), { ...options, ...more });
    expect(first.files.length).toBeGreaterThan(0);
    expect(second.files).toEqual([]);
    expect(second.kept).toContain('packages/text/benchline.json');
  });

  it('never plans over a file that stands', () => {
    const edited = new Map([...mixed, ['packages/text/benchline.yaml', 'suites: []\n'], ['.github/workflows/benchline.yml', 'mine'], ['.gitignore', 'dist']] as const);
    const plan = planScaffold(edited, options);
    expect(plan.files.map(({ path }) => path)).toEqual(['crates/decode/benchline.json', 'crates/decode/baselines/.gitkeep', '.github/workflows/benchline-scheduled.yml', '.gitignore']);
    expect(textOf(plan, '.gitignore')).toBe('dist\n\n# What Benchline measured last; baselines/ is committed, this is not.\n.benchline/\n');
    expect(plan.kept).toEqual(['packages/text/benchline.yaml', '.github/workflows/benchline.yml']);
  });

  it('plans nothing where there are no benchmarks', () => {
    expect(planScaffold(new Map([['package.json', '{}']]), options).files).toEqual([]);
  });

  it.each([
    ['a crate without a [[bench]] of its own harness', '[package]\nname = "x"\n[dev-dependencies]\ncriterion = "0.5"\n', /no \[\[bench\]\]/],
    ['a manifest that is not TOML', '[package', /not valid TOML/],
  ])('says why %s is left out', (_, manifest, why) => {
    const plan = planScaffold(new Map([['Cargo.toml', manifest]]), options);
    expect(plan.projects).toEqual([]);
    expect(plan.skipped).toEqual([expect.objectContaining({ path: 'Cargo.toml', why: expect.stringMatching(why) })]);
  });

  it('finds criterion under another name and in a single-crate repository', () => {
    const manifest = '[package]\nname = "x"\n[dev-dependencies]\ncrit = { package = "criterion", version = "0.5" }\n[[bench]]\nname = "b"\nharness = false\n';
    const plan = planScaffold(new Map([['Cargo.toml', manifest]]), options);
    expect(plan.projects).toEqual([{ root: '', suites: [{ name: 'criterion', tool: 'criterion', command: ['cargo', 'bench', '--bench', 'b'] }] }]);
    expect(JSON.parse(textOf(plan, 'benchline.json'))).not.toHaveProperty('$schema');
    expect(textOf(plan, '.github/workflows/benchline.yml')).toContain('run: npm install --global benchline@0.1.0');
  });

  it('leaves a hyperfine script that needs a shell to the user', () => {
    const manifest = JSON.stringify({ scripts: { speed: 'hyperfine "a $HOME" | tee log' } });
    const plan = planScaffold(new Map([['package.json', manifest]]), options);
    expect(plan.projects).toEqual([]);
    expect(plan.skipped[0]?.why).toMatch(/needs a shell/);
  });
});

describe('turbo', () => {
  it('adds tasks and scripts, and keeps those that are there', () => {
    const snapshot = new Map([...mixed, ['turbo.json', '{\n    "tasks": { "bench": { "cache": false } }\n}\n']] as const);
    const plan = planScaffold(snapshot, { ...options, turbo: true });
    const turbo = JSON.parse(textOf(plan, 'turbo.json')) as { tasks: Record<string, unknown> };
    expect(turbo.tasks.bench).toEqual({ cache: false });
    expect(Object.keys(turbo.tasks)).toEqual(['bench', 'bench-sources', 'bench-compare', 'bench-slo', 'bench-paired']);
    expect(textOf(plan, 'turbo.json')).toContain('\n    "tasks"');
    expect(JSON.parse(textOf(plan, 'packages/text/package.json'))).toMatchObject({ scripts: { bench: 'benchline bench', 'bench-compare': 'benchline compare' } });
    expect(plan.skipped).toContainEqual(expect.objectContaining({ path: 'crates/decode/package.json', what: 'scripts for turbo' }));
  });

  it('does not rewrite a turbo.json with comments, and says what to add', () => {
    const plan = planScaffold(new Map([...mixed, ['turbo.json', '// mine\n{ "tasks": {} }']]), { ...options, turbo: true });
    expect(plan.files.map(({ path }) => path)).not.toContain('turbo.json');
    expect(plan.skipped).toContainEqual(expect.objectContaining({ path: 'turbo.json', why: expect.stringContaining('"bench"') as string }));
  });

  it('keeps a bench script of the user\'s own and says so', () => {
    const snapshot = new Map([['package.json', '{"scripts":{"bench":"tsx speed.ts"}}'], ['a.bench.ts', '']]);
    const plan = planScaffold(snapshot, { ...options, turbo: true });
    expect(JSON.parse(textOf(plan, 'package.json'))).toMatchObject({ scripts: { bench: 'tsx speed.ts', 'bench-slo': 'benchline slo --if-configured' } });
    expect(plan.skipped).toContainEqual(expect.objectContaining({ what: 'the script bench' }));
  });
});
