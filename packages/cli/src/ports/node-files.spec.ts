import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { fileFailure } from './files/file-failure.js';
import { temporaryName } from './files/temporary-name.js';
import { createNodeFiles } from './node-files.js';

let folder: string;
const at = (...parts: string[]) => join(folder, ...parts);
const files = createNodeFiles('/nonexistent/working/directory');

beforeEach(() => { folder = realpathSync(mkdtempSync(join(tmpdir(), 'benchline-files-'))); });
afterEach(() => rmSync(folder, { recursive: true }));

describe('writing', () => {
  it.each([
    ['text', 'zwölf\n'],
    ['bytes', Buffer.from('zwölf\n')],
    ['pieces', (function* pieces() { yield 'zw'; yield 'öl'; yield 'f\n'; })()],
  ])('takes %s, makes folders, tells size and digest', async (_name, content) => {
    const written = await files.writeAtomically(at('new/deep/file'), content);
    expect(readFileSync(at('new/deep/file'), 'utf8')).toBe('zwölf\n');
    expect(written).toEqual({ bytes: 7, digest: `sha256:${createHash('sha256').update('zwölf\n').digest('hex')}` });
    expect(readdirSync(at('new/deep'))).toEqual(['file']);
    expect(await files.digest(at('new/deep/file'))).toEqual(written);
  });

  it('leaves the old content where making the new one fails', async () => {
    await files.writeAtomically(at('file'), 'old');
    const pieces = function* pieces() { yield 'x'.repeat(100_000); throw new Error('stop'); };
    await expect(files.writeAtomically(at('file'), pieces())).rejects.toThrow();
    expect(readFileSync(at('file'), 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['file']);
  });

  it('sweeps what a killed writer left, and nothing of a living one', async () => {
    const pid = await pidOfTheDead();
    const dead = temporaryName(at('file')).replace(`-${process.pid}-`, `-${pid}-`);
    const alive = temporaryName(at('file'));
    for (const path of [dead, alive]) writeFileSync(path, 'torn');
    await files.writeAtomically(at('file'), 'new');
    expect([existsSync(dead), existsSync(alive)]).toEqual([false, true]);
  });

  it('writes only what is absent, if asked', async () => {
    expect(await files.writeIfAbsent(at('once'), 'first')).toBe(true);
    expect(await files.writeIfAbsent(at('once'), 'second')).toBe(false);
    expect(readFileSync(at('once'), 'utf8')).toBe('first');
    expect(readdirSync(folder)).toEqual(['once']);
  });

  it('lets one of many writers win where only one may', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, (_, index) => files.writeIfAbsent(at('once'), String(index))));
    expect(outcomes.filter(Boolean)).toHaveLength(1);
  });

  it.each([['a folder in the way', 'folder', 'it is a folder'], ['a file as folder', 'file/inner', 'a part of the path is not a folder']])('says what is wrong: %s', async (_name, path, problem) => {
    mkdirSync(at('folder'));
    writeFileSync(at('file'), '');
    await expect(files.writeAtomically(at(path), 'x')).rejects.toMatchObject({ exitCode: 4, findings: [{ code: 'BNL015', what: expect.stringContaining(problem) }] });
  });

  it.each([
    ['EACCES', 'permission denied'],
    ['EROFS', 'the file system is read-only'],
    ['ENOSPC', 'no space left'],
    ['EUNKNOWN', 'as the system says it'],
  ])('says what %s means', (code, problem) => {
    const failure = fileFailure('write', '/x', Object.assign(new Error('as the system says it'), { code }));
    expect(failure).toMatchObject({ exitCode: 4, findings: [{ code: 'BNL015', what: `Could not write /x: ${problem}.`, file: '/x' }] });
  });
});

