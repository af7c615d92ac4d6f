import type { ToolName } from '@benchline/core/model';
import { detectTools, type SourceFile } from '@benchline/core/parse';
import type { World } from '../ports/world.js';
import { userError } from '../user-error.js';
import type { Operand } from './list-operand.js';

/** What is looked at: the beginnings of the first files. */
const lookedAt = { files: 100, bytes: 16_384 };

/** The tool whose output all operands are. Throws BNL016 where it cannot be told, and where there are several. */
export async function tellTool(operands: readonly Operand[], world: Pick<World, 'files'>): Promise<ToolName> {
  const tools: ToolName[] = [];
  for (const { path, files } of operands) tools.push(tellOne(await readBeginnings(files, world), path));
  const [first] = tools;
  if (first === undefined || tools.some((tool) => tool !== first)) throw userError('BNL016', { problem: `The files are of several tools: ${[...new Set(tools)].join(', ')}`, fix: 'Ingest each tool\'s files by themselves.' });
  return first;
}

/** Why an output gave nothing under the tool that was named, where it is another's; else null. */
export async function tellOther({ files }: Operand, tool: ToolName, world: Pick<World, 'files'>): Promise<string | null> {
  const others = detectTools(await readBeginnings(files, world));
  return others.length === 0 || others.includes(tool) ? null : `it looks like ${others.join(' or ')}: use --tool ${others.join('|')}`;
}

async function readBeginnings(files: Operand['files'], world: Pick<World, 'files'>): Promise<SourceFile[]> {
  const beginnings: SourceFile[] = [];
  for (const { path, from } of files.slice(0, lookedAt.files)) beginnings.push({ path, text: await world.files.readBeginning(from, lookedAt.bytes) });
  return beginnings;
}

/** What could be of two tools is said, not guessed. */
function tellOne(files: readonly SourceFile[], path: string): ToolName {
  const [only, ...others] = detectTools(files);
  if (only === undefined) throw userError('BNL016', { problem: `Which tool wrote ${path} cannot be told`, fix: 'Name it with --tool; benchline ingest --help lists the tools.' });
  if (others.length > 0) throw userError('BNL016', { problem: `${path} could be output of ${[only, ...others].join(' or ')}`, fix: `Name it with --tool ${[only, ...others].join('|')}.` });
  return only;
}
