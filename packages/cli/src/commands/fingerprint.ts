import type { CommandDefinition, CommandResult } from '../command-definition.js';
import type { World } from '../ports/world.js';

/**
 * What a task runner puts into the cache key of a measurement: the declared host class, so that machines of one class share results,
 * or, where none is declared, this machine's own fingerprint. JSON has both.
 */
export async function runFingerprint(world: World): Promise<CommandResult> {
  const { fingerprint, arch, os } = await world.host.facts();
  const declared = world.env['BENCHLINE_HOST_CLASS'] ?? '';
  const hostClass = declared === '' ? null : declared;
  return { exitCode: 0, json: { class: hostClass, fingerprint, arch, os }, text: `${hostClass === null ? `host ${fingerprint}` : `class ${hostClass}`}\n` };
}

export const fingerprintCommand: CommandDefinition = {
  name: 'fingerprint',
  summary: 'print what identifies this machine to a task cache',
  examples: [
    { line: 'benchline fingerprint', does: 'the declared host class, else the fingerprint' },
    { line: 'benchline fingerprint --json', does: 'both' },
    { line: 'BENCHLINE_HOST_CLASS=runner-4 benchline fingerprint', does: 'the class of a fleet of equal machines' },
  ],
  declare: () => undefined,
  run: (_, world) => runFingerprint(world),
};
