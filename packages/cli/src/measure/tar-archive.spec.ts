import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tarArchive, type ArchivedFile } from './tar-archive.js';

async function* each(files: readonly ArchivedFile[]): AsyncGenerator<ArchivedFile> {
  yield* files;
}

async function archive(files: readonly ArchivedFile[]): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of tarArchive(each(files))) pieces.push(piece);
  return Buffer.concat(pieces);
}

const files: ArchivedFile[] = [
  { path: 'a/new/sample.json', content: Buffer.from('{"times":[1]}') },
  { path: 'empty', content: new Uint8Array() },
  { path: 'block', content: Buffer.alloc(512, 'x') },
  { path: `${'long/'.repeat(40)}name`, content: Buffer.from('zwölf') },
  // Lengths at which the length of the length itself grows.
  ...[84, 85, 86, 984, 985, 986].map((length) => ({ path: `${'d/'.repeat(10)}${'e'.repeat(45)}/${'f/'.repeat(Math.max(0, (length - 66) >> 1))}g${length}`, content: Buffer.from(String(length)) })),
  { path: 'large', content: Buffer.alloc(3_000_000, 'y') },
];

(process.platform === 'win32' ? test.skip : test)('any tar takes out what was put in', async () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'benchline-tar-')));
  try {
    writeFileSync(join(folder, 'a.tar'), await archive(files));
    execFileSync('tar', ['-xf', 'a.tar'], { cwd: folder });
    for (const { path, content } of files) expect({ path, same: readFileSync(join(folder, path)).equals(content) }).toEqual({ path, same: true });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('same files, same bytes', async () => {
  expect((await archive(files)).equals(await archive(files))).toBe(true);
});

test('an archive is never held whole', async () => {
  const lengths: number[] = [];
  for await (const piece of tarArchive(each(Array.from({ length: 100 }, (_, index) => ({ path: `f${index}`, content: Buffer.alloc(100_000) }))))) lengths.push(piece.byteLength);
  expect(lengths.length).toBeGreaterThan(8);
});

test('nothing at all is an archive too', async () => {
  expect((await archive([])).equals(Buffer.alloc(1024))).toBe(true);
});
