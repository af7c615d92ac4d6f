import type { ToolName } from '@benchline/core/model';
import { parseForeignJson } from '@benchline/core/parse';
import { toolchainKeys } from '../tools/generated/toolchain-keys.js';
import { provenanceFile } from '../scaffold/provenance-recipe.js';
import type { World } from '../ports/world.js';
import { userError } from '../user-error.js';

/** What Turborepo's cache must know beside files and variables: it hashes the file, since it cannot ask a tool for its version. Nothing in it changes while machine, tools and Benchline stay as they are. */
export interface ProvenanceFile {
  schemaVersion: 1;
  benchline: string;
  /** "class runner-4", or "host" and the fingerprint where no class is declared. */
  host: string;
  /** What each command printed at the workspace's root; null: it could not be run, or failed and printed nothing. */
  toolchain: Record<string, string | null>;
}

const limitMs = 60_000;

/** What the commands of these tools print now, by command. */
export async function askToolchain(world: World, root: string, tools: Iterable<ToolName>): Promise<Record<string, string | null>> {
  const commands = new Set([...tools].flatMap((tool) => toolchainKeys[tool]?.commands ?? []));
  const answers: Record<string, string | null> = {};
  for (const command of [...commands].sort()) answers[command] = await ask(world, root, command);
  return answers;
}

/** Commands are those of the tools' own table; ` 2>&1` is the only thing in them that is a shell's. */
async function ask(world: World, root: string, command: string): Promise<string | null> {
  const both = command.endsWith(' 2>&1');
  const [program = '', ...args] = (both ? command.slice(0, -' 2>&1'.length) : command).split(' ');
  const env = { ...world.env, FORCE_COLOR: '0', NO_COLOR: '1' };
  const { outcome, code, stdout, stderr } = await world.processes.run({ program, args, cwd: root, env, timeoutMs: limitMs, signal: world.signal });
  if (outcome === 'aborted') throw userError('BNL021', { signal: String(world.signal.reason ?? 'a signal') });
  // wrk tells its version and ends with 1.
  return outcome === 'exited' && (code === 0 || stdout.trim() !== '') ? `${stdout}${both ? stderr : ''}`.trim() : null;
}

/** null: it is none of ours. */
export function parseProvenanceFile(text: string): ProvenanceFile | null {
  const parsed = parseForeignJson(text, provenanceFile);
  const value = 'value' in parsed ? (parsed.value as Partial<ProvenanceFile> | null) : null;
  const isFile = typeof value === 'object' && value?.schemaVersion === 1 && typeof value.benchline === 'string' && typeof value.host === 'string' && typeof value.toolchain === 'object' && value.toolchain !== null;
  return isFile ? (value as ProvenanceFile) : null;
}

export function renderProvenanceFile(file: ProvenanceFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}
