import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createNodeProcesses } from './node-processes.js';
import type { ProcessCommand } from './processes.js';

const processes = createNodeProcesses('');
const folder = mkdtempSync(join(tmpdir(), 'benchline-processes-'));
const linuxOnly = process.platform === 'linux' ? it : it.skip;

afterAll(() => rmSync(folder, { recursive: true }));

function run(program: string, args: readonly string[], more: Partial<ProcessCommand> = {}) {
  return processes.run({ program, args, cwd: folder, env: { PATH: process.env['PATH'] }, ...more });
}

function node(script: string, more: Partial<ProcessCommand> = {}) {
  return run(process.execPath, ['-e', script], more);
}

/** Whether the process whose number a script wrote into a file is gone. A zombie is gone. */
function isGone(pidFile: string): boolean {
  const stat = `/proc/${readFileSync(join(folder, pidFile), 'utf8').trim()}/stat`;
  try {
    return readFileSync(stat, 'latin1').split(') ')[1]?.startsWith('Z') ?? true;
  } catch {
    return true;
  }
}

describe('a program that runs to its end', () => {
  it('gives its code and both streams', async () => {
    const result = await node('console.log("out"); console.error("err"); process.exitCode = 7');
    expect(result).toMatchObject({ outcome: 'exited', code: 7, stdout: 'out\n', stderr: 'err\n' });
    expect(result.durationMs).toBeGreaterThan(0);
  });

  it('gets arguments as they are: no shell', async () => {
    const { stdout } = await run(process.execPath, ['-p', 'JSON.stringify(process.argv.slice(1))', '--', '$(id)', '; ls', '*', 'a b', '"']);
    expect(JSON.parse(stdout)).toEqual(['$(id)', '; ls', '*', 'a b', '"']);
  });

  it('sees exactly the environment given, without colours, and the mark of its run', async () => {
    const { stdout } = await node('console.log(JSON.stringify(process.env))', { env: { ONLY: 'this', NOT: undefined } });
    const { BENCHLINE_RUN: mark, ...env } = JSON.parse(stdout) as Record<string, string>;
    expect(env).toEqual({ ONLY: 'this', FORCE_COLOR: '0', NO_COLOR: '1' });
    expect(mark).toMatch(/^[0-9a-f]{16}$/);
  });

  it('keeps the marks of the runs around it', async () => {
    const inner = createNodeProcesses('outer');
    const { stdout } = await inner.run({ program: process.execPath, args: ['-p', 'process.env.BENCHLINE_RUN'], cwd: folder, env: {} });
    expect(stdout).toMatch(/^outer:[0-9a-f]{16}\n$/);
  });

  it('reads nothing from our input', async () => {
    expect(await node('process.stdin.on("end", () => console.log("end")).resume()')).toMatchObject({ code: 0, stdout: 'end\n' });
  });

  it('writes all of its output to the files, and keeps the beginning', async () => {
    const files = { stdoutFile: join(folder, 'new/out.txt'), stderrFile: join(folder, 'new/err.txt') };
    const { stdout, stderr } = await node('process.stdout.write("x".repeat(300000)); process.stderr.write("y")', { ...files, keepBytes: 1000 });
    expect([stdout, stderr]).toEqual(['x'.repeat(1000), 'y']);
    expect(readFileSync(files.stdoutFile, 'utf8')).toBe('x'.repeat(300_000));
    expect(readFileSync(files.stderrFile, 'utf8')).toBe('y');
  });

  linuxOnly('loses nothing of a program that ends at once, while its files are being made', async () => {
    const lost: number[] = [];
    for (let nth = 0; nth < 40; nth += 1) {
      const files = { stdoutFile: join(folder, `short-${nth}/stdout.txt`), stderrFile: join(folder, `short-${nth}/stderr.txt`) };
      const { stdout, stderr } = await run('/bin/echo', ['whole'], files);
      if (stdout !== 'whole\n' || stderr !== '' || readFileSync(files.stdoutFile, 'utf8') !== stdout) lost.push(nth);
    }
    expect(lost).toEqual([]);
  });

  it('tells its lines, whole characters, the last without its end too', async () => {
    const lines: string[] = [];
    await node('const b = Buffer.from("one\\r\\nzw\\u00f6lf\\nlast"); process.stdout.write(b.subarray(0, 8), () => setTimeout(() => process.stdout.write(b.subarray(8)), 30))', { onLine: (line) => lines.push(line) });
    expect(lines).toEqual(['one', 'zwölf', 'last']);
  });

  it('may be ended by a signal', async () => {
    expect(await node('process.kill(process.pid, "SIGKILL")')).toMatchObject({ outcome: 'signalled', code: null });
  });

  it('fails clearly when its output cannot be written', async () => {
    await expect(node('console.log(1)', { stdoutFile: join(folder, 'new') })).rejects.toMatchObject({ exitCode: 4, findings: [{ code: 'BNL015' }] });
  });
});

