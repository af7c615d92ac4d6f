import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Files, LineLimits } from '../ports/files.js';
import { createNodeFiles } from '../ports/node-files.js';
import { UserError } from '../user-error.js';
import { createFakeFiles } from './fake-files.js';

/** What a step gave, with the folder's name taken out and what depends on time left out. */
async function outcomeOf(step: () => Promise<unknown>, folder: string): Promise<unknown> {
  const given = await step().catch((cause: unknown) => {
    if (cause instanceof UserError) return { exitCode: cause.exitCode, code: cause.findings[0]?.code };
    throw cause;
  });
  return JSON.parse(JSON.stringify(given ?? null, (key, value: unknown) => (key === 'modifiedMs' ? undefined : typeof value === 'string' ? value.replaceAll(folder, '') : value)));
}

async function linesOf(files: Files, path: string, limits?: LineLimits): Promise<string[]> {
  const lines: string[] = [];
  for await (const batch of files.readLines(path, limits)) lines.push(...batch);
  return lines;
}

/** The same steps in the real file system and in the one in memory. */
const steps: Record<string, (files: Files, at: (path: string) => string) => Promise<unknown>> = {
  'nothing is there': (files, at) => files.exists(at('a')),
  'a missing file is read': (files, at) => files.readText(at('a')),
  'a missing folder is listed': (files, at) => files.list(at('none')),
  'a file is written': (files, at) => files.writeAtomically(at('a/b/c.txt'), 'zwölf'),
  'pieces are written': (files, at) => files.writeAtomically(at('a/pieces'), ['1', '2', '3']),
  'its folder exists': (files, at) => files.exists(at('a/b')),
  'it is read': (files, at) => files.readText(at('a/b/c.txt')),
  'it is read beyond a limit': (files, at) => files.readText(at('a/b/c.txt'), 2),
  'its beginning is read': (files, at) => files.readBeginning(at('a/b/c.txt'), 2),
  'more than there is of it is read': (files, at) => files.readBeginning(at('a/b/c.txt'), 100),
  'a missing file\'s beginning is read': (files, at) => files.readBeginning(at('none'), 10),
  'lines are written, not synced': (files, at) => files.write(at('lines/a'), (async function* pieces() { yield '\uFEFFone\r\n'; yield 'zwö'; yield 'lf\n\n'; })()),
  'a text is written, not synced': (files, at) => files.write(at('lines/b'), 'no end'),
  'nothing is written': (files, at) => files.write(at('lines/c'), ''),
  'lines are read': (files, at) => linesOf(files, at('lines/a')),
  'a line without an end is read': (files, at) => linesOf(files, at('lines/b')),
  'no lines are read': (files, at) => linesOf(files, at('lines/c')),
  'lines are what the text is split at line feeds': async (files, at) => expect(await linesOf(files, at('lines/a'))).toEqual((await files.readText(at('lines/a'))).split('\n')),
  'lines of a missing file are read': (files, at) => linesOf(files, at('none')),
  'lines of a folder are read': (files, at) => linesOf(files, at('lines')),
  'lines of too large a file are read': (files, at) => linesOf(files, at('lines/a'), { bytes: 10 }),
  'too long a line is read': (files, at) => linesOf(files, at('lines/b'), { line: 3 }),
  'a line as long as it may be is read': (files, at) => linesOf(files, at('lines/b'), { line: 6 }),
  'pieces that come one by one are written': (files, at) => files.writeAtomically(at('lines/d'), (async function* pieces() { yield 'one'; yield Buffer.from('zwei'); })()),
  'a folder is read': (files, at) => files.readText(at('a/b')),
  'it is digested': (files, at) => files.digest(at('a/b/c.txt')),
  'a missing file is digested': (files, at) => files.digest(at('none')),
  'folders are listed': (files, at) => files.list(at('a')).then((entries) => entries.map(({ name, kind }) => ({ name, kind }))),
  'the folder\'s entries are told': (files, at) => files.entries(at('a')),
  'entries of a missing folder are told': (files, at) => files.entries(at('none')),
  'it is written if absent': (files, at) => files.writeIfAbsent(at('a/b/c.txt'), 'other'),
  'another is written if absent': (files, at) => files.writeIfAbsent(at('a/new'), 'new'),
  'a folder is made': (files, at) => files.makeFolder(at('made')).then(() => files.exists(at('made'))),
  'a folder is renamed': (files, at) => files.rename(at('a'), at('moved/a')).then(() => files.readText(at('moved/a/b/c.txt'))),
  'the old name is gone': (files, at) => files.exists(at('a')),
  'what is missing is renamed': (files, at) => files.rename(at('none'), at('other')),
  'a file is copied': (files, at) => files.copy(at('moved/a/new'), at('copies/new')).then(() => Promise.all([files.readText(at('copies/new')), files.exists(at('moved/a/new'))])),
  'what is missing is copied': (files, at) => files.copy(at('none'), at('copies/none')),
  'a folder is copied': (files, at) => files.copy(at('moved'), at('copies/folder')),
  'a copy is summed up': (files, at) => files.copy(at('moved/a/b/c.txt'), at('copies/c')),
  'a folder is removed': (files, at) => files.remove(at('moved')).then(() => files.exists(at('moved/a/new'))),
  'what is missing is removed': (files, at) => files.remove(at('moved')),
};

it('files in memory do as real files do', async () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'benchline-contract-')));
  const [real, fake] = [createNodeFiles('/nonexistent'), createFakeFiles({}, { now: () => 0, cwd: '/repo' })];
  try {
    for (const [name, step] of Object.entries(steps)) {
      const inReality = await outcomeOf(() => step(real, (path) => join(folder, path)), folder);
      expect({ [name]: await outcomeOf(() => step(fake, (path) => `/repo/${path}`), '/repo') }).toEqual({ [name]: inReality });
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
