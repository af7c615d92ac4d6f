import { Command, CommanderError } from 'commander';
import type { CommandDefinition, CommandExample, CommandGroup, CommandRow } from './command-definition.js';
import { packageVersion } from './package-version.js';
import { userError } from './user-error.js';

/** What the command line asks for: text to print (help, version), or a command with what was written after it. */
export type Request = { print: string } | { definition: CommandDefinition; operands: string[]; options: Record<string, unknown> };

const description = 'Tells whether a change made the code slower, and how sure that is.';
const firstSteps: readonly CommandExample[] = [
  { line: 'benchline bench', does: 'measure this project' },
  { line: 'benchline compare', does: 'compare the measurement with the baseline' },
  { line: 'benchline promote --reason "first baseline"', does: 'make the measurement the baseline' },
];

/** Reads a command line. Only the command that is named is loaded. A command line that makes no sense is a UserError (BNL016). */
export function readCommandLine(argv: readonly string[], table: readonly CommandRow[]): Request {
  let printed = '';
  let request: Request | null = null;
  const program = withManners(new Command('benchline'), (text) => { printed += text; });
  const accept = (accepted: Request) => { request = accepted; };
  const named = argv.find((word) => !word.startsWith('-'));
  program.description(description).version(packageVersion, '-V, --version', 'print the version').usage('<command> [options]').helpCommand('help [command]', 'help on a command');
  program.addHelpText('after', footer(firstSteps, 'Exit codes: 0 success, 2 bad input, 3 regression or objective missed, 4 tool failed.\nHelp on a command: benchline <command> --help'));
  for (const row of table) addRow(program, row, argv.includes(row.name) && (named === row.name || named === 'help') ? accept : null);
  try {
    program.parse(argv.length === 0 ? ['--help'] : [...argv], { from: 'user' });
  } catch (cause) {
    if (!(cause instanceof CommanderError)) throw cause;
    if (cause.exitCode !== 0) throw misuse(cause, argv);
  }
  return request ?? { print: printed };
}

function addRow(program: Command, row: CommandRow, accept: ((request: Request) => void) | null): void {
  const command = program.command(row.name).summary(row.summary).description(row.summary);
  if (accept === null) return;
  const loaded = row.load();
  if (!('subcommands' in loaded)) return addDefinition(command, loaded, accept);
  command.usage('<command> [options]').addHelpText('before', header(loaded));
  for (const inner of loaded.subcommands) addDefinition(command.command(inner.name).summary(inner.summary), inner, accept);
}

function addDefinition(command: Command, definition: CommandDefinition, accept: (request: Request) => void): void {
  definition.declare(command);
  command.description(definition.summary).addHelpText('before', header(definition));
  command.option('--json', 'print the result as JSON');
  if (definition.markdown) command.option('--markdown', 'print the result as Markdown');
  command.option('--no-color', 'no colours; NO_COLOR=1 does the same');
  command.action(() => accept({ definition, operands: [...command.args], options: command.opts() }));
}

/** commander writes and exits by itself; here it throws, and what it would print is kept. */
function withManners(program: Command, print: (text: string) => void): Command {
  return program.exitOverride().configureOutput({ writeOut: print, writeErr: () => undefined, getOutHelpWidth: () => 100, getOutHasColors: () => false }).showSuggestionAfterError(true).enablePositionalOptions();
}

function header({ examples }: CommandDefinition | CommandGroup): string {
  return `Common uses:\n${renderExamples(examples)}\n`;
}

function footer(examples: readonly CommandExample[], rest: string): string {
  return `\nFirst steps:\n${renderExamples(examples)}\n\n${rest}`;
}

function renderExamples(examples: readonly CommandExample[]): string {
  const width = Math.max(0, ...examples.map(({ line }) => line.length));
  return examples.map(({ line, does }) => `  ${line.padEnd(width)}  ${does}`).join('\n');
}

function misuse(cause: CommanderError, argv: readonly string[]): Error {
  const [first = '', ...rest] = cause.message.replace(/^error: /, '').split('\n');
  const named = argv.find((word) => !word.startsWith('-'));
  const suggestion = rest.join(' ').replace(/^\(|\)$/g, '').trim();
  const help = `benchline ${cause.code === 'commander.unknownCommand' || named === undefined ? '' : `${named} `}--help shows what there is.`;
  const problem = first === '(outputHelp)' ? 'A subcommand is missing' : capitalised(first.replace(/\.$/, ''));
  return userError('BNL016', { problem, fix: suggestion === '' ? help : `${suggestion} ${help}` });
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
