import { tmpdir } from 'node:os';
import { createPlainProcesses } from './plain-processes.js';

const { run } = createPlainProcesses();
const node = (script: string, rest: object = {}) => run({ program: process.execPath, args: ['-e', script], cwd: tmpdir(), env: { WORD: 'hello' }, ...rest });

test('output and exit code come back, with the environment given and no other', async () => {
  const result = await node('process.stdout.write(process.env.WORD + Object.keys(process.env).includes("HOME")); process.stderr.write("e"); process.exitCode = 3;');
  expect(result).toMatchObject({ outcome: 'exited', code: 3, stdout: 'hellofalse', stderr: 'e' });
});

test('a program that waits for input gets none', async () => {
  expect(await node('process.stdin.on("data", () => {}).on("end", () => process.stdout.write("end"))')).toMatchObject({ code: 0, stdout: 'end' });
});

test('one that takes too long is stopped', async () => {
  expect(await node('setInterval(() => {}, 1000)', { timeoutMs: 200 })).toMatchObject({ outcome: 'timeout', code: null });
});

test('one that is aborted is stopped', async () => {
  const abort = new AbortController();
  const running = node('setInterval(() => {}, 1000)', { signal: abort.signal });
  abort.abort('SIGINT');
  expect(await running).toMatchObject({ outcome: 'aborted', code: null });
});

test('one that is not there is not found', async () => {
  expect(await run({ program: 'benchline-no-such-program', args: [], cwd: tmpdir(), env: {} })).toMatchObject({ outcome: 'not-found', code: null });
});
