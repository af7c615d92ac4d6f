import { createRelocation } from './relocate.js';
import { sideEnvironment } from './side-environment.js';

describe('sideEnvironment', () => {
  const of = (env: Record<string, string>) => sideEnvironment(env, '/tmp/sides/base', createRelocation('/repo', '/tmp/sides/base'));

  it('moves places of the tree into the side, on PATH above all', () => {
    expect(of({ PATH: '/repo/node_modules/.bin:/usr/bin', HOME: '/home/ada' })).toMatchObject({ PATH: '/tmp/sides/base/node_modules/.bin:/usr/bin', HOME: '/home/ada' });
  });

  it('shares no folder of Cargo builds between the sides', () => {
    expect(of({ CARGO_TARGET_DIR: '/cache/target' })).toMatchObject({ CARGO_TARGET_DIR: '/tmp/sides/base/target' });
    const other = of({ CARGO_BUILD_TARGET_DIR: '/cache/target' });
    expect([other['CARGO_TARGET_DIR'], other['CARGO_BUILD_TARGET_DIR']]).toEqual(['/tmp/sides/base/target', undefined]);
    expect(of({})).not.toHaveProperty('CARGO_TARGET_DIR');
  });

  it('hides the outer task from a side\'s Nx, but keeps its caches', () => {
    const env = of({ NX_TASK_HASH: '1', NX_WORKSPACE_ROOT: '/repo', NX_CACHE_DIRECTORY: '/repo/.nx/cache', NX_DAEMON: 'true' });
    expect(env).toEqual({ NX_CACHE_DIRECTORY: '/repo/.nx/cache', NX_DAEMON: 'false', NX_TUI: 'false' });
  });
});
