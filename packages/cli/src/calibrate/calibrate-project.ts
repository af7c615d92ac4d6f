import { dirname, join } from 'node:path';
import { blindStoredThresholds, blindThresholds, calibrate, type BlindThreshold } from '@benchline/core/judge';
import type { CalibratedBenchmark, Finding, Host, Profile } from '@benchline/core/model';
import { artefactPaths } from '../artefacts/paths.js';
import { writeArtefact } from '../artefacts/write-artefact.js';
import { acquireMachine } from '../measure/acquire-machine.js';
import { checkLoad } from '../measure/check-load.js';
import { createProgress, type Progress } from '../measure/progress.js';
import { createRedactor } from '../measure/redaction.js';
import { packageVersion } from '../package-version.js';
import { RoundMeter } from '../paired/round-meter.js';
import type { World } from '../ports/world.js';
import { userError } from '../user-error.js';
import { usualRounds, type CalibrationRequest } from './calibrate-options.js';
import { compareWithItself, type SelfCompared } from './compare-with-itself.js';
import { openTarget, shownPath, type ProfileTarget } from './profile-target.js';
import { createSelfSuite, warmUpSelf, type WarmSelfSuite } from './self-suites.js';

/** A profile as it was written. */
export interface Calibration {
  profile: Profile;
  /** Absolute. */
  path: string;
  /** What the config asks for and this machine cannot show. */
  blind: BlindThreshold[];
  /** Benchmarks that failed; the profile does not know them. */
  failed: string[];
  findings: Finding[];
}

interface Work {
  request: CalibrationRequest;
  target: ProfileTarget;
  host: Omit<Host, 'class'>;
  progress: Progress;
}

/** Measures the project against itself while no other Benchline measures on this machine, and writes the profile at the end: until then an earlier one stays as it is. */
export async function calibrateProject(request: CalibrationRequest, world: World): Promise<Calibration> {
  const host = await world.host.facts();
  const { path } = await openTarget(world, request, host);
  await world.files.makeFolder(dirname(path));
  const progress = createProgress(world);
  const lock = await acquireMachine(world, { project: request.loaded.config.project, progress });
  try {
    // Whoever was waited for may have written it.
    const target = await openTarget(world, request, host);
    return await calibrateLocked({ request, target, host, progress }, world);
  } finally {
    progress.end();
    await lock.release();
  }
}

async function calibrateLocked(work: Work, world: World): Promise<Calibration> {
  const { request, target, host } = work;
  const load = (await checkLoad(world)).map((finding) => ({ ...finding, fix: 'Stop other work and calibrate again with --overwrite: this profile holds the noise of that work too.' }));
  const rounds = request.rounds ?? target.earlier?.rounds ?? usualRounds;
  const { compared, findings } = await measure(work, rounds, world);
  const { config } = request.loaded;
  const benchmarks = judge(compared, work);
  const profile: Profile = { schemaVersion: 1, name: request.name, project: config.project, createdAt: new Date(world.clock.now()).toISOString(), host: { class: config.hostClass, ...host }, benchline: packageVersion, rounds, ...(target.earlier?.defaults && { defaults: target.earlier.defaults }), benchmarks };
  await writeArtefact(world, 'profile', target.path, profile);
  return { profile, path: target.path, blind: blindOf(benchmarks, request), failed: compared.failed, findings: [...request.loaded.warnings, ...load, ...findings, ...compared.findings] };
}

async function measure({ request, target, progress }: Work, rounds: number, world: World): Promise<{ compared: SelfCompared; findings: Finding[] }> {
  const { loaded, suites, runs, budgetMs } = request;
  const workFolder = join(artefactPaths(loaded.projectRoot).folder, 'unfinished');
  const redactor = createRedactor(loaded.config.env.redact, world.host);
  const meter = new RoundMeter(world, { sides: new Map(), redactor, workFolder, workShown: '.benchline/unfinished', onLine: progress.detail });
  await world.files.remove(workFolder);
  const began = world.clock.monotonic();
  const warm: WarmSelfSuite[] = [];
  for (const suite of suites) {
    const self = await createSelfSuite(suite, loaded.projectRoot, world);
    warm.push(await warmUpSelf(self, { meter, onStep: progress.step }, world));
  }
  const spentMs = world.clock.monotonic() - began;
  const noisy = warm.filter(({ cost }) => !cost.exactOnly);
  if (noisy.length === 0) throw userError('BNL016', { problem: `Only exact counts are measured (${warm.map(({ suite }) => suite.suite.name).join(', ')}), which have no noise: there is nothing to calibrate`, fix: 'Compare: exact counts need no profile.' });
  const compared = await compareWithItself({ warm: noisy, meter, runs, rounds, budgetMs, spentMs, paired: loaded.config.paired, path: shownPath(world, target.path), progress }, world);
  await world.files.remove(workFolder);
  return { compared, findings: warm.flatMap(({ findings }) => findings) };
}

function judge({ repetitions, failed }: SelfCompared, { request, target }: Work): CalibratedBenchmark[] {
  const { policy } = request.loaded.config;
  const fresh = calibrate({ repetitions, policy });
  if (fresh.length === 0) {
    const because = failed.length > 0 ? `${failed.join(', ')} failed` : 'no metric varies between rounds, so there is nothing to calibrate';
    throw userError('BNL009', { suite: request.suites.map(({ name }) => name).join(', '), because });
  }
  return target.earlier === null ? fresh : calibrate({ repetitions, policy, earlier: target.earlier.benchmarks });
}

function blindOf(benchmarks: readonly CalibratedBenchmark[], { loaded: { config } }: CalibrationRequest): BlindThreshold[] {
  const roundsOf = (suite: string): number => config.suites.find(({ name }) => name === suite)?.rounds ?? 1;
  return [...blindThresholds(benchmarks, config.policy), ...blindStoredThresholds(benchmarks, config.policy, roundsOf)];
}
