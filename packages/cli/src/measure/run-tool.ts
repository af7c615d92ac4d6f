import { basename } from 'node:path';
import { formatDuration } from '@benchline/core/model';
import type { ProcessResult } from '../ports/processes.js';
import type { World } from '../ports/world.js';
import type { SuiteRun, ToolCommand } from '../tools/tool-runner.js';
import { telltaleLine } from '../telltale-line.js';
import { userError, type UserError } from '../user-error.js';

export interface ToolStart {
  run: SuiteRun;
  command: ToolCommand;
  timeoutMs: number;
  /** Where stdout.txt and stderr.txt are kept. */
  outputFolder: string;
  onLine?: (line: string) => void;
}

/** Runs a tool to its good end. Throws BNL001 on a timeout, BNL010 where it is missing, BNL011 where it fails, BNL021 on Ctrl-C. */
export async function runTool(start: ToolStart, world: World): Promise<ProcessResult> {
  const { result, failure } = await tryTool(start, world);
  if (failure !== null) throw failure;
  return result;
}

/** Runs a tool, and says what `runTool` would throw. */
export async function tryTool({ run, command, timeoutMs, outputFolder, onLine }: ToolStart, world: World): Promise<{ result: ProcessResult; failure: UserError | null }> {
  const result = await world.processes.run({
    program: command.program,
    args: command.args,
    cwd: run.folder,
    env: { ...run.env, ...command.env },
    timeoutMs,
    signal: world.signal,
    stdoutFile: `${outputFolder}/stdout.txt`,
    stderrFile: `${outputFolder}/stderr.txt`,
    ...(onLine === undefined ? {} : { onLine }),
  });
  return { result, failure: failureOf(result, { run, command, timeoutMs }, world) };
}

function failureOf(result: ProcessResult, { run, command, timeoutMs }: Omit<ToolStart, 'outputFolder'>, world: World): UserError | null {
  const at = { suite: run.suite.name };
  const shown = shownCommand(command, run.projectRoot);
  const failed = (outcome: string): UserError => userError('BNL011', { command: shown, outcome: `${outcome}${lastWords(result)}` }, at);
  switch (result.outcome) {
    case 'exited':
      return result.code === 0 ? null : failed(`it ended with code ${result.code ?? 'unknown'}`);
    case 'signalled':
      return failed('it was killed by a signal');
    case 'timeout':
      return userError('BNL001', { command: shown, limit: formatDuration(timeoutMs) }, at);
    case 'aborted':
      return userError('BNL021', { signal: String(world.signal.reason ?? 'a signal') });
    case 'not-found':
      return userError('BNL010', { tool: `suite ${run.suite.name}`, program: command.program, install: 'Install it, or correct the first word of the suite\'s "command".' }, at);
    case 'not-startable':
      return failed('it could not be started');
  }
}

/** Program and arguments, paths inside the project relative, short enough for one line. */
function shownCommand({ program, args, shown }: ToolCommand, projectRoot: string): string {
  const line = shown ?? [basename(program), ...args].join(' ').replaceAll(`${projectRoot}/`, '');
  return line.length <= 160 ? line : `${line.slice(0, 159)}…`;
}

function lastWords(result: ProcessResult): string {
  const line = telltaleLine(result);
  return line === null ? '' : `; it said: ${line.slice(0, 400).replace(/\.$/, '')}`;
}
