import { createRelocation } from './relocate.js';

describe('createRelocation', () => {
  const relocate = createRelocation('/home/ada/repo', '/tmp/sides/base');

  it.each([
    ['/home/ada/repo', '/tmp/sides/base'],
    ['/home/ada/repo/target/release/cli --version', '/tmp/sides/base/target/release/cli --version'],
    ['/home/ada/repo/node_modules/.bin:/usr/bin:/home/ada/repo/bin', '/tmp/sides/base/node_modules/.bin:/usr/bin:/tmp/sides/base/bin'],
    ['--out=/home/ada/repo/x', '--out=/tmp/sides/base/x'],
    ['/home/ada/repository', '/home/ada/repository'],
    ['/home/ada/repo-2/x', '/home/ada/repo-2/x'],
    ['/mnt/home/ada/repo/x', '/mnt/home/ada/repo/x'],
  ])('%s', (text, moved) => expect(relocate(text)).toBe(moved));
});
