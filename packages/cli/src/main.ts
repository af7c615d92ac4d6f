import type { ExitCode, Finding } from '@benchline/core/model';
import { createFinding } from '@benchline/core/model';
import type { CommandResult, CommandRow } from './command-definition.js';
import { readCommandLine } from './command-line.js';
import { commandTable } from './command-table.js';
import type { World } from './ports/world.js';
import { printFindings } from './print-findings.js';
import { UserError, userError } from './user-error.js';

interface Format {
  json: boolean;
  markdown: boolean;
}

/** Runs one command line to its exit code. Everything it touches is in `world`; nothing is thrown. */
export async function main(argv: readonly string[], world: World, table: readonly CommandRow[] = commandTable): Promise<ExitCode> {
  const beforeOperands = argv.includes('--') ? argv.slice(0, argv.indexOf('--')) : argv;
  const seen: World = beforeOperands.includes('--no-color') ? { ...world, env: { ...world.env, NO_COLOR: '1', FORCE_COLOR: undefined } } : world;
  const format = { json: beforeOperands.includes('--json'), markdown: beforeOperands.includes('--markdown') };
  try {
    const request = readCommandLine(argv, table);
    if ('print' in request) {
      seen.stdout.write(request.print);
      return 0;
    }
    const result = await request.definition.run({ operands: request.operands, options: request.options as never }, seen);
    printResult(result, format, seen);
    return result.exitCode;
  } catch (cause) {
    return printFailure(cause, format, seen);
  }
}

function printResult(result: CommandResult, format: Format, world: World): void {
  const shown = format.json ? JSON.stringify(result.json, null, 2) : format.markdown ? result.markdown ?? result.text : result.text;
  world.stdout.write(withLineEnd(shown));
  if (result.annotations === undefined || world.env['GITHUB_ACTIONS'] !== 'true') return;
  const isDocument = format.json || (format.markdown && result.markdown !== undefined);
  const output = isDocument ? world.stderr : world.stdout;
  output.write(withLineEnd(result.annotations));
}

function printFailure(cause: unknown, { json }: Format, world: World): ExitCode {
  const { findings, exitCode } = asUserError(cause, world);
  if (json) world.stdout.write(`${JSON.stringify({ error: { findings, exitCode } }, null, 2)}\n`);
  else printFindings(findings, world);
  if (!(cause instanceof UserError) && world.env['BENCHLINE_DEBUG']) world.stderr.write(`${(cause as Error).stack ?? String(cause)}\n`);
  return exitCode;
}

function asUserError(cause: unknown, world: World): { findings: readonly Finding[]; exitCode: ExitCode } {
  if (cause instanceof UserError) return cause;
  if (world.signal.aborted) return userError('BNL021', { signal: String(world.signal.reason) });
  return { findings: [createFinding('BNL024', { problem: firstLine(cause) })], exitCode: 4 };
}

function firstLine(cause: unknown): string {
  const text = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  return (text.split('\n')[0] ?? '').slice(0, 500).replace(/\.$/, '');
}

function withLineEnd(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
