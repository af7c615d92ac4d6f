import { createFakeWorld } from '../testing/fake-world.js';
import { seedCargoTarget, sourcedPackages } from './seed-cargo-target.js';

const registry = 'source = "registry+https://example.org/index"';
const lockFile = `version = 4

[[package]]
name = "criterion"
version = "0.5.1"
${registry}

[[package]]
name = "core"
version = "0.1.0"

[[package]]
name = "twice"
version = "1.0.0"
${registry}

[[package]]
name = "twice"
version = "0.1.0"
`;

describe('seedCargoTarget', () => {
  it('knows packages of the tree from those of a registry', () => {
    expect(sourcedPackages(lockFile)).toEqual(new Set(['criterion']));
  });

  it('takes marks of registry packages alone', async () => {
    const marks = ['criterion-0123456789abcdef', 'core-0123456789abcdef', 'twice-0123456789abcdef'];
    const files = Object.fromEntries(marks.map((mark) => [`/cache/release/.fingerprint/${mark}/lib`, 'x']));
    const world = createFakeWorld({ files: { ...files, '/side/Cargo.lock': lockFile }, programs: { cp: {} } });
    await seedCargoTarget(world, { from: ['/absent', '/cache'], side: '/side', to: '/side/target' });
    expect(world.started.map(({ args }) => args)).toEqual([
      ['-a', '--', '/cache/release/build', '/cache/release/deps', '/side/target/release'],
      ['-a', '--', '/cache/release/.fingerprint/criterion-0123456789abcdef', '/side/target/release/.fingerprint'],
    ]);
  });

  it('leaves nothing half copied', async () => {
    const world = createFakeWorld({ files: { '/cache/release/.fingerprint/criterion-0123456789abcdef/lib': 'x', '/side/Cargo.lock': lockFile }, programs: { cp: { code: 1 } } });
    await seedCargoTarget(world, { from: ['/cache'], side: '/side', to: '/side/target' });
    expect(await world.files.exists('/side/target')).toBe(false);
  });
});
