import { dependsOnPackage, pythonManifests, pythonProjectOf, pythonRunner } from '../detection/python-project.js';
import type { Detector } from '../detector.js';

const testFiles = /(?:^|\/)(?:(?:test|bench)_[^/]*|[^/]*_(?:test|bench))\.py$/;
const takesBenchmark = /^\s*(?:async\s+)?def\s+\w+\([^)]*\bbenchmark\b/m;

/** Projects that name pytest-benchmark and have a test that takes its fixture; other plugins have a fixture of that name too. Without the name it is said what is missing, unless another plugin's is there. */
export const detector: Detector = {
  tool: 'pytest-benchmark',
  reads: new RegExp(`${pythonManifests.source}|${testFiles.source}`),
  detect({ snapshot }) {
    const files = [...snapshot].filter(([path, text]) => testFiles.test(path) && takesBenchmark.test(text ?? '')).map(([path]) => path);
    const found = [...new Set(files.map((path) => pythonProjectOf(snapshot, path)))];
    const roots = found.filter((root) => dependsOnPackage(snapshot, root, 'pytest-benchmark'));
    const undeclared = found.filter((root) => !roots.includes(root) && !dependsOnPackage(snapshot, root, 'pytest-codspeed'));
    const skipped = undeclared.map((root) => ({ path: root === '' ? '.' : root, what: 'tests with the fixture benchmark', why: 'nothing names pytest-benchmark: add it to pyproject.toml or requirements.txt, and run init again' }));
    const projects = roots.map((root) => ({ root, suites: [{ name: 'pytest', tool: 'pytest-benchmark' as const, command: [...pythonRunner(snapshot, root), 'pytest'] }] }));
    return { projects, skipped };
  },
};
