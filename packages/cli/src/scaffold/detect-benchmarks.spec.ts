import type { WrittenSuite } from '@benchline/core/model';
import { detectors } from '../tools/generated/detectors.js';
import { detectBenchmarks, installCommands } from './detect-benchmarks.js';
import { isWorthReading } from './snapshot-scope.js';

type Files = Record<string, string>;

/** As the reader of a repository gives it: the text of what is worth reading alone. */
function detect(files: Files) {
  return detectBenchmarks(new Map(Object.entries(files).map(([path, text]) => [path, isWorthReading(path) ? text : null])));
}

const crate = (dependency: string, ...benches: string[]) => `[package]\nname = "x"\n[dev-dependencies]\n${dependency}\n${benches.map((name) => `[[bench]]\nname = "${name}"\nharness = false\n`).join('')}`;
const cmake = (library: string) => `project(x)\nadd_executable(speed speed.cpp) # not other.cpp\ntarget_link_libraries(speed PRIVATE ${library})\n`;
const pom = (finalName: string, more = '') => `<project><properties>${more}</properties><artifactId>jmh-core</artifactId><plugin><artifactId>maven-shade-plugin</artifactId><finalName>${finalName}</finalName></plugin></project>`;

const found: [title: string, files: Files, root: string, suites: WrittenSuite[]][] = [
  ['Criterion.rs', { 'Cargo.toml': crate('criterion = "0.5"', 'a', 'b'), 'benches/a.rs': 'use criterion::Criterion;', 'benches/b.rs': 'use criterion::*;' }, '', [{ name: 'criterion', tool: 'criterion', command: ['cargo', 'bench', '--bench', 'a', '--bench', 'b'] }]],
  ['Criterion.rs under another name', { 'c/Cargo.toml': crate('crit = { package = "criterion", version = "0.5" }', 'a'), 'c/benches/a.rs': 'use crit::Criterion;' }, 'c', [{ name: 'criterion', tool: 'criterion', command: ['cargo', 'bench', '--bench', 'a'] }]],
  ['divan', { 'Cargo.toml': crate('divan = "0.1"', 'a'), 'benches/a/main.rs': 'fn main() { divan::main(); }' }, '', [{ name: 'divan', tool: 'divan', command: ['cargo', 'bench', '--bench', 'a'] }]],
  ['two tools in one crate, by what each program uses', { 'Cargo.toml': crate('criterion = "0.5"\ndivan = "0.1"', 'a', 'b'), 'benches/a.rs': 'use criterion::*;', 'benches/b.rs': 'divan::main();' }, '', [{ name: 'criterion', tool: 'criterion', command: ['cargo', 'bench', '--bench', 'a'] }, { name: 'divan', tool: 'divan', command: ['cargo', 'bench', '--bench', 'b'] }]],
  ['iai-callgrind', { 'Cargo.toml': crate('iai-callgrind = "0.16"', 'a'), 'benches/a.rs': 'use iai_callgrind::main;' }, '', [{ name: 'iai-callgrind', tool: 'iai-callgrind', command: ['cargo', 'bench', '--bench', 'a'] }]],
  ['gungraun', { 'Cargo.toml': crate('gungraun = "0.17"', 'a'), 'benches/a.rs': 'use gungraun::main;' }, '', [{ name: 'gungraun', tool: 'gungraun', command: ['cargo', 'bench', '--bench', 'a'] }]],
  ["Rust's own harness", { 'Cargo.toml': '[package]\nname = "x"', 'benches/a.rs': '#![feature(test)]\n#[bench]\nfn a(b: &mut Bencher) {}', 'benches/b.rs': 'fn main() {}' }, '', [{ name: 'libtest', tool: 'libtest', command: ['cargo', 'bench', '--bench', 'a'] }]],
  ["Rust's own harness on a stable toolchain", { 'Cargo.toml': crate('bencher = "0.1"', 'a'), 'benches/a.rs': 'use bencher::Bencher;' }, '', [{ name: 'libtest', tool: 'libtest', command: ['cargo', 'bench', '--bench', 'a'] }]],
  ['Go, one suite a module', { 'svc/go.mod': '', 'svc/a/x_test.go': 'func BenchmarkX(b *testing.B) {}', 'svc/b/y_test.go': 'func BenchmarkY(b *testing.B) {}' }, 'svc', [{ name: 'go', tool: 'go', command: ['go', 'test', '-run', '^$', '-bench', '.', '-benchmem', './...'] }]],
  ['tinybench', { 'package.json': '{}', 'src/a.bench.ts': "import { Bench } from 'tinybench';", 'src/b.bench.js': 'module.exports = () => {};' }, '', [{ name: 'js', tool: 'tinybench', files: ['**/*.bench.js', '**/*.bench.ts'] }]],
  ['performance specs', { 'p/package.json': '{}', 'p/src/a.perf.ts': "import { itPerf } from 'benchline/harness';" }, 'p', [{ name: 'specs', tool: 'perf-spec', files: ['**/*.perf.ts'], rounds: 3 }]],
  ['Vitest', { 'p/package.json': '{}', 'p/a.bench.ts': "import { bench, describe } from 'vitest'" }, 'p', [{ name: 'vitest', tool: 'vitest', command: ['vitest', 'bench', '--run'] }]],
  ['a global bench where Vitest is only for tests, and the file exports', { 'package.json': '{"devDependencies":{"vitest":"4"}}', 'a.bench.js': 'export default (bench) => bench("a", () => 1);' }, '', [{ name: 'js', tool: 'tinybench', files: ['**/*.bench.js'] }]],
  ['mitata', { 'package.json': '{}', 'bench/a.mjs': "import { run } from 'mitata';\nawait run({ format: 'json' });" }, '', [{ name: 'a', tool: 'mitata', command: ['node', 'bench/a.mjs'] }]],
  ['Benchmark.js', { 'package.json': '{}', 'benchmark/index.js': "const { Suite } = require('benchmark');" }, '', [{ name: 'index', tool: 'benchmarkjs', command: ['node', 'benchmark/index.js'] }]],
  ['Deno', { 'deno.json': '{}', 'url_bench.ts': "Deno.bench('url', () => new URL('a:b'));" }, '', [{ name: 'deno', tool: 'deno', command: ['deno', 'bench'] }]],
  ['node:bench', { 'package.json': '{}', 'bench/a.bench.js': "import { bench } from 'node:bench';" }, '', [{ name: 'node', tool: 'node-bench', command: ['node', '--bench', 'bench/a.bench.js'] }]],
  ['pytest-benchmark', { 'py/pyproject.toml': 'dependencies = ["pytest-benchmark>=5"]', 'py/tests/test_words.py': 'def test_count(benchmark):\n    benchmark(len, "x")\n' }, 'py', [{ name: 'pytest', tool: 'pytest-benchmark', command: ['pytest'] }]],
  ['pytest-benchmark in a project of uv', { 'pyproject.toml': '', 'uv.lock': '', 'requirements-dev.txt': 'pytest-benchmark==5.2', 'bench/bench_words.py': 'def test_count(\n    words, benchmark,\n):' }, '', [{ name: 'pytest', tool: 'pytest-benchmark', command: ['uv', 'run', 'pytest'] }]],
  ['pyperf', { 'pyproject.toml': '', 'poetry.lock': '', 'perf/words.py': 'import pyperf\nrunner = pyperf.Runner()\n' }, '', [{ name: 'words', tool: 'pyperf', command: ['poetry', 'run', 'python', 'perf/words.py'] }]],
  ['hyperfine', { 'package.json': '{"scripts":{"speed":"hyperfine --runs 5 \'node a.js\'"}}' }, '', [{ name: 'speed', tool: 'hyperfine', command: ['hyperfine', '--runs', '5', 'node a.js'] }]],
  ['autocannon', { 'package.json': '{"scripts":{"load":"npx autocannon -c 10 http://localhost:3000"}}' }, '', [{ name: 'load', tool: 'autocannon', command: ['npx', 'autocannon', '-c', '10', 'http://localhost:3000'] }]],
  ['wrk', { 'package.json': '{"scripts":{"load":"wrk -t2 http://localhost:3000"}}' }, '', [{ name: 'load', tool: 'wrk', command: ['wrk', '-t2', 'http://localhost:3000'] }]],
  ['wrk2', { 'package.json': '{"scripts":{"load":"wrk2 -R100 http://localhost:3000"}}' }, '', [{ name: 'load', tool: 'wrk2', command: ['wrk2', '-R100', 'http://localhost:3000'] }]],
  ['oha', { 'package.json': '{"scripts":{"load":"oha -z 5s http://localhost:3000"}}' }, '', [{ name: 'load', tool: 'oha', command: ['oha', '-z', '5s', 'http://localhost:3000'] }]],
  ['k6', { 'package.json': '{}', 'load/api.js': "import http from 'k6/http';\nexport default function () { http.get('http://localhost'); }" }, '', [{ name: 'api', tool: 'k6', command: ['k6', 'run', 'load/api.js'] }]],
  ['Google Benchmark below the project', { 'CMakeLists.txt': 'project(x)\nadd_subdirectory(bench)', 'bench/CMakeLists.txt': cmake('benchmark::benchmark') }, '', [{ name: 'speed', tool: 'google-benchmark', build: ['sh', '-c', 'cmake -S . -B build -DCMAKE_BUILD_TYPE=Release && cmake --build build --target speed'], command: ['./build/bench/speed', '--benchmark_repetitions=5'] }]],
  ['Catch2', { 'CMakeLists.txt': 'project(x)\nadd_executable(tests test/main.cpp)\ntarget_link_libraries(tests PRIVATE Catch2::Catch2WithMain)', 'test/main.cpp': 'TEST_CASE("a") { BENCHMARK("b") { return 1; }; }' }, '', [{ name: 'tests', tool: 'catch2', build: ['sh', '-c', 'cmake -S . -B build -DCMAKE_BUILD_TYPE=Release && cmake --build build --target tests'], command: ['./build/tests', '[!benchmark]'] }]],
  ['JMH of the archetype', { 'j/pom.xml': pom('${uberjar.name}', '<uberjar.name>benchmarks</uberjar.name>') }, 'j', [{ name: 'jmh', tool: 'jmh', build: ['mvn', '--batch-mode', '--quiet', 'package'], command: ['java', '-jar', 'target/benchmarks.jar'] }]],
  ['two scripts of one name', { 'package.json': '{"scripts":{"speed":"hyperfine x"}}', 'bench/speed.mjs': "import 'mitata';\nJSON.stringify(1);" }, '', [{ name: 'speed', tool: 'hyperfine', command: ['hyperfine', 'x'] }, { name: 'speed-mitata', tool: 'mitata', command: ['node', 'bench/speed.mjs'] }]],
];

