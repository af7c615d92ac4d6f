import { join } from 'node:path';
import type { CommandDefinition, CommandGroup, CommandResult, ProjectOptions } from '../command-definition.js';
import { declareProjectOptions } from '../command-definition.js';
import { loadConfig, type LoadedConfig } from '../config/load-config.js';
import type { BaselinePlace } from '../govern/baseline-place.js';
import { claimingPointer, pointedAt, readPointer, swapPointer } from '../govern/baseline-pointer.js';
import { listBaselines, readStoredBaseline } from '../govern/baseline-store.js';
import { planRetirement, retireBaselines } from '../govern/retire-baselines.js';
import { textOptions } from '../govern/text-options.js';
import type { World } from '../ports/world.js';
import { userError } from '../user-error.js';
import { renderBaselineList, renderBaselineText, renderRetention } from '@benchline/core/render';

export interface BaselineOptions extends ProjectOptions {
  id?: string;
  dryRun?: boolean;
}

async function open(options: BaselineOptions, world: World): Promise<{ loaded: LoadedConfig; place: BaselinePlace }> {
  const loaded = await loadConfig(world, options);
  return { loaded, place: { world, folder: join(loaded.projectRoot, loaded.config.baselines.directory) } };
}

/** Every baseline, newest first, and which are in force. */
export async function runBaselineList(options: BaselineOptions, world: World): Promise<CommandResult> {
  const { place } = await open(options, world);
  const { baselines, unfinished } = await listBaselines(place);
  const pointer = await readPointer(place);
  const left = unfinished.map((id) => `${id}: left by an interrupted promotion, not a baseline; promote again or remove the folder.\n`);
  return { exitCode: 0, json: { baselines, current: pointer.current, unfinished }, text: [renderBaselineList(baselines, pointer, textOptions(world)), ...left].join('') };
}

/** One baseline with its promotion record; its reports are held against their digests. */
export async function runBaselineShow(options: BaselineOptions, world: World): Promise<CommandResult> {
  const { place } = await open(options, world);
  const { baseline } = await readStoredBaseline(place, { id: demandId(options) });
  return { exitCode: 0, json: baseline, text: renderBaselineText(baseline, textOptions(world)) };
}

/** Removes what retention does not keep. */
export async function runBaselinePrune(options: BaselineOptions, world: World): Promise<CommandResult> {
  const { loaded, place } = await open(options, world);
  const dryRun = options.dryRun ?? false;
  const plan = dryRun ? await planRetirement(place, loaded.config.baselines) : await retireBaselines(place, loaded.config.baselines);
  return { exitCode: 0, json: { ...plan, dryRun }, text: renderRetention(plan, { dryRun }) };
}

/** Puts an older baseline in force again for its host class. */
export async function runBaselineRestore(options: BaselineOptions, world: World): Promise<CommandResult> {
  const { place } = await open(options, world);
  const { baseline, digest } = await readStoredBaseline(place, { id: demandId(options) });
  const { id, hostClass } = baseline;
  const seen = pointedAt(await readPointer(place), hostClass);
  const restored = seen?.id !== id;
  if (restored && !options.dryRun) await claimingPointer(place, () => swapPointer(place, hostClass, { seen, to: { id, digest } }));
  const verb = options.dryRun ? 'would be in force' : 'is in force';
  const text = restored ? `${id} ${verb} for ${hostClass}, in place of ${seen?.id ?? 'none'}.\n` : `${id} is in force for ${hostClass} already.\n`;
  return { exitCode: 0, json: { id, hostClass, previous: seen?.id ?? null, restored: restored && !options.dryRun }, text };
}

function demandId({ id }: BaselineOptions): string {
  if (id !== undefined) return id;
  throw userError('BNL016', { problem: 'The id of a baseline is missing', fix: 'benchline baseline list shows the ids.' });
}

function definition(name: string, summary: string, { example, takesId, changes, run }: { example: string; takesId: boolean; changes: boolean; run: (options: BaselineOptions, world: World) => Promise<CommandResult> }): CommandDefinition<BaselineOptions> {
  return {
    name,
    summary,
    examples: [{ line: example, does: summary }],
    declare(command) {
      if (takesId) command.argument('<id>', 'the baseline');
      if (changes) command.option('--dry-run', 'show what would change and change nothing');
      declareProjectOptions(command);
    },
    run: ({ operands, options }, world) => run({ ...options, ...(operands[0] === undefined ? {} : { id: operands[0] }) }, world),
  };
}

export const baselineCommand: CommandGroup = {
  name: 'baseline',
  summary: 'list, show, prune and restore baselines',
  examples: [
    { line: 'benchline baseline list', does: 'every baseline, and which are in force' },
    { line: 'benchline baseline prune --dry-run', does: 'what retention would remove' },
    { line: 'benchline baseline restore ID', does: 'put an older baseline in force again' },
  ],
  subcommands: [
    definition('list', 'every baseline, and which are in force', { example: 'benchline baseline list', takesId: false, changes: false, run: runBaselineList }),
    definition('show', 'one baseline with its promotion record', { example: 'benchline baseline show ID', takesId: true, changes: false, run: runBaselineShow }),
    definition('prune', 'remove what retention does not keep', { example: 'benchline baseline prune --dry-run', takesId: false, changes: true, run: runBaselinePrune }),
    definition('restore', 'put an older baseline in force again', { example: 'benchline baseline restore ID', takesId: true, changes: true, run: runBaselineRestore }),
  ],
};
