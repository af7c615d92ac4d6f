import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findTools } from './tool-page.js';

const root = resolve(__dirname, '../..');
const tools = findTools(root);

/** A tool's own places, beside its line in the schema. */
const places = (tool: string) => ['packages/core/src/parse/tools/', 'packages/cli/src/tools/', 'packages/core/fixtures/parse/', 'docs/tools/', 'e2e/projects/'].map((folder) => folder + tool);

/** Where else a tool's name stands between quotes, and why it must. */
const allowed: Readonly<Record<string, { tools: readonly string[]; why: string }>> = {
  'packages/core/src/parse/tools/iai-callgrind.ts': { tools: ['gungraun'], why: 'gungraun is its new name: one reader for both' },
  'packages/core/src/parse/tools/gungraun.ts': { tools: ['iai-callgrind'], why: 'the old name of gungraun: one reader for both' },
  'packages/core/src/parse/tools/wrk-reader.ts': { tools: ['wrk2'], why: 'wrk2 prints what wrk prints, and more: one reader for both' },
  'packages/cli/src/tools/wrk2/runner.ts': { tools: ['wrk'], why: 'wrk2 is installed as wrk by some' },
  'packages/cli/src/tools/cargo-criterion/runner.ts': { tools: ['criterion'], why: 'it runs benchmarks of the crate criterion' },
  'packages/cli/src/tools/written-output-runner.ts': { tools: ['records'], why: 'the name of a file of records says that they are lines' },
  'packages/core/src/parse/mapping/mapped-readings.ts': { tools: ['mapping'], why: 'rules are no output format: they are read wherever they are' },
  'packages/core/src/model/normalize-mapping.ts': { tools: ['mapping'], why: "rules stand in the config, as a suite's \"mapping\"" },
  'packages/cli/src/tools/suite-adapter.ts': { tools: ['mapping'], why: "the adapter is made of the suite's rules" },
  'packages/cli/src/measure/ingested-suite.ts': { tools: ['mapping'], why: "the adapter is made of the suite's rules" },
  'schemas/config.v1.json': { tools: ['mapping'], why: "rules stand in the config, as a suite's \"mapping\"" },
  'packages/cli/src/commands/export.ts': { tools: ['github-action-benchmark'], why: 'the name of a format that is written' },
  'packages/nx/src/generators/perf-spec/add-spec-suite.ts': { tools: ['perf-spec'], why: 'the generator writes specs for that tool' },
  'packages/cli/src/tools/perf-spec/runner.ts': { tools: ['tinybench'], why: 'the library with which performance specs are measured' },
  'packages/cli/src/config/load-config.ts': { tools: ['perf-spec'], why: 'its sources set limits too, and the environment may mean one of those' },
  'packages/cli/src/harness/engine.ts': { tools: ['tinybench'], why: 'the library with which performance specs are measured' },
  'packages/cli/src/harness/load-generator.ts': { tools: ['autocannon'], why: 'the library with which load tests are made' },
  'packages/cli/src/harness/autocannon.d.ts': { tools: ['autocannon'], why: 'the types that this library lacks' },
  'packages/core/src/render/promotion-text.ts': { tools: ['criterion'], why: 'a criterion of promotion' },
};

/** The product's name is a tool's, too: its own report. */
const nameOfProduct = 'benchline';

const sources = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'packages', 'schemas', 'tools/generate'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((path) => /^(?:packages\/[^/]+\/src|schemas|tools)\/.*\.(?:[cm]?[jt]s|json|hbs)$/.test(path) && !/\/(?:generated|testing|golden)\/|\.spec\.ts$|^schemas\/(?:definitions\.v1|package)\.json$/.test(path) && existsSync(join(root, path)));

function named(path: string): string[] {
  const text = readFileSync(join(root, path), 'utf8');
  return tools.filter((tool) => tool !== nameOfProduct && ["'", '"', '`'].some((quote) => text.includes(quote + tool + quote)) && !places(tool).some((place) => ['/', '.', '-'].some((end) => path.startsWith(place + end))));
}

test('there are sources to look through', () => {
  expect(sources.length).toBeGreaterThan(300);
  expect(named('packages/core/src/parse/tools/wrk-reader.ts')).toEqual(['wrk2']);
});

test('to add a tool, no file but its own and the line in the schema is touched', () => {
  const elsewhere = sources.map((path) => [path, named(path)] as const).filter(([, names]) => names.length > 0);
  const expected = Object.entries(allowed).map(([path, row]) => [path, [...row.tools]] as const);
  expect(new Map(elsewhere)).toEqual(new Map(expected));
});

test.each(tools)('%s has its places', (tool) => {
  const schema = readFileSync(join(root, 'schemas/definitions.v1.json'), 'utf8');
  expect(schema.split('\n').filter((line) => line.trim().replace(/,$/, '') === `"${tool}"`)).toHaveLength(1);
  for (const place of [`packages/core/src/parse/tools/${tool}.ts`, `packages/core/fixtures/parse/${tool}`, `docs/tools/${tool}.md`]) expect([place, existsSync(join(root, place))]).toEqual([place, true]);
});