describe('a writer killed at any moment', () => {
  it('leaves the old or the new content, whole', async () => {
    const [older, newer] = ['a'.repeat(3_000_000), 'b'.repeat(3_000_000)];
    writeFileSync(at('file'), older);
    for (const delayMs of [0, 2, 5, 9, 15, 30]) {
      await killedWriter(delayMs);
      expect([older, newer]).toContain(readFileSync(at('file'), 'utf8'));
    }
    await files.writeAtomically(at('file'), 'done');
    expect(readdirSync(folder)).toEqual(['file']);
  });

  /** A process that writes the file again and again, killed so long after it began. */
  async function killedWriter(delayMs: number): Promise<void> {
    const script = `
      const { transformSync } = require('@swc/core');
      const fs = require('node:fs'), path = require('node:path'), Module = require('node:module');
      Module._extensions['.ts'] = (m, f) => m._compile(transformSync(fs.readFileSync(f, 'utf8'), { filename: f, jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } }).code, f);
      const resolve = Module._resolveFilename;
      Module._resolveFilename = function (request, ...rest) { return resolve.call(this, /^\\.{1,2}\\/.*\\.js$/.test(request) ? request.replace(/\\.js$/, '.ts') : request, ...rest); };
      const { writeAtomically } = require(${JSON.stringify(join(__dirname, 'files/atomic-write.ts'))});
      process.stdout.write('ready');
      (async () => { for (;;) await writeAtomically(${JSON.stringify(at('file'))}, 'b'.repeat(3000000)); })();`;
    const child = spawn(process.execPath, ['-e', script], { cwd: __dirname, stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((resolve) => { child.stdout.once('data', resolve); });
    await new Promise((resolve) => { setTimeout(resolve, delayMs); });
    const gone = new Promise((resolve) => { child.once('exit', resolve); });
    child.kill('SIGKILL');
    await gone;
  }
});

describe('reading', () => {
  it('refuses by size before it reads', async () => {
    writeFileSync(at('large'), '');
    truncateSync(at('large'), 5 * 1024 ** 3);
    await expect(files.readText(at('large'))).rejects.toMatchObject({ exitCode: 2, findings: [{ code: 'BNL012', what: expect.stringContaining('at most 64 MiB, found 5120 MiB') }] });
    await expect(files.readBytes(at('large'), 10)).rejects.toMatchObject({ findings: [{ code: 'BNL012', what: expect.stringContaining('at most 10 B') }] });
  });

  (process.platform === 'win32' ? it.skip : it)('refuses a pipe instead of waiting for a writer', async () => {
    execFileSync('mkfifo', [at('pipe')]);
    for (const reading of [files.readText(at('pipe')), files.digest(at('pipe'))]) await expect(reading).rejects.toMatchObject({ exitCode: 2, findings: [{ code: 'BNL015', what: expect.stringContaining('it is not a regular file') }] });
  });

  it('takes a byte order mark away', async () => {
    writeFileSync(at('file'), '\uFEFFtext');
    expect(await files.readText(at('file'))).toBe('text');
  });

  it('tells a missing file from one that is none', async () => {
    await expect(files.readText(at('none'))).rejects.toMatchObject({ exitCode: 2, findings: [{ code: 'BNL008', file: at('none') }] });
    await expect(files.readText(folder)).rejects.toMatchObject({ exitCode: 2, findings: [{ code: 'BNL015', what: expect.stringContaining('it is a folder') }] });
    await expect(files.digest(at('none'))).rejects.toMatchObject({ findings: [{ code: 'BNL008' }] });
  });
});

describe('folders', () => {
  it('are listed by name with kinds; a missing one is empty', async () => {
    writeFileSync(at('b'), '123');
    mkdirSync(at('a'));
    symlinkSync(at('b'), at('c'));
    expect((await files.list(folder)).map(({ name, kind }) => [name, kind])).toEqual([['a', 'folder'], ['b', 'file'], ['c', 'link']]);
    expect((await files.list(folder))[1]).toMatchObject({ bytes: 3 });
    expect(await files.list(at('none'))).toEqual([]);
  });

  it('can be made, moved, copied into, resolved and removed', async () => {
    await files.makeFolder(at('x/y'));
    await files.writeAtomically(at('x/y/file'), '1');
    await files.rename(at('x/y'), at('z/moved'));
    await files.copy(at('z/moved/file'), at('copied/here'));
    symlinkSync(at('z'), at('link'));
    expect(await files.realPath(at('link/moved'))).toBe(at('z/moved'));
    await files.remove(at('z'));
    await files.remove(at('z'));
    expect([await files.exists(at('z')), await files.exists(at('copied/here'))]).toEqual([false, true]);
  });

  it('that are temporary are new and empty', async () => {
    const made = await files.makeTemporaryFolder('benchline-spec-');
    expect(readdirSync(made)).toEqual([]);
    await files.remove(made);
    expect(existsSync(made)).toBe(false);
  });
});

describe('removing refuses', () => {
  const guard = async (path: string, workingDirectory: string) => {
    const { checkRemovable } = await import('./files/removal-guard.js');
    return () => checkRemovable(path, workingDirectory);
  };

  it.each([
    ['the root', '/', '/a/b'],
    ['the home folder', homedir(), '/a/b'],
    ['what holds the home folder', join(homedir(), '..'), '/a/b'],
    ['the working directory', '/a/b', '/a/b'],
    ['what holds the working directory', '/a', '/a/b'],
  ])('%s', async (_name, path, workingDirectory) => {
    expect(await guard(path, workingDirectory)).toThrow('it holds the working directory, the home folder or the whole disk');
  });

  it('also by a link, and not what lies below', async () => {
    mkdirSync(at('work'));
    symlinkSync(at('work'), at('link'));
    expect(await guard(at('link'), at('work'))).toThrow('Could not remove');
    expect(await guard(at('work/.benchline'), at('work'))).not.toThrow();
    expect(await guard(at('..work'), at('work'))).not.toThrow();
  });
});

/** The number of a process that ended. */
async function pidOfTheDead(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await new Promise((resolve) => { child.once('exit', resolve); });
  return child.pid!;
}
