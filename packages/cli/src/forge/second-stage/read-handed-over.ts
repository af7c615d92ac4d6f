import { basename, dirname } from 'node:path';
import type { GateResult } from '@benchline/core/model';
import { parseArtefact } from '../../artefacts/parse-artefact.js';
import type { World } from '../../ports/world.js';
import { UserError, userError } from '../../user-error.js';
import { readZipEntry } from './read-zip-entry.js';

/** Of gate.json; a workspace of a thousand regressions has less. Bytes. */
const largest = 8 * 1024 * 1024;
const expected = 'gate.json';

/** A gate's result that an untrusted run has handed over: a file, or GitHub's zip with that one file. What is not exactly what is expected is BNL060. */
export async function readHandedOver(world: Pick<World, 'files'>, path: string): Promise<GateResult> {
  const entry = (await world.files.entries(dirname(path))).find(({ name }) => name === basename(path));
  if (entry === undefined) throw userError('BNL008', { path, purpose: 'the result that was handed over' }, { file: path });
  if (entry.kind !== 'file') throw refused('it is no plain file', path);
  const bytes = await world.files.readBytes(path, largest).catch(() => { throw refused(`it is larger than ${largest} bytes`, path); });
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const content = isZip ? await readZipEntry(bytes, { name: expected, largest }).catch((cause: unknown) => { throw refused(cause instanceof Error ? cause.message : String(cause), path); }) : bytes;
  try {
    return parseArtefact('gate-result', new TextDecoder('utf-8', { fatal: true }).decode(content), expected);
  } catch (cause) {
    throw refused(cause instanceof UserError ? (cause.findings[0]?.what ?? cause.message).replace(/\.$/u, '') : 'it is no UTF-8', path);
  }
}

function refused(problem: string, file: string): UserError {
  return userError('BNL060', { problem }, { file });
}