describe('a program that cannot be started', () => {
  it.each([
    ['is not on PATH', 'benchline-no-such-program', {}, 'not-found'],
    ['does not stand at its path', './no-such-program', {}, 'not-found'],
    ['may not be executed', './plain.txt', {}, 'not-startable'],
    ['has no interpreter', './script', {}, 'not-startable'],
    ['has no working directory', process.execPath, { cwd: join(folder, 'nowhere') }, 'not-startable'],
  ])('%s', async (_name, program, more, outcome) => {
    const { writeFileSync } = await import('node:fs');
    writeFileSync(join(folder, 'plain.txt'), 'text', { mode: 0o644 });
    writeFileSync(join(folder, 'script'), '#!/no/such/interpreter\n', { mode: 0o755 });
    expect(await run(program, [], more)).toMatchObject({ outcome, code: null });
  });
});

describe('the end of a process tree', () => {
  it('comes at the limit', async () => {
    const result = await node('setInterval(() => undefined, 1000); console.log("started")', { timeoutMs: 500 });
    expect(result).toMatchObject({ outcome: 'timeout', code: null, stdout: 'started\n' });
    expect(result.durationMs).toBeLessThan(2000);
  });

  it('comes with the abort, also with one that came before the start', async () => {
    const abort = new AbortController();
    const running = node('setInterval(() => undefined, 1000); console.log("started")', { signal: abort.signal, onLine: () => abort.abort('SIGINT') });
    expect(await running).toMatchObject({ outcome: 'aborted', stdout: 'started\n' });
    expect(await node('console.log("started")', { signal: abort.signal })).toMatchObject({ outcome: 'aborted', stdout: '' });
  });

  linuxOnly('reaches what ignores SIGTERM', async () => {
    const result = await run('sh', ['-c', 'trap "" TERM; echo $$ > stubborn; while :; do sleep 1; done'], { timeoutMs: 300 });
    expect(result.outcome).toBe('timeout');
    expect(isGone('stubborn')).toBe(true);
  });

  linuxOnly.each([
    ['a child in the background', 'sleep 300 & echo $! > child; wait'],
    ['a child in a session of its own', 'setsid sh -c \'echo $$ > child; exec sleep 300\' & wait'],
    ['a grandchild whose parent ended', 'setsid sh -c \'sleep 300 & echo $! > child\' & sleep 300'],
  ])('reaches %s', async (_name, script) => {
    const started = performance.now();
    const result = await run('sh', ['-c', script], { timeoutMs: 500 });
    expect(result.outcome).toBe('timeout');
    expect(isGone('child')).toBe(true);
    expect(performance.now() - started).toBeLessThan(5500);
  });

  linuxOnly.each([
    ['in the background', 'sleep 300 & echo $! > left; echo done'],
    ['in a session of its own', 'setsid sh -c \'echo $$ > left; exec sleep 300\' & while [ ! -s left ]; do :; done; echo done'],
  ])('does not wait for a child left %s that holds the output', async (_name, script) => {
    rmSync(join(folder, 'left'), { force: true });
    const started = performance.now();
    expect(await run('sh', ['-c', script], { timeoutMs: 60_000 })).toMatchObject({ outcome: 'exited', code: 0, stdout: 'done\n' });
    expect(performance.now() - started).toBeLessThan(4000);
    expect(existsSync(join(folder, 'left')) && isGone('left')).toBe(true);
  });
});
