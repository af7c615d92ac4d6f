import { createFakeWorld } from '../testing/fake-world.js';
import { buildThroughNx } from './nx-build.js';

const side = { side: 'base' as const, root: '/sides/base', sha: 'b'.repeat(40) };
const graph = {
  graph: {
    nodes: { app: { data: { targets: { bench: {} } } }, lib: { data: { targets: { build: {} } } }, deep: { data: { targets: { build: {} } } }, other: { data: { targets: { build: {} } } } },
    dependencies: { app: [{ target: 'lib' }, { target: 'npm:left' }], lib: [{ target: 'deep' }], other: [{ target: 'lib' }] },
  },
};

function createWorld(nx: object = {}, files: Record<string, string> = { '/sides/base/nx.json': '{}', '/sides/base/node_modules/.bin/nx': '' }) {
  return createFakeWorld({ files, programs: { '/sides/base/node_modules/.bin/nx': (command) => (command.args[0] === 'graph' ? { writes: { '/sides/base-graph.json': JSON.stringify(graph) } } : nx) } });
}

describe('buildThroughNx', () => {
  it('builds the project\'s dependencies, and no other project', async () => {
    const world = createWorld();
    await buildThroughNx(world, { side, project: 'app', env: {} });
    expect(world.started.map(({ args }) => args.join(' '))).toEqual(['graph --file=/sides/base-graph.json', 'run-many --target=build --projects=lib,deep']);
    expect(world.started.every(({ cwd }) => cwd === '/sides/base')).toBe(true);
  });

  it('builds nothing for a project that Nx does not know, or without Nx', async () => {
    const world = createWorld();
    await buildThroughNx(world, { side, project: 'stranger', env: {} });
    expect(world.started).toHaveLength(1);
    const without = createWorld({}, { '/sides/base/nx.json': '{}' });
    await buildThroughNx(without, { side, project: 'app', env: {} });
    expect(without.started).toEqual([]);
  });

  it('says what a failing build said', async () => {
    const failing = buildThroughNx(createWorld({ code: 1, prints: 'error TS1005: expected\n' }), { side, project: 'app', env: {} });
    await expect(failing).rejects.toThrow(/nx run-many failed: it ended with code 1; it said: error TS1005: expected/);
  });
});
