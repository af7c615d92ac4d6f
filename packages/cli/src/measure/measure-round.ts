import type { Finding } from '@benchline/core/model';
import type { Parsed } from '@benchline/core/parse';
import type { ProcessResult } from '../ports/processes.js';
import type { World } from '../ports/world.js';
import { withServer, type ServedRound } from '../server/with-server.js';
import { runnerFor } from '../tools/runner-for.js';
import { suiteAdapter } from '../tools/suite-adapter.js';
import type { PreparedTool, RoundPlace, SuiteRun } from '../tools/tool-runner.js';
import { UserError } from '../user-error.js';
import { filterReadings } from './filter-readings.js';
import { readOutput } from './read-output.js';
import { redacting } from './redact-files.js';
import type { Redactor } from './redaction.js';
import { hasReadings } from './require-readings.js';
import { tryTool, type ToolStart } from './run-tool.js';
import { TransientFailure } from './transient-failure.js';

export interface RoundRequest {
  run: SuiteRun;
  prepared: PreparedTool;
  place: RoundPlace;
  redactor: Redactor;
  onLine?: (line: string) => void;
  /** Of the suite's server. */
  onServerLine?: ((line: string) => void) | undefined;
  /** Told why the round is run again. */
  onRetry?: (what: string) => void;
}

/** One process of a suite's tool, read. Its raw output stays in the round's folder, which is made anew. */
export async function measureRound({ run, prepared, place, redactor, onLine, onServerLine }: RoundRequest, world: World): Promise<Parsed> {
  await world.files.remove(place.folder);
  await world.files.makeFolder(place.folder);
  const { traits } = await runnerFor(run.suite.tool);
  const command = await prepared.plan(place);
  const start = { run, command, timeoutMs: run.suite.timeoutMs, outputFolder: place.folder, ...(onLine === undefined ? {} : { onLine }) };
  const { parsed, findings } = await redacting(redactor, { folder: place.folder, files: world.files }, () => withServer({ ...servedBy(run, place), ...(onServerLine === undefined ? {} : { onLine: onServerLine }) }, (served) => runAndRead(start, { prepared, place }, served), world));
  const kept = filterReadings(parsed, run.suite, traits.filter);
  return redactor.value({ ...kept, findings: [...findings, ...kept.findings].map((finding) => ({ suite: run.suite.name, ...finding })) });
}

function servedBy({ suite, projectRoot, env }: SuiteRun, { folder }: RoundPlace): ServedRound {
  return { server: suite.server, suite: suite.name, projectRoot, env, folder };
}

/** A failing exit is the tool's failure, unless that is how it tells of a failed benchmark and its output tells the same, or says nothing of its output. */
async function runAndRead(start: ToolStart, { prepared, place }: Pick<RoundRequest, 'prepared' | 'place'>, world: World): Promise<{ parsed: Parsed; findings: Finding[] }> {
  const { result, failure } = await tryTool(start, world);
  const endedWith = (codes: readonly number[] | undefined): boolean => result.code !== null && codes?.includes(result.code) === true;
  const stands = failure === null || endedWith(prepared.endsWell);
  if (!stands && !endedWith(prepared.benchmarkFailed)) throw await failureOf(failure, { start, prepared, place, result }, world);
  const read = await readRound({ start, prepared, place, result }, world);
  if (!stands && !hasFailed(read.parsed)) throw mayPass(read.parsed, result) ? new TransientFailure(failure) : failure;
  return read;
}

interface EndedRound extends Pick<RoundRequest, 'prepared' | 'place'> {
  start: ToolStart;
  result: ProcessResult;
}

async function readRound({ start, prepared, place, result }: EndedRound, world: World): Promise<{ parsed: Parsed; findings: Finding[] }> {
  const collected = await prepared.collect(place, result);
  const root = await world.files.realPath(start.run.projectRoot);
  const adapter = await suiteAdapter(start.run.suite);
  const { parsed } = await readOutput(adapter, collected.files.map((file) => ({ ...file, root })), world);
  return { parsed, findings: collected.findings };
}

function hasFailed({ readings }: Parsed): boolean {
  return readings.some(({ status }) => status === 'failed');
}

/** Whether a failing exit or a timeout is chance, for all that the output tells. A tool that has its numbers and ends with an error may have judged them: to ask it again would be to choose. */
function mayPass(parsed: Parsed, { outcome }: ProcessResult): boolean {
  return outcome === 'timeout' ? !hasFailed(parsed) : outcome === 'exited' && !hasReadings(parsed);
}

/** The output of a run that failed is read only where the round may be run again. */
async function failureOf(failure: UserError, ended: EndedRound, world: World): Promise<UserError> {
  const { outcome } = ended.result;
  if (ended.start.run.suite.retries === 0 || (outcome !== 'exited' && outcome !== 'timeout')) return failure;
  try {
    const { parsed } = await readRound(ended, world);
    return mayPass(parsed, ended.result) ? new TransientFailure(failure) : failure;
  } catch (cause) {
    const isTold = !(cause instanceof UserError) || cause.findings.some(({ code }) => code === 'BNL011' || code === 'BNL021');
    return isTold ? failure : new TransientFailure(failure);
  }
}