const said: [title: string, files: Files, path: string, why: RegExp][] = [
  ['a crate without a program of its own', { 'Cargo.toml': crate('divan = "0.1"') }, 'Cargo.toml', /no \[\[bench\]\] with harness = false/],
  ['a manifest that is not TOML, once', { 'Cargo.toml': '[package' }, 'Cargo.toml', /not valid TOML/],
  ['Go outside a module', { 'x_test.go': 'func BenchmarkX(b *testing.B) {}' }, 'x_test.go', /no go\.mod/],
  ['a file of two tools', { 'a.bench.ts': "import 'mitata';\nimport { bench } from 'vitest';" }, 'a.bench.ts', /imports vitest and mitata/],
  ['a global bench that two give', { 'package.json': '{"devDependencies":{"vitest":"4"}}', 'a.bench.ts': "bench('a', () => 1);" }, 'a.bench.ts', /vitest.*and Benchline both give a global bench/],
  ['a perf file of another harness', { 'a.perf.js': "import { perf } from 'elsewhere';" }, 'a.perf.js', /does not import benchline\/harness/],
  ['a tinybench program that runs itself', { 'bench/a.js': "import { Bench } from 'tinybench';\nawait new Bench().run();" }, 'bench/a.js', /export the Bench as default/],
  ['mitata that prints a table', { 'bench/a.js': "import { run } from 'mitata';\nawait run();" }, 'bench/a.js', /format: 'json'/],
  ['a TypeScript program', { 'bench/a.ts': "import Benchmark from 'benchmark';" }, 'bench/a.ts', /it is TypeScript/],
  ['a command that needs a shell', { 'package.json': '{"scripts":{"speed":"hyperfine a | tee b"}}' }, 'package.json', /needs a shell/],
  ['a command in a justfile', { justfile: 'speed:\n  hyperfine ./a\n' }, 'justfile', /by hand/],
  ['a fixture of a plugin that nothing names', { 'test_a.py': 'def test_a(benchmark): pass' }, '.', /add it to pyproject\.toml or requirements\.txt/],
  ['BenchmarkDotNet', { 'b/b.csproj': '<PackageReference Include="BenchmarkDotNet" Version="0.15.0" />' }, 'b/b.csproj', /names of its reports/],
  ['a Gradle build of JMH', { 'build.gradle': "plugins { id 'me.champeau.jmh' version '0.7' }" }, 'build.gradle', /jar cannot be told/],
  ['a jar of a name that is put together', { 'pom.xml': pom('${project.name}') }, 'pom.xml', /jar cannot be told/],
  ['a CMake program of a name that is put together', { 'CMakeLists.txt': 'project(x)\nadd_executable(${T} a.cpp)\ntarget_link_libraries(${T} benchmark)' }, 'CMakeLists.txt', /cannot be told/],
  ['a CMake build that moves its programs', { 'CMakeLists.txt': `set(CMAKE_RUNTIME_OUTPUT_DIRECTORY bin)\n${cmake('benchmark::benchmark_main')}` }, 'CMakeLists.txt', /cannot be told/],
];

