import { join, relative } from 'node:path';
import { comparePaired } from '@benchline/core/judge';
import { createFinding, type Commit, type Comparison, type Finding, type Side, type SuiteConfig } from '@benchline/core/model';
import { artefactPaths } from '../artefacts/paths.js';
import type { LoadedConfig } from '../config/load-config.js';
import { acquireMachine } from '../measure/acquire-machine.js';
import { checkLoad } from '../measure/check-load.js';
import { createProgress, type Progress } from '../measure/progress.js';
import { createRedactor } from '../measure/redaction.js';
import type { World } from '../ports/world.js';
import { checkBeforeWaiting } from './check-before-waiting.js';
import { checkOutSides } from './check-out-sides.js';
import { leaveOutAbsent } from './leave-out-absent.js';
import { measureSides, type MeasuredSides } from './measure-sides.js';
import { resolvePairedCommits, type PairedCommits } from './paired-commits.js';
import { createPairedSuites, knowsProject, prepareSides } from './prepare-sides.js';
import { RoundMeter } from './round-meter.js';
import type { SideFolder } from './side.js';
import type { ControlMode } from './time-plan.js';

export interface PairedRequest {
  loaded: LoadedConfig;
  /** With this run's knobs applied. */
  suites: readonly SuiteConfig[];
  /** The ref whose merge base with the checked-out commit is the base. */
  against: string;
  /** Whole measuring time, builds excluded, ms. */
  budgetMs: number;
  control: ControlMode;
  /** null: drawn. */
  seed: string | null;
}

/**
 * Measures head (the working tree's tracked files) and its merge base side by side and judges them. The user's tree is not touched; worktrees are gone
 * afterwards, whatever happens. Writes nothing.
 */
export async function compareAgainst(asked: PairedRequest, world: World): Promise<Comparison> {
  const { config, projectRoot } = asked.loaded;
  const commits = await resolvePairedCommits(world, projectRoot, asked.against);
  const commit = await world.git.commit(projectRoot);
  const progress = createProgress(world);
  const { suites, findings: absent } = await leaveOutAbsent(asked, world);
  const request = { ...asked, suites };
  await checkBeforeWaiting(request, world);
  const lock = await acquireMachine(world, { project: config.project, progress });
  try {
    if (commit.dirty === true) progress.step(headText(commits));
    const load = await checkLoad(world);
    const measured = await measureCommits({ ...request, commits, progress }, world);
    return await judge({ request, commits, commit, measured, load, absent }, world);
  } finally {
    progress.end();
    await lock.release();
  }
}

function headText({ dirty }: PairedCommits): string {
  return dirty ? 'Head is the working tree: uncommitted changes of tracked files are in it, untracked files are not.' : 'Untracked files are no part of head.';
}

interface Judged {
  request: PairedRequest;
  commits: PairedCommits;
  /** As the user's tree stands. */
  commit: Commit;
  measured: MeasuredSides;
  load: readonly Finding[];
  /** Suites that were left out. */
  absent: readonly Finding[];
}

async function judge({ request, commits, commit, measured, load, absent }: Judged, world: World): Promise<Comparison> {
  const { config, warnings } = request.loaded;
  const { run, presence, differences, findings } = measured;
  const common = { digests: [], runIds: [], baseline: null, fingerprint: (await world.host.facts()).fingerprint };
  return comparePaired({
    project: config.project,
    base: { ...common, commit: { sha: commits.base, dirty: false, branch: null, mergeBase: commits.base } },
    head: { ...common, commit: { ...commit, dirty: commits.dirty, mergeBase: commits.base } },
    policy: config.policy,
    run,
    presence,
    differences,
    findings: [...warnings, ...absent, ...sameCode(commits), ...load.map(pairedLoad), ...findings],
  });
}

/** Load means less here than elsewhere. */
function pairedLoad(finding: Finding): Finding {
  return { ...finding, fix: 'Stop other work if you can; what disturbs falls on both sides alike, and makes intervals wider.' };
}

function sameCode({ base, head }: PairedCommits): Finding[] {
  return base === head ? [createFinding('BNL029', { commit: head.slice(0, 7) })] : [];
}

interface CommitsRequest extends PairedRequest {
  commits: PairedCommits;
  progress: Progress;
}

async function measureCommits(request: CommitsRequest, world: World): Promise<MeasuredSides> {
  const checkedOut = await checkOutSides(world, request.commits, request.control !== 'off');
  try {
    return await measureCheckedOut(request, foldersOf(checkedOut.sides), world);
  } finally {
    await checkedOut.remove();
  }
}

function foldersOf({ base, head, control }: { base: SideFolder; head: SideFolder; control: SideFolder | null }): Map<Side, SideFolder> {
  return new Map<Side, SideFolder>([['base', base], ['head', head], ...(control === null ? [] : [['control', control] as const])]);
}

async function measureCheckedOut(request: CommitsRequest, sides: ReadonlyMap<Side, SideFolder>, world: World): Promise<MeasuredSides> {
  const { loaded, commits, progress, seed } = request;
  const top = await world.files.realPath(commits.top);
  const place = { top, project: relative(top, await world.files.realPath(loaded.projectRoot)) };
  const chosenSeed = seed ?? world.randomId().slice(0, 16);
  await prepareSides(world, { sides, place, project: world.env['NX_TASK_TARGET_PROJECT'] ?? loaded.config.project, onStep: progress.step });
  const suites = await createPairedSuites(world, request.suites, { sides, place, seed: chosenSeed });
  const workFolder = join(artefactPaths(loaded.projectRoot).folder, 'unfinished');
  const redactor = createRedactor(loaded.config.env.redact, world.host);
  const meter = new RoundMeter(world, { sides, redactor, workFolder, workShown: '.benchline/unfinished', onLine: progress.detail });
  await world.files.remove(workFolder);
  const baseKnowsProject = await knowsProject(world, sides.get('base') as SideFolder, place);
  const userTargets = [world.env['CARGO_TARGET_DIR'], join(top, 'target')].filter((path) => path !== undefined);
  const { budgetMs, control } = request;
  const measured = await measureSides({ suites, sides, meter, userTargets, baseKnowsProject, budgetMs, control, seed: chosenSeed, policy: loaded.config.policy, progress }, world);
  await world.files.remove(workFolder);
  return measured;
}
