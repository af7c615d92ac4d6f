import { createFakeWorld } from '../testing/fake-world.js';
import { suiteConfig } from '../testing/suite-config.js';
import { runnerFor } from './runner-for.js';

const place = { round: 1, folder: '/repo/raw/round-1', shown: 'raw/round-1' };
const url = 'http://127.0.0.1:8080/';
const files = { '/opt/wrk-4.2/bin/wrk-static': '', '/opt/go/bin/go': '', '/opt/ac': '', '/repo/node_modules/autocannon/package.json': '{"name":"autocannon","version":"8.0.0"}' };

async function prepare(tool: Parameters<typeof runnerFor>[0], command: string[], variables: Record<string, string>) {
  const programs = Object.fromEntries(['wrk', '/usr/bin/wrk', '/opt/wrk-4.2/bin/wrk-static'].map((program) => [`${program} -v`, { prints: `wrk ${program.startsWith('/opt') ? '4.2.0' : '4.1.0'} [epoll]\n`, code: 1 }]));
  const world = createFakeWorld({ files, programs: { ...programs, '/opt/go/bin/go version': { prints: 'go version go1.24.1 linux/amd64' }, '/opt/ac --version': { prints: 'autocannon v7.1.0' } } });
  const prepared = await (await runnerFor(tool)).prepare({ suite: suiteConfig({ tool, command }), projectRoot: '/repo', folder: '/repo', env: variables }, world);
  const { program, args } = await prepared.plan(place);
  return { facts: prepared.facts, planned: [program, ...args], world };
}

test('the program of the environment is asked for its version, run and recorded in the place of the tool\'s own', async () => {
  const { facts, planned, world } = await prepare('wrk', ['wrk', '-t1', url], { BENCHLINE_TOOL_WRK: '/opt/wrk-4.2/bin/wrk-static' });
  expect(facts).toMatchObject({ command: ['/opt/wrk-4.2/bin/wrk-static', '-t1', url], harnessVersion: '4.2.0' });
  expect(planned).toEqual(['/opt/wrk-4.2/bin/wrk-static', '--latency', '-t1', url]);
  expect(world.started.map(({ program }) => program)).toEqual(['/opt/wrk-4.2/bin/wrk-static']);
});

test.each([
  ['unset', ['wrk', url], {}],
  ['empty', ['wrk', url], { BENCHLINE_TOOL_WRK: '' }],
  ['of another tool', ['wrk', url], { BENCHLINE_TOOL_WRK2: '/opt/wrk-4.2/bin/wrk-static' }],
  ['not for a path that the suite names', ['/usr/bin/wrk', url], { BENCHLINE_TOOL_WRK: '/opt/wrk-4.2/bin/wrk-static' }],
])('without effect: %s', async (_, command, variables) => {
  const { facts, planned } = await prepare('wrk', command, variables);
  expect([facts.command, planned[0]]).toEqual([command, command[0]]);
});

test.each([['/opt/none', 'where there is no program'], ['bin/wrk', 'which is no absolute path']])('%s is an error that names the variable', async (path, because) => {
  await expect(prepare('wrk', ['wrk', url], { BENCHLINE_TOOL_WRK: path })).rejects.toMatchObject({ exitCode: 2, message: expect.stringContaining(`BENCHLINE_TOOL_WRK is ${path}, ${because}`) });
});

test('toolchains are those of the program', async () => {
  const { facts, planned } = await prepare('go', ['go', 'test', '-bench', '.'], { BENCHLINE_TOOL_GO: '/opt/go/bin/go' });
  expect(facts).toMatchObject({ harnessVersion: '1.24.1', toolchain: [{ name: 'go', version: '1.24.1' }] });
  expect(planned.slice(0, 2)).toEqual(['/opt/go/bin/go', 'test']);
});

test('one that is installed in the project is passed over, its version too', async () => {
  const { facts, planned } = await prepare('autocannon', ['autocannon', url], { BENCHLINE_TOOL_AUTOCANNON: '/opt/ac' });
  expect([facts.harnessVersion, facts.command[0], planned[0]]).toEqual(['7.1.0', '/opt/ac', '/opt/ac']);
});

test.each(['wrk', 'wrk2', 'k6', 'oha', 'autocannon', 'go', 'deno', 'callgrind'] as const)('a cache of measurements is keyed by the variable: %s', async (tool) => {
  expect((await runnerFor(tool)).traits.key?.variables).toContain(`BENCHLINE_TOOL_${tool.toUpperCase()}`);
});