const passedOver: [title: string, files: Files][] = [
  ['tests of Go', { 'go.mod': '', 'x_test.go': 'func TestX(t *testing.T) {}' }],
  ['a crate without a benchmark tool', { 'Cargo.toml': crate('rand = "0.9"') }],
  ['helpers in a folder of benchmarks', { 'package.json': '{}', 'bench/data.js': 'export const data = [1];' }],
  ['a browser script called load', { 'src/load.js': 'export default function load() {}' }],
  ['tests of Catch2', { 'CMakeLists.txt': 'project(x)\nadd_executable(tests test.cpp)\ntarget_link_libraries(tests Catch2::Catch2)', 'test.cpp': 'TEST_CASE("a") {}' }],
  ['a fixture of another plugin', { 'pyproject.toml': 'dependencies = ["pytest-codspeed"]', 'test_a.py': 'def test_a(benchmark): pass' }],
  ['CMake without benchmarks', { 'CMakeLists.txt': cmake('fmt::fmt') }],
  ['a word of another word', { 'package.json': '{"scripts":{"a":"wrkx y","b":"echo hyperfine z"}}' }],
];

describe('what init finds', () => {
  it.each(found)('%s', (_, files, root, suites) => {
    expect(detect(files)).toEqual({ projects: [{ root, suites }], skipped: [] });
  });

  it('has a case for every tool that can be found', () => {
    const shown = new Set<string>([...found.flatMap(([, , , suites]) => suites.map(({ tool }) => tool)), 'benchmarkdotnet']);
    expect(detectors.map(({ tool }) => tool).filter((tool) => !shown.has(tool))).toEqual([]);
  });
});

it.each(said)('what init cannot tell is said: %s', (_, files, path, why) => {
  expect(detect(files)).toEqual({ projects: [], skipped: [{ path, what: expect.any(String) as string, why: expect.stringMatching(why) as string }] });
});

it.each(passedOver)('init passes over %s', (_, files) => {
  expect(detect(files)).toEqual({ projects: [], skipped: [] });
});

it('CI gets each tool once', () => {
  const suites: WrittenSuite[] = [{ name: 'a', tool: 'hyperfine' }, { name: 'b', tool: 'iai-callgrind' }, { name: 'c', tool: 'gungraun' }];
  expect(installCommands([{ root: '', suites }])).toEqual(['valgrind', 'hyperfine'].map((name) => `sudo apt-get update && sudo apt-get install --yes ${name}`));
});
