import { existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mkdir } from 'node:fs/promises';
import { makeFolder } from './make-folder.js';

jest.mock('node:fs/promises', () => {
  const actual = jest.requireActual<{ mkdir: () => unknown }>('node:fs/promises');
  return { ...actual, mkdir: jest.fn(actual.mkdir) };
});
const coded = (code: string) => Object.assign(new Error(code), { code });

let folder: string;
beforeEach(() => { folder = realpathSync(mkdtempSync(join(tmpdir(), 'benchline-folders-'))); });
afterEach(() => rmSync(folder, { recursive: true }));

it('makes what is missing, and nothing twice', async () => {
  await makeFolder(join(folder, 'a/b/c'));
  await makeFolder(join(folder, 'a/b/c'));
  expect(existsSync(join(folder, 'a/b/c'))).toBe(true);
});

it('fails where a file is in the way', async () => {
  writeFileSync(join(folder, 'file'), '');
  await expect(makeFolder(join(folder, 'file/b'))).rejects.toMatchObject({ code: 'ENOTDIR' });
});

it('says why, where Node says of a recursive one only that something does not exist', async () => {
  jest.mocked(mkdir).mockRejectedValueOnce(coded('ENOENT')).mockRejectedValueOnce(coded('EROFS'));
  await expect(makeFolder(join(folder, 'a/b/c'))).rejects.toMatchObject({ code: 'EROFS' });
  expect(mkdir).toHaveBeenLastCalledWith(join(folder, 'a'));
});
