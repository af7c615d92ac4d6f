import { planScaffold } from './plan-scaffold.js';
import type { ScaffoldOptions, Snapshot } from './scaffold-plan.js';

const options: ScaffoldOptions = { runner: 'turbo', turbo: true, ci: 'none', defaultBranch: 'main', version: '0.1.0' };
const crate = '[package]\nname = "decode"\n[dev-dependencies]\ncriterion = "0.5"\n[[bench]]\nname = "decode"\nharness = false\n';

const workspace: Snapshot = new Map<string, string | null>([
  ['package.json', '{"name":"root","workspaces":["packages/*"],"scripts":{"build":"turbo run build"}}'],
  ['turbo.json', '{"tasks":{"build":{"outputs":["dist/**"]}}}'],
  ['packages/text/package.json', '{"name":"text"}'],
  ['packages/text/encode.bench.ts', "import { bench } from 'benchline/harness';"],
  ['packages/decode/package.json', '{"name":"decode"}'],
  ['packages/decode/Cargo.toml', crate],
  ['packages/decode/benches/decode.rs', null],
]);

interface Task {
  inputs: string[];
  env: string[];
  passThroughEnv: string[];
  outputs: string[];
  cache?: boolean;
}

function planned(snapshot: Snapshot) {
  const plan = planScaffold(snapshot, options);
  const text = (path: string) => plan.files.find((file) => file.path === path)?.text;
  const tasks = (JSON.parse(text('turbo.json') ?? '{}') as { tasks: Record<string, Task> }).tasks;
  return { ...plan, text, tasks, scripts: (path: string) => (JSON.parse(text(path) ?? '{}') as { scripts?: Record<string, string> }).scripts };
}

it('keys a measurement by what stands above the project, by variables of its tools, and by the provenance file', () => {
  const { bench } = planned(workspace).tasks;
  expect(bench!.inputs).toEqual(expect.arrayContaining(['$TURBO_DEFAULT$', '!baselines/**', '$TURBO_ROOT$/.benchline-provenance.json', '$TURBO_ROOT$/benchline.json', '$TURBO_ROOT$/Cargo.lock']));
  expect(bench!.env).toEqual(expect.arrayContaining(['BENCHLINE_HOST_CLASS', 'RUSTFLAGS', 'RUSTUP_TOOLCHAIN', 'NODE_OPTIONS']));
  expect(bench!.passThroughEnv).toEqual(expect.arrayContaining(['BENCHLINE_REQUIRE_CACHED', 'CARGO_HOME', 'RUSTUP_HOME']));
  expect(bench!.env.filter((name) => bench!.passThroughEnv.includes(name))).toEqual([]);
});

it('depends on what is built; where nothing is, on the sources of what a package depends on', () => {
  type Depending = { dependsOn: string[] } | undefined;
  const { tasks, skipped } = planned(workspace);
  expect([(tasks['bench'] as Depending)?.dependsOn, tasks['bench-sources']]).toEqual([['^build'], undefined]);
  expect(skipped).toContainEqual(expect.objectContaining({ what: 'the task build', why: expect.stringContaining('!baselines/**') as string }));
  const unbuilt = planned(new Map([...workspace, ['turbo.json', '{"tasks":{}}']]));
  expect([(unbuilt.tasks['bench'] as Depending)?.dependsOn, unbuilt.tasks['bench-sources']]).toEqual([['^bench-sources'], { dependsOn: ['^bench-sources'], inputs: ['$TURBO_DEFAULT$', '!baselines/**'] }]);
  expect(unbuilt.skipped).toEqual([]);
  expect(planned(new Map([...workspace, ['turbo.json', '{"tasks":{"build":{"inputs":["$TURBO_DEFAULT$","!baselines/**"]}}}']])).skipped).toEqual([]);
});

it('names nothing of tools that are not there', () => {
  const { bench } = planned(new Map([...workspace].filter(([path]) => !path.includes('decode')))).tasks;
  expect(JSON.stringify(bench)).not.toMatch(/CARGO|RUST|Cargo/);
});

it('keeps a measurement only, and what follows from it is judged anew each time', () => {
  const { tasks } = planned(workspace);
  expect(tasks['bench']!.outputs).not.toContain('.benchline/**');
  expect(['bench-compare', 'bench-slo', 'bench-paired'].map((name) => tasks[name]!.cache)).toEqual([false, false, false]);
});

it('the root\'s scripts write the file before turbo asks for it, one project at a time, and the file is ignored', () => {
  const plan = planned(workspace);
  expect(plan.scripts('package.json')).toEqual({
    build: 'turbo run build',
    bench: 'benchline fingerprint --out .benchline-provenance.json && turbo run bench --concurrency=1',
    'bench-compare': 'benchline fingerprint --out .benchline-provenance.json && turbo run bench-compare bench-slo --concurrency=1 --continue',
  });
  expect(plan.scripts('packages/text/package.json')).toEqual({ bench: 'benchline bench', 'bench-compare': 'benchline compare', 'bench-slo': 'benchline slo --if-configured', 'bench-paired': 'benchline compare --against auto' });
  expect(plan.text('.gitignore')).toMatch(/^\.benchline\/\n\.benchline-provenance\.json$/m);
});

it('a root that is measured itself keeps its scripts: turbo would call turbo without end', () => {
  const plan = planned(new Map([['package.json', '{"name":"one"}'], ['turbo.json', '{"tasks":{}}'], ['a.bench.ts', "import { bench } from 'benchline/harness';"]]));
  expect(plan.scripts('package.json')).toMatchObject({ bench: 'benchline bench' });
  expect(plan.skipped).toContainEqual(expect.objectContaining({ what: 'scripts that write the provenance file', why: expect.stringContaining('benchline fingerprint --out') as string }));
});

it('leaves a turbo.json of Turborepo 1 alone', () => {
  const plan = planned(new Map([...workspace, ['turbo.json', '{"pipeline":{}}']]));
  expect(plan.text('turbo.json')).toBeUndefined();
  expect(plan.skipped).toContainEqual(expect.objectContaining({ path: 'turbo.json', why: expect.stringContaining('Turborepo 1') as string }));
});

it('run over its own result it changes nothing; a .gitignore without the file gets it', () => {
  const after = new Map([...workspace, ...planScaffold(workspace, options).files.map(({ path, text }) => [path, text] as const)]);
  expect(planScaffold(after, options).files).toEqual([]);
  expect(planScaffold(new Map([...after, ['.gitignore', '.benchline/\n']]), options).files).toEqual([expect.objectContaining({ path: '.gitignore', text: expect.stringMatching(/\.benchline-provenance\.json\n$/) as string, change: 'extend' })]);
});

it('without benchmarks there is nothing to set up', () => {
  expect(planScaffold(new Map([['package.json', '{}'], ['turbo.json', '{}']]), options).files).toEqual([]);
});
