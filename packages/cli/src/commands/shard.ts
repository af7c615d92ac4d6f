import { relative } from 'node:path';
import type { CommandDefinition, CommandResult } from '../command-definition.js';
import { findWorkspace } from '../config/find-workspace.js';
import type { World } from '../ports/world.js';
import { renderShard, shardFormats, type ShardFormat } from '../shard/shard-format.js';
import { shardableProjects } from '../shard/shardable-projects.js';
import { splitProjects, type ShardProject } from '../shard/split-projects.js';
import { userError } from '../user-error.js';

export interface ShardOptions {
  /** Which of the machines this is, from 1. */
  index?: string;
  /** How many machines there are. */
  total?: string;
  /** Only what the change since this ref reaches; `true`: since the merge base. */
  affected?: string | true;
  format?: string;
}

const mostShards = 1000;

/** Which projects this machine measures when several share the work. Every machine that asks at the same commit computes the same split. */
export async function runShard(options: ShardOptions, world: World): Promise<CommandResult> {
  const { index, total, format } = readOptions(options);
  const { root } = await findWorkspace(world, world.cwd);
  const affected = options.affected === undefined ? undefined : options.affected === true ? null : options.affected;
  const { projects, unknown } = await shardableProjects(world, { root, affected });
  const shards = splitProjects(projects, total);
  const mine = shards[index - 1]!;
  const shown = (folder: string): string => relative(root, folder).replaceAll('\\', '/') || '.';
  for (const folder of unknown) world.stderr.write(`${shown(folder)} has a Benchline config, and the task runner knows no project there: no shard measures it.\n`);
  const entry = ({ name, folder, durationMs }: ShardProject) => ({ name, folder: shown(folder), durationMs });
  const json = { index, total, projects: mine.projects.map(entry), shards: shards.map((each) => ({ projects: each.projects.map(({ name }) => name), expectedMs: each.expectedMs })), unknown: unknown.map(shown) };
  return { exitCode: 0, json, text: renderShard(mine.projects, format, root) };
}

function readOptions({ index, total, format }: ShardOptions): { index: number; total: number; format: ShardFormat } {
  const count = wholeNumber(total);
  if (count === null || count > mostShards) throw userError('BNL016', { problem: total === undefined ? 'Of how many shards, is not said' : `--total ${total} is no number of shards`, fix: `Pass --total N, from 1 to ${mostShards}.` });
  const place = wholeNumber(index);
  if (place === null || place > count) throw userError('BNL016', { problem: index === undefined ? 'Which shard, is not said' : `There is no shard ${index} of ${count}`, fix: `Pass --index I, from 1 to ${count}: the first machine is 1.` });
  const known = shardFormats.find((each) => each === (format ?? 'nx'));
  if (known === undefined) throw userError('BNL016', { problem: `--format ${format ?? ''} is not known`, fix: `Pass one of ${shardFormats.join(', ')}.` });
  return { index: place, total: count, format: known };
}

/** From 1; null for anything else. */
function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^[1-9][0-9]{0,8}$/.test(text) ? Number(text) : null;
}

export const shardCommand: CommandDefinition<ShardOptions> = {
  name: 'shard',
  summary: 'say which projects one of several machines measures',
  examples: [
    { line: 'benchline shard --index 1 --total 3', does: 'the first third of all projects, as nx run-many -p wants them' },
    { line: 'benchline shard --index 2 --total 3 --affected', does: 'of those that the change since the merge base reaches' },
    { line: 'benchline shard --index 3 --total 3 --format turbo', does: 'as --filter arguments of turbo run' },
  ],
  declare(command) {
    command
      .option('--index <number>', 'which machine this is, from 1 to --total')
      .option('--total <number>', 'how many machines share the work')
      .option('--affected [base]', 'only projects that the change since this ref reaches, default: since the merge base; needs Nx or Turborepo')
      .option('--format <format>', 'nx (a,b), turbo (--filter=a --filter=b), lines (a name each) or folders (a folder each), default: nx');
  },
  run: ({ options }, world) => runShard(options, world),
};
