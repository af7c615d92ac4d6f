import { dirname, join } from 'node:path';
import { createFinding, type Finding, type SuiteConfig, type SuiteProvenance, type ToolName } from '@benchline/core/model';
import { assembleSuite } from '@benchline/core/judge';
import type { Parsed, ToolAdapter } from '@benchline/core/parse';
import { folderName } from '../artefacts/folder-name.js';
import type { LoadedConfig } from '../config/load-config.js';
import type { World } from '../ports/world.js';
import type { UnreadFile } from '../tools/output-file.js';
import { UserError, userError } from '../user-error.js';
import { chooseSuite } from './ingested-suite.js';
import { createRawKeeper, type IngestedRound, type RawKeeper } from './keep-raw.js';
import { listOperand, type Operand } from './list-operand.js';
import { harnessOf, reportProvenance } from './provenance.js';
import { readOutput } from './read-output.js';
import { redactParsed } from './redact-parsed.js';
import { createRedactor, type Redactor } from './redaction.js';
import { reportPlaces, type ReportPlaces } from './report-places.js';
import { hasReadings, nothingMeasured, refuseTooMany } from './require-readings.js';
import { tellOther, tellTool } from './tell-tool.js';
import { writeReport, type WrittenReport } from './write-report.js';

export interface IngestRequest {
  loaded: LoadedConfig;
  tool: ToolName | 'auto';
  /** Absolute paths of files or folders: a round each. */
  paths: readonly string[];
  suite: string | null;
  /** What the user says of the tool's version; null: nothing. */
  toolVersion: string | null;
  /** Absolute path of the report; null: the project's own. */
  output: string | null;
}

/** Reads output that exists into a report. Throws, with everything that is wrong, and leaves nothing behind. */
export async function ingestFiles({ loaded, tool, paths, suite: name, toolVersion, output }: IngestRequest, world: World): Promise<WrittenReport> {
  const { config, projectRoot } = loaded;
  await requireAll(paths, world);
  const root = await world.files.realPath(projectRoot);
  const operands = await Promise.all(paths.map((path) => listOperand(path, root, world)));
  // Git is asked while files are read.
  const commit = world.git.commit(projectRoot);
  const known = tool === 'auto' ? await tellTool(operands, world) : tool;
  const { suite, adapter } = await chooseSuite({ suites: config.suites, tool: known, name });
  const redactor = createRedactor(config.env.redact, world.host);
  const places = reportPlaces(projectRoot, output);
  return inWorkFolder({ places, suite: suite.name, redactor }, world, async (raw) => {
    const rounds: ReadRound[] = [];
    for (const [index, operand] of operands.splice(0).entries()) rounds.push(await readRound(operand, { adapter, suite, redactor, raw, round: index + 1 }, world));
    const parsed = rounds.map((round) => round.parsed);
    const { suite: assembled, findings } = assembleSuite({ name: suite.name, tool: known, provenance: provenanceOf(parsed, known, toolVersion), rounds: parsed });
    const found = [...loaded.warnings, ...parsed.flatMap((round) => round.findings), ...findings];
    refuseErrors(found);
    for (const { files, ...round } of rounds) await raw.keep(files, round);
    const facts = { config, host: await world.host.facts(), commit: await commit, measured: 'elsewhere' as const, redactor };
    const parts = { project: config.project, provenance: reportProvenance(facts, world), suites: [assembled], sampled: [{ name: suite.name, rounds: parsed }], findings: redactor.value(found), summary: config.summary };
    return writeReport({ ...parts, raw: raw.kept() }, places, world);
  });
}

async function requireAll(paths: readonly string[], world: World): Promise<void> {
  const present = await Promise.all(paths.map((path) => world.files.exists(path)));
  const missing = paths.filter((_, index) => present[index] === false);
  if (missing.length > 0) throw new UserError(missing.map((path) => createFinding('BNL008', { path, purpose: 'tool output to read' }, { file: path })), 2);
}

interface ReadRound extends IngestedRound {
  /** What is not kept yet. */
  files: readonly UnreadFile[];
  parsed: Parsed;
}

interface RoundContext {
  adapter: ToolAdapter;
  suite: Pick<SuiteConfig, 'name' | 'filter'>;
  redactor: Redactor;
  raw: RawKeeper;
  round: number;
}

async function readRound(operand: Operand, { adapter, suite, redactor, raw, round }: RoundContext, world: World): Promise<ReadRound> {
  const ingested = { operand: operand.path, round };
  const early = keepEarly(operand, { adapter, redactor, raw, ingested });
  const { parsed, used } = await readOutput(adapter, operand.files, { files: world.files, signal: world.signal, archiver: raw.archiver(ingested) });
  refuseTooMany(parsed, suite);
  if (!hasReadings(parsed)) throw nothingMeasured(parsed, suite, { file: operand.path, because: await tellOther(operand, adapter.tool, world) });
  await early;
  return { ...ingested, files: early === null ? used : [], parsed: redactParsed({ ...parsed, findings: parsed.findings.map((finding) => ({ suite: suite.name, ...finding })) }, redactor) };
}

/** What is read line by line is kept while it is read: writing waits for the disk, reading for the processor. null: it is kept later. */
function keepEarly({ files }: Operand, { adapter, redactor, raw, ingested }: Pick<RoundContext, 'adapter' | 'redactor' | 'raw'> & { ingested: IngestedRound }): Promise<void> | null {
  const unread = files.filter((file): file is UnreadFile => !('text' in file));
  if (adapter.createReader === undefined || redactor.hasPatterns || unread.length < files.length) return null;
  const keeping = raw.keep(unread, ingested);
  // Should reading fail first, that is what is told.
  keeping.catch(() => undefined);
  return keeping;
}

function provenanceOf(rounds: readonly Parsed[], tool: ToolName, stated: string | null): Parameters<typeof assembleSuite>[0]['provenance'] {
  return { harness: withStatedVersion(harnessOf(rounds, null, tool), stated), toolchain: [], command: [], filter: null, threads: null, dataset: null, seed: null, env: {}, build: { profile: null, flags: [] } };
}

/** What the output tells is not overruled: a version that contradicts it is a mistake. */
function withStatedVersion(harness: SuiteProvenance['harness'], stated: string | null): SuiteProvenance['harness'] {
  if (stated === null || harness.version === stated) return harness;
  if (harness.version !== null) throw userError('BNL016', { problem: `The output was written by ${harness.name} ${harness.version}, not ${stated}`, fix: 'Leave --tool-version out: the output tells the version.' });
  return { ...harness, version: stated, versionStated: true };
}

function refuseErrors(findings: readonly Finding[]): void {
  const errors = findings.filter(({ level }) => level === 'error');
  if (errors.length > 0) throw new UserError(errors, 2);
}

/** Whatever prevents the work leaves nothing behind: the files themselves are where they were. */
async function inWorkFolder<T>({ places, suite, redactor }: { places: ReportPlaces; suite: string; redactor: Redactor }, world: World, work: (raw: RawKeeper) => Promise<T>): Promise<T> {
  const { work: { folder }, raw } = places;
  const isFirst = !(await world.files.exists(dirname(folder)));
  const name = folderName(suite);
  try {
    await world.files.remove(folder);
    return await work(createRawKeeper({ folder: join(folder, name), shown: `${raw.shown}/${name}`, redactor }, world));
  } catch (cause) {
    await world.files.remove(isFirst ? dirname(folder) : folder);
    throw cause;
  }
}
