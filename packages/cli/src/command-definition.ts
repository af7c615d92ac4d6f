import type { Command } from 'commander';
import type { ExitCode } from '@benchline/core/model';
import type { World } from './ports/world.js';

/** What a command gives back; main prints it. */
export interface CommandResult {
  exitCode: ExitCode;
  /** The value of `--json`. */
  json: unknown;
  /** What a person reads on the terminal. */
  text: string;
  /** The value of `--markdown`. */
  markdown?: string;
  /** Workflow commands (`::error::...`), printed on GitHub Actions alone. */
  annotations?: string;
}

/** A use of a command, shown first in its help. */
export interface CommandExample {
  line: string;
  does: string;
}

/** What was written on the command line: operands in their order, options by their camel-cased names. */
export interface Invocation<Options = Record<string, unknown>> {
  operands: readonly string[];
  options: Options;
}

/** One command: how it is written, and what it does. `--json`, `--help` and `--no-color` are every command's; main adds them. */
export interface CommandDefinition<Options = never> {
  name: string;
  /** One line, a verb first. */
  summary: string;
  /** The three commonest uses. */
  examples: readonly CommandExample[];
  /** Gives Markdown too: main adds `--markdown`. */
  markdown?: boolean;
  /** Adds operands and options to the commander command. */
  declare(command: Command): void;
  run(invocation: Invocation<Options>, world: World): Promise<CommandResult>;
}

/** Commands under a common name: `baseline list`, `audit verify`. */
export interface CommandGroup {
  name: string;
  summary: string;
  examples: readonly CommandExample[];
  subcommands: readonly CommandDefinition[];
}

/** A row of the command table: what the general help shows, and how to load the rest when it is needed. */
export interface CommandRow {
  name: string;
  summary: string;
  load(): CommandDefinition | CommandGroup;
}

/** Options of the commands that work on a project. */
export interface ProjectOptions {
  project?: string;
  config?: string;
}

/** Adds `--project` and `--config`. */
export function declareProjectOptions(command: Command): Command {
  return command.option('--project <folder>', 'the project, default: the current folder').option('--config <file>', 'config file instead of the project\'s benchline.json|yaml|yml|toml');
}

/** Option of the commands that judge. */
export interface ProfileOptions {
  /** Name of the profile to judge by. */
  profile?: string;
}

/** Adds `--profile`. */
export function declareProfileOption(command: Command): Command {
  return command.option('--profile <name>', 'judge by this profile instead of the one found for the machine');
}
