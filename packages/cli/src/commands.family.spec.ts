import type { CommandDefinition } from './command-definition.js';
import { commandTable } from './command-table.js';
import { main } from './main.js';
import { createFakeWorld, type FakeWorldOptions } from './testing/fake-world.js';

/** Every command as it is written: `compare`, `audit verify`. */
const written: [words: string, definition: CommandDefinition][] = commandTable.flatMap((row) => {
  const loaded = row.load();
  return 'subcommands' in loaded ? loaded.subcommands.map((inner): [string, CommandDefinition] => [`${row.name} ${inner.name}`, inner]) : [[row.name, loaded] as [string, CommandDefinition]];
});
const names = written.map(([words]) => words);

async function run(line: string, options: FakeWorldOptions = {}) {
  const world = createFakeWorld(options);
  const exitCode = await main(line.split(' ').filter((word) => word !== ''), world);
  return { exitCode, stdout: world.printed(), stderr: world.complained(), world };
}

describe('the general help', () => {
  it.each(['--help', '-h', '', 'help'])('is printed by "%s", names every command and the first steps', async (line) => {
    const { exitCode, stdout, stderr } = await run(line);
    expect([exitCode, stderr]).toEqual([0, '']);
    for (const { name, summary } of commandTable) expect(stdout).toMatch(new RegExp(`^  ${name}\\b.*${summary.slice(0, 20)}`, 'm'));
    expect(stdout).toContain('First steps:\n  benchline bench');
  });

  it('has the summaries of the commands themselves', () => {
    for (const row of commandTable) expect(row.summary).toBe(row.load().summary);
  });

  it('shows the version', async () => {
    expect(await run('--version')).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });
});

describe.each(written)('benchline %s', (words, definition) => {
  it('has help that begins with the commonest uses', async () => {
    const { exitCode, stdout, stderr } = await run(`${words} --help`);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Common uses:\n {2}benchline /);
    for (const { line } of definition.examples) expect(stdout).toContain(line);
    for (const option of ['--json', '--no-color', '--help']) expect(stdout).toContain(option);
    expect(stdout).toContain(`Usage: benchline ${words}`);
  });

  it('is helped by "help" too', async () => {
    const [first] = words.split(' ');
    const { exitCode, stdout } = await run(`help ${first}`);
    expect([exitCode, stdout.startsWith('Common uses:')]).toEqual([0, true]);
  });

  it.each(['', ' --json'])('refuses a flag that does not exist, with exit code 2%s', async (json) => {
    const { exitCode, stdout, stderr } = await run(`${words} --no-such-flag${json}`);
    expect(exitCode).toBe(2);
    if (json === '') {
      expect(stderr).toContain("Unknown option '--no-such-flag'");
      expect(stdout).toBe('');
    } else {
      expect(JSON.parse(stdout)).toMatchObject({ error: { exitCode: 2, findings: [{ code: 'BNL016' }] } });
    }
  });

  it('suggests the flag that was meant', async () => {
    const { exitCode, stderr } = await run(`${words} --jsom`);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('Did you mean --json?');
  });

  it('prints JSON and nothing else with --json, also when it fails', async () => {
    const operands = words.split(' ').length > 1 && !words.endsWith('list') && !words.endsWith('prune') && !words.endsWith('create') ? ' nothing' : words === 'ingest' ? ' nothing.json' : '';
    const { exitCode, stdout } = await run(`${words}${operands} --json`, { files: { 'benchline.json': '{}' }, programs: {} });
    expect([0, 2, 3, 4]).toContain(exitCode);
    const value = JSON.parse(stdout) as { error?: { exitCode: number } };
    if (value?.error) expect(value.error.exitCode).toBe(exitCode);
  });

  it('never colours what is redirected, nor with NO_COLOR or --no-color', async () => {
    for (const [more, options] of [['', {}], ['', { terminal: true, env: { NO_COLOR: '1', FORCE_COLOR: '1' } }], [' --no-color', { terminal: true, env: { FORCE_COLOR: '1' } }]] as const) {
      const { stdout, stderr } = await run(`${words} --no-such-flag${more}`, options);
      expect(stdout + stderr).not.toContain('\u001b[');
    }
  });
});

it('every group refuses to be called without a subcommand', async () => {
  for (const row of commandTable.filter(({ load }) => 'subcommands' in load())) {
    expect(await run(row.name)).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('BNL016') });
    expect(await run(`${row.name} nonsense`)).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('nonsense') });
  }
});

it('an unknown command is refused with a suggestion', async () => {
  expect(await run('compar')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('Did you mean compare?') });
  expect(await run('xyzzy')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("Unknown command 'xyzzy'") });
});

it('has at least the commands of the first road', () => {
  expect(names).toEqual(expect.arrayContaining(['bench', 'ingest', 'compare', 'slo', 'promote', 'baseline list', 'baseline show', 'baseline prune', 'baseline restore', 'audit create', 'audit verify', 'init']));
});
