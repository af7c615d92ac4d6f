import { dirname, join } from 'node:path';
import type { World } from '../../ports/world.js';
import { hasOption, isCalledBy, loadProgram, loadRunner, wholeSeconds, type LoadTool } from '../load-program.js';
import { programRunner } from '../program-runner.js';
import { resolvePackage, type InstalledPackage } from '../resolve-package.js';
import { findOverride } from '../tool-override.js';
import type { PreparedTool, SuiteRun, ToolRunner } from '../tool-runner.js';

const autocannon: LoadTool = {
  tool: 'autocannon',
  example: '["autocannon", "-c", "10", "-d", "10", "http://127.0.0.1:8080/"]',
  install: 'Install autocannon in the project: npm install --save-dev autocannon.',
  programs: ['autocannon'],
  flags: (own) => (hasOption(own, ['--json', '-j']) ? [] : ['-j']),
  duration: { spelt: ['-d', '--duration'], flag: (ms) => ['-d', String(wholeSeconds(ms))] },
  versionFlag: '--version',
  output: 'stdout.txt',
};

/** autocannon, read from the JSON that it prints. The project's own goes before one on PATH, whoever starts Benchline. */
export const runner: ToolRunner = {
  ...loadRunner(autocannon),
  async prepare(run, world) {
    const override = await findOverride(loadRunner(autocannon), run.suite.command ?? [], { run, world });
    const installed = override !== null ? null : await resolvePackage(world.files, run.folder, 'autocannon');
    return installed === null ? loadRunner(autocannon).prepare(run, world) : prepareInstalled(installed, run, world);
  },
};

async function prepareInstalled(installed: InstalledPackage, run: SuiteRun, world: World): Promise<PreparedTool> {
  const { command } = run.suite;
  const own = command?.[0] === 'autocannon' ? [join(dirname(installed.folder), '.bin/autocannon'), ...command.slice(1)] : command;
  const usesOther = command !== null && isCalledBy(command, ['autocannon']) && command[0] !== 'autocannon' && command[0] !== 'npx';
  const program = loadProgram(autocannon);
  const prepared = await programRunner(usesOther ? program : { ...program, version: () => null }).prepare({ ...run, suite: { ...run.suite, command: own } }, world);
  const { facts } = prepared;
  return { ...prepared, facts: { ...facts, command: command ?? facts.command, harnessVersion: facts.harnessVersion ?? installed.version } };
}
