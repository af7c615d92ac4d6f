import { createHash } from 'node:crypto';
import { createFakeWorld } from '../testing/fake-world.js';
import { digestSource, digestSources } from './digest-sources.js';

const { files } = createFakeWorld({ files: { 'unix.js': 'a\nb\n', 'windows.js': 'a\r\nb\r\n', 'other.js': 'a\nc\n' } });
const sha256 = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`;
const place = (path: string, name = path) => ({ path, absolute: `/repo/${name}` });

test('a file is its SHA-256, whatever its line ends', async () => {
  expect(await digestSource(files, '/repo/unix.js')).toBe(sha256('a\nb\n'));
  expect(await digestSource(files, '/repo/windows.js')).toBe(sha256('a\nb\n'));
});

test('of several files neither their order nor where they lie matters, but each text and path does', async () => {
  const digest = await digestSources(files, [place('b', 'unix.js'), place('a', 'other.js')]);
  expect(digest).toBe(sha256(`${sha256('a\nc\n')}  a\n${sha256('a\nb\n')}  b\n`));
  expect(await digestSources(files, [place('a', 'other.js'), place('b', 'windows.js')])).toBe(digest);
  expect(await digestSources(files, [place('a', 'unix.js'), place('b', 'unix.js')])).not.toBe(digest);
  expect(await digestSources(files, [place('c', 'other.js'), place('b', 'unix.js')])).not.toBe(digest);
});

test('what cannot be read, and nothing at all, has no digest', async () => {
  expect(await digestSource(files, '/repo/gone.js')).toBeNull();
  expect(await digestSources(files, [place('unix.js'), place('gone.js')])).toBeNull();
  expect(await digestSources(files, [])).toBeNull();
});
