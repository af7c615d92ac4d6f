import { createFakeWorld, type FakeWorld } from '../testing/fake-world.js';
import { runLine } from '../testing/sample-project.js';

const suite = { name: 'decode', tool: 'records', command: ['measure', '{output}'] };
const absent = { measure: { outcome: 'not-found' } } as const;

/** A project on a machine where another run measures, and goes on measuring. */
function busy(written: object, options: Parameters<typeof createFakeWorld>[0] = {}): FakeWorld {
  return createFakeWorld({ lockedBy: 'io, process 7, started at 11:58 UTC', programs: absent, ...options, files: { 'benchline.json': JSON.stringify({ project: 'core', suites: [{ ...suite, ...written }] }), ...options.files } });
}

/** Until the run waits. */
async function waiting(world: FakeWorld): Promise<void> {
  while (!world.complained().includes('Waiting')) await new Promise((resolve) => { setImmediate(resolve); });
}

const commands: [string, string[]][] = [['bench', ['bench']], ['paired mode', ['compare', '--against', 'main']]];

describe.each(commands)('%s says before it waits for the machine', (_, argv) => {
  it.each([
    ['that a program is missing', {}, 4, 'BNL010'],
    ['that a filter is no regular expression', { filter: '(' }, 2, 'BNL016'],
    ['that a folder is missing', { cwd: 'nowhere' }, 2, 'BNL008'],
  ])('%s', async (_name, written, exitCode, code) => {
    const world = busy(written);
    expect(await runLine(world, ...argv)).toMatchObject({ exitCode, stderr: expect.stringContaining(code) as string });
    expect(world.complained()).not.toContain('Waiting');
    expect(world.started).toEqual([]);
  });

  it('who holds it, where nothing is wrong', async () => {
    const world = busy({}, { programs: { measure: {} } });
    const running = runLine(world, ...argv);
    await waiting(world);
    world.abort('SIGINT');
    world.freeLock();
    expect((await running).exitCode).toBe(4);
    expect(world.complained()).toContain('(io, process 7, started at 11:58 UTC)');
  });
});

it('a program that the build makes is not asked for', async () => {
  const world = busy({ build: ['make'] });
  const running = runLine(world, 'bench');
  world.abort('SIGINT');
  world.freeLock();
  expect((await running).stderr).not.toContain('BNL010');
});

it('a program that a package of the project may bring is not asked for in paired mode: each side installs its own', async () => {
  const world = busy({}, { files: { 'package.json': '{}' } });
  const running = runLine(world, 'compare', '--against', 'main');
  await waiting(world);
  world.abort('SIGINT');
  world.freeLock();
  expect((await running).stderr).not.toContain('BNL010');
});

it('paired mode leaves optional suites out whose program is absent; a comparison of nothing is none', async () => {
  const world = busy({ optional: true });
  expect(await runLine(world, 'compare', '--against', 'main')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('BNL009') as string });
  expect(world.complained()).not.toContain('Waiting');
});
