import { basename, join, relative } from 'node:path';
import { createFinding, type Finding, type SuiteConfig, type ToolName } from '@benchline/core/model';
import { assembleSuite } from '@benchline/core/judge';
import { adapterFor, detectTools, type Parsed, type SourceFile } from '@benchline/core/parse';
import { folderName } from '../artefacts/folder-name.js';
import type { LoadedConfig } from '../config/load-config.js';
import type { World } from '../ports/world.js';
import { userError, UserError } from '../user-error.js';
import { harnessOf, reportProvenance } from './provenance.js';
import { createRedactor, redactFolder, type Redactor } from './redaction.js';
import { readOperand } from './read-operand.js';
import { reportPlaces } from './report-places.js';
import { requireReadings } from './require-readings.js';
import { writeReport, type WrittenReport } from './write-report.js';

export interface IngestRequest {
  loaded: LoadedConfig;
  tool: ToolName | 'auto';
  /** Absolute paths of files or folders: a round each. */
  paths: readonly string[];
  suite: string | null;
  /** Absolute path of the report; null: the project's own. */
  output: string | null;
}

/** Reads output that exists into a report. Throws, with everything that is wrong, before anything is written. */
export async function ingestFiles({ loaded, tool, paths, suite: name, output }: IngestRequest, world: World): Promise<WrittenReport> {
  const { config, projectRoot } = loaded;
  await requireAll(paths, world);
  const operands = await Promise.all(paths.map((path) => readOperand(path, world)));
  const known = tool === 'auto' ? tell(operands, paths) : tool;
  const configured = config.suites.filter((suite) => suite.tool === known);
  const suite: Pick<SuiteConfig, 'name' | 'filter'> = { name: name ?? (configured.length === 1 ? configured[0]?.name : undefined) ?? known, filter: null };
  const redactor = createRedactor(config.env.redact, world.host);
  const root = await world.files.realPath(projectRoot);
  const rounds = operands.map((files) => readRound(files.map((file) => ({ ...file, root })), known, { suite, redactor }));
  const { suite: assembled, findings } = assembleSuite({ name: suite.name, tool: known, provenance: provenanceOf(rounds, known), rounds });
  const found = [...loaded.warnings, ...rounds.flatMap((round) => round.findings), ...findings];
  refuseErrors(found);
  const places = reportPlaces(projectRoot, output);
  const facts = { config, host: await world.host.facts(), commit: await world.git.commit(projectRoot), measured: 'elsewhere' as const, redactor };
  const provenance = reportProvenance(facts, world);
  await keepRaw(operands, { paths, folder: join(places.work.folder, folderName(suite.name)), root: places.work.folder, redactor }, world);
  return writeReport({ project: config.project, provenance, suites: [assembled], sampled: [{ name: suite.name, rounds }], findings: redactor.value(found), summary: config.summary }, places, world);
}

async function requireAll(paths: readonly string[], world: World): Promise<void> {
  const present = await Promise.all(paths.map((path) => world.files.exists(path)));
  const missing = paths.filter((_, index) => present[index] === false);
  if (missing.length > 0) throw new UserError(missing.map((path) => createFinding('BNL008', { path, purpose: 'tool output to read' }, { file: path })), 2);
}

function tell(operands: readonly SourceFile[][], paths: readonly string[]): ToolName {
  const tools = operands.map((files, index) => tellOne(files, paths[index] as string));
  const [first] = tools;
  if (first === undefined || tools.some((tool) => tool !== first)) throw userError('BNL016', { problem: `The files are of several tools: ${[...new Set(tools)].join(', ')}`, fix: 'Ingest each tool\'s files by themselves.' });
  return first;
}

/** What could be of two tools is said, not guessed. */
function tellOne(files: readonly SourceFile[], path: string): ToolName {
  const [only, ...others] = detectTools(files);
  if (only === undefined) throw userError('BNL016', { problem: `Which tool wrote ${path} cannot be told`, fix: 'Name it with --tool; benchline ingest --help lists the tools.' });
  if (others.length > 0) throw userError('BNL016', { problem: `${path} could be output of ${[only, ...others].join(' or ')}`, fix: `Name it with --tool ${[only, ...others].join('|')}.` });
  return only;
}

function readRound(files: readonly SourceFile[], tool: ToolName, { suite, redactor }: { suite: Pick<SuiteConfig, 'name' | 'filter'>; redactor: Redactor }): Parsed {
  const parsed = adapterFor(tool).parse(files);
  requireReadings(parsed, suite);
  return redactor.value({ ...parsed, findings: parsed.findings.map((finding) => ({ suite: suite.name, ...finding })) });
}

function provenanceOf(rounds: readonly Parsed[], tool: ToolName): Parameters<typeof assembleSuite>[0]['provenance'] {
  return { harness: harnessOf(rounds, null, tool), toolchain: [], command: [], filter: null, threads: null, dataset: null, seed: null, env: {}, build: { profile: null, flags: [] } };
}

function refuseErrors(findings: readonly Finding[]): void {
  const errors = findings.filter(({ level }) => level === 'error');
  if (errors.length > 0) throw new UserError(errors, 2);
}

/** Copies what was read to where the report's raw output lies, by round, under names that are harmless everywhere. */
async function keepRaw(operands: readonly SourceFile[][], { paths, folder, root, redactor }: { paths: readonly string[]; folder: string; root: string; redactor: Redactor }, world: World): Promise<void> {
  await world.files.remove(root);
  for (const [index, files] of operands.entries()) {
    const operand = paths[index] as string;
    for (const { path } of files) {
      const inside = relative(operand, path);
      const names = (inside === '' ? basename(path) : inside).split(/[\\/]/).map(folderName);
      await world.files.copy(path, join(folder, `round-${index + 1}`, ...names));
    }
  }
  await redactFolder(redactor, root, world.files);
}
