import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PerfJob } from './child-job.js';

jest.setTimeout(20_000);

const built = join(__dirname, '../../dist/harness');
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'benchline-child-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** The built program, as the runner starts it. */
function measure(spec: string) {
  writeFileSync(join(root, 'a.perf.mjs'), `import { itPerf } from 'benchline/harness';\n${spec}`);
  const job: PerfJob = { files: [join(root, 'a.perf.mjs')], root, output: join(root, 'out.json'), library: require.resolve('tinybench'), engine: 'tinybench', version: '1', filter: null, tags: null, warmupMs: 1, measureMs: 5, allowNonRelease: true, list: false, isRound: false };
  const { status, stderr } = spawnSync(process.execPath, ['--import', pathToFileURL(join(built, 'register-typescript.js')).href, join(built, 'child.js'), JSON.stringify(job)], { encoding: 'utf8' });
  return { status, last: stderr.trim().split('\n').at(-1), written: existsSync(job.output) };
}

it.each([
  ['a spec that awaits for ever', "itPerf('ok', () => 1); itPerf('stuck', () => new Promise(() => {}));", 'Error: a/stuck never finished: it awaits a promise that nothing can settle'],
  ['a file that does', "await new Promise(() => {}); itPerf('ok', () => 1);", 'Error: a spec file never finished: it awaits a promise that nothing can settle'],
  ['a spec that ends the process', "itPerf('quits', () => process.exit(0));", 'Error: a/quits ended the process'],
  ['a rejection that nobody awaits', "itPerf('lost', () => { Promise.reject(new RangeError('too late')); return 1; });", 'a/lost threw where nothing awaits it: RangeError: too late'],
])('%s is a failure, whatever Node calls it', (_, spec, last) => {
  expect(measure(spec)).toEqual({ status: 1, last, written: false });
});

it('what is measured is written', () => {
  expect(measure("itPerf('ok', () => 1);")).toMatchObject({ status: 0, written: true });
});
