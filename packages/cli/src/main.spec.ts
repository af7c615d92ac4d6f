import type { CommandDefinition, CommandResult, CommandRow } from './command-definition.js';
import { main } from './main.js';
import { createFakeWorld, type FakeWorldOptions } from './testing/fake-world.js';
import { userError } from './user-error.js';

type Run = CommandDefinition['run'];

function tableOf(run: Run): readonly CommandRow[] {
  const definition: CommandDefinition = {
    name: 'probe', summary: 'try something', examples: [], markdown: true, run,
    declare: (command) => void command.argument('[files...]').option('--count <number>', 'how many', Number),
  };
  return [{ name: 'probe', summary: definition.summary, load: () => definition }];
}

async function run(argv: string[], work: Run, options: FakeWorldOptions = {}) {
  const world = createFakeWorld(options);
  const exitCode = await main(argv, world, tableOf(work));
  return { exitCode, stdout: world.printed(), stderr: world.complained() };
}

const result: CommandResult = { exitCode: 3, json: { verdict: 'regressed' }, text: 'slower', markdown: '| slower |\n', annotations: '::error::slower' };
const gives = async () => result;

it('prints text with its line end and returns the exit code', async () => {
  expect(await run(['probe'], gives)).toEqual({ exitCode: 3, stdout: 'slower\n', stderr: '' });
});

it('prints JSON or Markdown, if asked', async () => {
  expect((await run(['probe', '--json'], gives)).stdout).toBe('{\n  "verdict": "regressed"\n}\n');
  expect((await run(['probe', '--markdown'], gives)).stdout).toBe('| slower |\n');
});

it('prints annotations on GitHub Actions, beside JSON on stderr', async () => {
  const onActions = { env: { GITHUB_ACTIONS: 'true' } };
  expect((await run(['probe'], gives, onActions)).stdout).toBe('slower\n::error::slower\n');
  expect(await run(['probe', '--json'], gives, onActions)).toMatchObject({ stdout: '{\n  "verdict": "regressed"\n}\n', stderr: '::error::slower\n' });
});

it('hands over operands and options; what comes after -- is an operand', async () => {
  let seen: unknown;
  await run(['probe', 'a', '--count', '3', '--', '--json'], async (invocation) => { seen = invocation; return result; });
  expect(seen).toEqual({ operands: ['a', '--json'], options: { count: 3, color: true } });
});

it('prints what a user can settle as what, why and what to do', async () => {
  const fails = async () => { throw userError('BNL008', { path: 'base.json', purpose: 'the base' }); };
  const { exitCode, stdout, stderr } = await run(['probe'], fails);
  expect([exitCode, stdout]).toEqual([2, '']);
  expect(stderr.trimEnd().split('\n').map((line) => line.trim())).toEqual(['error BNL008', 'base.json is missing.', 'It is needed as the base.', expect.stringContaining('Check the path')]);
  const { stdout: json } = await run(['probe', '--json'], fails);
  expect(JSON.parse(json)).toMatchObject({ error: { exitCode: 2, findings: [{ code: 'BNL008' }] } });
});

it('asks to report its own faults; the stack only for those who ask', async () => {
  const fails = async () => { throw new TypeError('x is not a function\nsecond line'); };
  const { exitCode, stderr } = await run(['probe'], fails);
  expect(exitCode).toBe(4);
  expect(stderr).toContain('Benchline failed: TypeError: x is not a function.');
  expect(stderr).toContain('Please report it');
  expect(stderr).not.toMatch(/second line| at /);
  expect((await run(['probe'], fails, { env: { BENCHLINE_DEBUG: '1' } })).stderr).toMatch(/second line[^]* at /);
});

it('says that it was interrupted, whatever was thrown then', async () => {
  const world = createFakeWorld();
  const exitCode = await main(['probe'], world, tableOf(async () => { world.abort('SIGINT'); throw new Error('socket closed'); }));
  expect(exitCode).toBe(4);
  expect(world.complained()).toContain('BNL021');
  expect(world.complained()).toContain('SIGINT');
});

it.each([['probe', '--count'], ['probe', '--bogus'], ['bogus'], ['--bogus']])('refuses %s %s', async (...argv) => {
  expect(await run(argv, gives)).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringContaining('BNL016') });
});
