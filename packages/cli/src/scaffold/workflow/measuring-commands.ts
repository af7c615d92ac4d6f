import { writeProvenanceFile } from '../provenance-recipe.js';
import type { Snapshot } from '../scaffold-plan.js';
import { targetNames } from './target-names.js';
import type { WorkflowOptions } from './workflow-options.js';

/** What a workflow calls to measure, by the task runner. A null: each project by itself. */
export interface MeasuringCommands {
  /** A pull request beside its merge base. */
  paired: { task: string | null; each: boolean; objectives: string | null; objectivesEach: boolean };
  /** Against the stored baseline: what the pull request reaches, what changed since NX_BASE, everything. */
  stored: { affected: string | null; since: string | null; all: string | null };
  /** The variable that tells the task runner where a pull request began; null: nobody asks it. */
  baseVariable: string | null;
}

interface Runner {
  /** What stands before a program's name. */
  execute: string;
}

const everyProject: MeasuringCommands = {
  paired: { task: null, each: true, objectives: null, objectivesEach: true },
  stored: { affected: null, since: null, all: null },
  baseVariable: null,
};

export function measuringCommands(snapshot: Snapshot, { runner, mode }: WorkflowOptions, { execute }: Runner): MeasuringCommands {
  const commands = runner === 'nx' ? nxCommands(snapshot, execute) : runner === 'turbo' ? turboCommands(snapshot, execute) : everyProject;
  const asks = mode === 'paired' ? commands.paired.task !== null : commands.stored.affected !== null;
  return asks ? commands : { ...commands, baseVariable: null };
}

function nxCommands(snapshot: Snapshot, execute: string): MeasuringCommands {
  const { compare, paired, slo } = targetNames(snapshot);
  const stored = [compare, slo].filter((name) => name !== null).join(' ');
  const affected = (targets: string | null): string | null => (targets === null ? null : `${execute}nx affected -t ${targets} --parallel=1`);
  const measured = compare === null ? null : stored;
  return {
    paired: { task: affected(paired), each: paired === null, objectives: affected(slo), objectivesEach: slo === null },
    stored: { affected: affected(measured), since: affected(measured), all: measured === null ? null : `${execute}nx run-many -t ${measured} --parallel=1` },
    baseVariable: 'NX_BASE',
  };
}

/** Turborepo knows only the tasks that turbo.json has. What measures by `bench` needs the provenance file, and before turbo looks at its inputs. */
function turboCommands(snapshot: Snapshot, execute: string): MeasuringCommands {
  const text = snapshot.get('turbo.json') ?? '';
  const has = (task: string): boolean => new RegExp(`"${task}"\\s*:`).test(text);
  const run = (tasks: string, more = ''): string => `${execute}turbo run ${tasks}${more} --concurrency=1 --continue`;
  const keyed = (tasks: string, more = '', env = ''): string => `${execute}${writeProvenanceFile} && ${env}${run(tasks, more)}`;
  const stored = ['bench-compare', 'bench-slo'].filter(has).join(' ');
  const judged = has('bench-compare') ? { affected: keyed(stored, ' --affected'), since: keyed(stored, ' --affected', 'TURBO_SCM_BASE="$NX_BASE" '), all: keyed(stored) } : everyProject.stored;
  const paired = has('bench-paired');
  const objectives = paired && has('bench-slo');
  return {
    paired: { task: paired ? run('bench-paired', ' --affected') : null, each: !paired, objectives: objectives ? keyed('bench-slo', ' --affected') : null, objectivesEach: !objectives },
    stored: judged,
    baseVariable: 'TURBO_SCM_BASE',
  };
}
