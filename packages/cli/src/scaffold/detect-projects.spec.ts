import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { detectors } from '../tools/generated/detectors.js';
import { detectBenchmarks } from './detect-benchmarks.js';
import { isLookedInto } from './snapshot-scope.js';

const projects = join(__dirname, '../../../../e2e/projects');

function filesBelow(folder: string, at = folder): [string, string][] {
  return readdirSync(at, { withFileTypes: true }).flatMap((entry): [string, string][] => {
    const path = join(at, entry.name);
    if (entry.isDirectory()) return isLookedInto(entry.name) ? filesBelow(folder, path) : [];
    return entry.name === 'benchline.json' || entry.name === 'setup.json' ? [] : [[relative(folder, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')]];
  });
}

/** Their commands stand in no file that is looked at, and the Python project lists no dependencies. */
const bare = new Set(['hyperfine', 'wrk', 'wrk2', 'autocannon', 'oha', 'catch2', 'pytest-benchmark', 'benchmarkdotnet']);

const present = readdirSync(projects);
const shown = detectors.map(({ tool }) => tool).filter((tool) => present.includes(tool) && !bare.has(tool));

it.each(shown)('init finds the project of %s that the end-to-end tests measure, and nothing else in it', (tool) => {
  const { projects: detected } = detectBenchmarks(new Map(filesBelow(join(projects, tool))));
  expect(detected.flatMap(({ root, suites }) => suites.map((suite) => [root, suite.tool]))).toEqual([['', tool]]);
});
