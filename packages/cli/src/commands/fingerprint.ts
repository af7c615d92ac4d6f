import type { CommandDefinition, CommandResult } from '../command-definition.js';
import type { World } from '../ports/world.js';
import { provenanceFile } from '../scaffold/provenance-recipe.js';
import { writeProvenanceFile } from '../turbo/write-provenance-file.js';

export interface FingerprintOptions {
  /** File for Turborepo to hash: machine and toolchains of every project of the workspace. */
  out?: string;
}

/**
 * What a task runner puts into the cache key of a measurement: the declared host class, so that machines of one class share results,
 * or, where none is declared, this machine's own fingerprint. JSON has both.
 */
export async function runFingerprint(options: FingerprintOptions, world: World): Promise<CommandResult> {
  if (options.out !== undefined) return writeFile(options.out, world);
  const { fingerprint, arch, os } = await world.host.facts();
  const declared = world.env['BENCHLINE_HOST_CLASS'] ?? '';
  const hostClass = declared === '' ? null : declared;
  return { exitCode: 0, json: { class: hostClass, fingerprint, arch, os }, text: `${hostClass === null ? `host ${fingerprint}` : `class ${hostClass}`}\n` };
}

async function writeFile(out: string, world: World): Promise<CommandResult> {
  const { path, file } = await writeProvenanceFile(world, out);
  const tools = Object.entries(file.toolchain).map(([command, said]) => `${command}: ${said === null ? 'nothing' : (said.split('\n')[0] ?? '')}\n`);
  return { exitCode: 0, json: { path, ...file }, text: [`${file.host}\n`, ...tools].join('') };
}

export const fingerprintCommand: CommandDefinition<FingerprintOptions> = {
  name: 'fingerprint',
  summary: 'print what identifies this machine to a task cache',
  examples: [
    { line: 'benchline fingerprint', does: 'the declared host class, else the fingerprint' },
    { line: 'benchline fingerprint --json', does: 'both' },
    { line: `benchline fingerprint --out ${provenanceFile}`, does: 'write the file that turbo run hashes: machine and toolchains' },
  ],
  declare(command) {
    command.option('--out <file>', 'write machine and toolchains of every project of the workspace to a file, for a task runner that hashes files alone');
  },
  run: ({ options }, world) => runFingerprint(options, world),
};
