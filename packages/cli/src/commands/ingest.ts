import { resolve } from 'node:path';
import { InvalidArgumentError } from 'commander';
import type { ToolName } from '@benchline/core/model';
import { adapters } from '@benchline/core/parse';
import type { CommandDefinition, CommandResult, ProjectOptions } from '../command-definition.js';
import { declareProjectOptions } from '../command-definition.js';
import { loadConfig } from '../config/load-config.js';
import { ingestFiles } from '../measure/ingest-files.js';
import { presentReport } from '../measure/present-report.js';
import type { World } from '../ports/world.js';

export interface IngestOptions extends ProjectOptions {
  /** Whose output the files are; auto: told by their content. */
  tool?: ToolName | 'auto';
  /** Output files, or folders of them (Criterion's); each is a round. */
  files: readonly string[];
  /** The suite's name in the report; default: the configured suite of the tool if there is one, else the tool's name. */
  suite?: string;
  /** The tool's version where its output does not tell it; recorded as stated by the user. */
  toolVersion?: string;
  /** Report file; default: .benchline/report.json. */
  output?: string;
}

/** Makes a report of output that exists already; runs nothing. On any error nothing is written. */
export async function runIngest(options: IngestOptions, world: World): Promise<CommandResult> {
  const loaded = await loadConfig(world, options);
  const paths = options.files.map((path) => resolve(world.cwd, path));
  const output = options.output === undefined ? null : resolve(world.cwd, options.output);
  const written = await ingestFiles({ loaded, tool: options.tool ?? 'auto', paths, suite: options.suite ?? null, toolVersion: options.toolVersion ?? null, output }, world);
  return presentReport(written, loaded, world);
}

const tools: readonly string[] = ['auto', ...adapters.map(({ tool }) => tool).sort()];

function parseVersion(text: string): string {
  if (!/^[\w.+-]{1,64}$/.test(text) || !/\d/.test(text)) throw new InvalidArgumentError('It must be a version such as 1.2.3.');
  return text;
}

function parseTool(text: string): string {
  if (!tools.includes(text)) throw new InvalidArgumentError(`It must be one of ${tools.join(', ')}.`);
  return text;
}

export const ingestCommand: CommandDefinition<Omit<IngestOptions, 'files'>> = {
  name: 'ingest',
  summary: 'make a report of existing tool output',
  examples: [
    { line: 'benchline ingest results.json', does: 'read a tool\'s output, whatever the tool' },
    { line: 'benchline ingest --tool criterion target/criterion', does: 'read the folder Criterion wrote' },
    { line: 'benchline ingest --tool hyperfine run-1.json run-2.json', does: 'read two rounds' },
  ],
  declare(command) {
    command
      .argument('<files...>', 'output files or folders, one a round')
      .option('--tool <tool>', `whose output it is: ${tools.join(', ')}`, parseTool, 'auto')
      .option('--suite <name>', 'name of the suite in the report')
      .option('--tool-version <version>', 'version of the tool, where its output does not tell it', parseVersion)
      .option('--output <file>', 'write the report here, default: .benchline/report.json');
    declareProjectOptions(command);
  },
  run: ({ operands, options }, world) => runIngest({ ...options, files: operands }, world),
};
