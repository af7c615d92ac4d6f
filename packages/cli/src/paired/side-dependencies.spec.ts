import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createNodeWorld } from '../ports/node-world.js';
import { UserError } from '../user-error.js';
import { provideDependencies } from './side-dependencies.js';

describe('provideDependencies', () => {
  let folder = '';
  const write = (path: string, content = '') => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  const link = (path: string, target: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    symlinkSync(target, join(folder, path));
  };
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  const provide = () => {
    const world = createNodeWorld({ cwd: folder, signal: new AbortController().signal });
    return provideDependencies(world, { top: join(folder, 'top'), side: join(folder, 'side'), project: 'libs/app', env: { PATH: process.env['PATH'] } });
  };

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'benchline-dependencies-')));
    for (const tree of ['top', 'side']) {
      write(`${tree}/libs/parse/index.js`, tree);
      write(`${tree}/libs/parse/cli.js`, tree);
      write(`${tree}/libs/app/index.js`, tree);
    }
    write('top/node_modules/left/index.js', 'registry');
    write('top/node_modules/left/package.json', '{}');
    write('top/node_modules/@scope/right/index.js', 'registry');
    write('top/libs/parse/node_modules/nested/index.js', 'nested');
    link('top/node_modules/@own/parse', '../../libs/parse');
    link('top/node_modules/.bin/parse', '../@own/parse/cli.js');
    link('top/node_modules/.bin/left', '../left/index.js');
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('shares registry packages, and makes links to the workspace anew', async () => {
    await provide();
    expect(read('side/node_modules/left/index.js')).toBe('registry');
    expect(read('side/node_modules/@scope/right/index.js')).toBe('registry');
    expect(read('side/node_modules/@own/parse/index.js')).toBe('side');
    expect(realpathSync(join(folder, 'side/node_modules/@own/parse'))).toBe(join(folder, 'side/libs/parse'));
  });

  it('does so for programs and for the dependencies of linked packages', async () => {
    await provide();
    expect(read('side/node_modules/.bin/parse')).toBe('side');
    expect(read('side/node_modules/.bin/left')).toBe('registry');
    expect(read('side/libs/parse/node_modules/nested/index.js')).toBe('nested');
  });

  it('refuses a registry package that needs one of the workspace, directly or not, where no lock file says what to install', async () => {
    write('top/node_modules/plugin/package.json', JSON.stringify({ dependencies: { '@own/parse': '*' } }));
    write('top/node_modules/left/package.json', JSON.stringify({ peerDependencies: { plugin: '*' } }));
    await expect(provide()).rejects.toThrow(/needs one of this workspace/);
  });

  it('refuses a side whose own installation leads out of it', async () => {
    write('side/package-lock.json', '{}');
    write('bin/npm', `#!${process.execPath}\nrequire('fs').mkdirSync('node_modules'); require('fs').symlinkSync('../../top/libs/parse', 'node_modules/parse');\n`);
    const world = createNodeWorld({ cwd: folder, signal: new AbortController().signal });
    const { chmodSync } = await import('node:fs');
    chmodSync(join(folder, 'bin/npm'), 0o755);
    const refused = provideDependencies(world, { top: join(folder, 'top'), side: join(folder, 'side'), project: 'libs/app', env: { PATH: `${join(folder, 'bin')}:${process.env['PATH']}` } });
    await expect(refused).rejects.toThrow(/parse resolves outside the side/);
    await expect(refused).rejects.toBeInstanceOf(UserError);
  });
});
