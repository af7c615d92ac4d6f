import { join } from 'node:path';
import type { PairedNote } from '@benchline/core/judge';
import { createFinding, type Finding, type Side } from '@benchline/core/model';
import type { Parsed } from '@benchline/core/parse';
import { readSources } from '../measure/read-sources.js';
import type { World } from '../ports/world.js';
import { UserError } from '../user-error.js';
import { runnerFor } from '../tools/runner-for.js';
import type { PairedSuite } from './paired-suite.js';
import type { RoundMeter } from './round-meter.js';
import { seedCargoTarget } from './seed-cargo-target.js';
import { sideDifferences, sourceDifferences } from './side-differences.js';
import { inSide } from './side-failure.js';
import type { SideFolder } from './side.js';
import { areExact, type SuiteCost } from './suite-cost.js';
import { chosenTime, warmUpTime } from './tool-time.js';

export interface WarmUp {
  meter: RoundMeter;
  world: World;
  sides: ReadonlyMap<Side, SideFolder>;
  /** Folders of Cargo's builds that the user's tree may have. */
  userTargets: readonly string[];
  /** Whether the base's tree has this project's config at all; where it has not, what fails there is new. */
  baseKnowsProject: boolean;
  onStep(text: string): void;
}

/** A suite built on every side that can, with what its first rounds taught. The rounds are not judged. */
export interface WarmSuite {
  suite: PairedSuite;
  cost: SuiteCost;
  /** Head's round, for benchmarks that only head has; null where the base can be measured. */
  headOnly: Parsed | null;
  /** Ids of the benchmarks that both sides have. */
  ids: string[];
  findings: Finding[];
  /** What differs between the sides' tools, and whose benchmark's source does. */
  notes: PairedNote[];
  spentMs: number;
}

/** Builds a suite on its sides and runs its tool once on each, with a short time of its own. */
export async function warmUpSuite(suite: PairedSuite, warmUp: WarmUp): Promise<WarmSuite> {
  const { clock } = warmUp.world;
  const absent = await buildBase(suite, warmUp);
  for (const side of suite.runs.keys()) if (side !== 'base') await buildOn(suite, side, warmUp);
  warmUp.onStep(`${suite.suite.name}: warm-up`);
  const began = clock.monotonic();
  const head = await measureOnce(suite, 'head', warmUp);
  const base = absent === null ? await measureOnce(suite, 'base', warmUp).catch((cause: unknown) => whyNew(cause, warmUp)) : absent;
  const isNew = typeof base === 'string';
  const rounds = isNew ? [head] : [head, base];
  const cost = { suite: suite.suite, knobs: suite.knobs, benchmarks: Math.max(...rounds.map((round) => idsOf(round).length)), warmUpMs: Math.max(...rounds.map(({ ms }) => ms)), exactOnly: rounds.every(({ parsed }) => areExact(parsed.readings)) };
  const note = isNew ? [createFinding('BNL028', { suite: suite.suite.name, because: base }, { suite: suite.suite.name })] : [];
  return { suite, cost, headOnly: isNew ? head.parsed : null, ids: sharedIds(rounds), findings: note, notes: isNew ? [] : await readNotes(suite, rounds.map(({ parsed }) => parsed), warmUp), spentMs: clock.monotonic() - began };
}

/** null: built. Otherwise why the suite is new. */
async function buildBase(suite: PairedSuite, warmUp: WarmUp): Promise<string | null> {
  if (!suite.runs.has('base')) return 'the base does not have its folder';
  try {
    await buildOn(suite, 'base', warmUp);
    return null;
  } catch (cause) {
    return whyNew(cause, warmUp);
  }
}

function whyNew(cause: unknown, { baseKnowsProject, world }: WarmUp): string {
  if (baseKnowsProject || world.signal.aborted || !(cause instanceof UserError)) throw cause;
  return 'the base has no config for this project, and measuring there failed';
}

async function buildOn(suite: PairedSuite, side: Side, warmUp: WarmUp): Promise<void> {
  const { meter, sides, onStep } = warmUp;
  onStep(`${suite.suite.name}: building ${side}`);
  if ((await runnerFor(suite.suite.tool)).traits.cargo) await inSide(sides.get(side) as SideFolder, () => seedTarget(suite, side, warmUp));
  await meter.build({ suite, side, time: chosenTime(suite.knobs, warmUpTime), filter: null });
}

/** From the base, which is built first; the base from the user's tree. */
async function seedTarget(suite: PairedSuite, side: Side, { world, sides, userTargets }: WarmUp): Promise<void> {
  const targetOf = (of: Side): string => suite.runs.get(of)?.env['CARGO_TARGET_DIR'] ?? join((sides.get(of) as SideFolder).root, 'target');
  await seedCargoTarget(world, { from: side === 'base' ? userTargets : [targetOf('base'), ...userTargets], side: (sides.get(side) as SideFolder).root, to: targetOf(side) });
}

async function readNotes(suite: PairedSuite, rounds: readonly Parsed[], { meter }: WarmUp): Promise<PairedNote[]> {
  const order = { suite, time: chosenTime(suite.knobs, warmUpTime), filter: null };
  const { name } = suite.suite;
  const [base, head] = await Promise.all([meter.prepare({ ...order, side: 'base' }), meter.prepare({ ...order, side: 'head' })]);
  const sources = sourceDifferences(await readSources(base.prepared, rounds), await readSources(head.prepared, rounds));
  return [
    { suite: name, benchmark: null, differences: sideDifferences(base.prepared.facts, head.prepared.facts) },
    ...sources.map(({ benchmark, difference }) => ({ suite: name, benchmark, differences: [difference] })),
  ];
}

interface MeasuredOnce {
  parsed: Parsed;
  ms: number;
}

async function measureOnce(suite: PairedSuite, side: Side, { meter, world }: WarmUp): Promise<MeasuredOnce> {
  const order = { suite, side, time: chosenTime(suite.knobs, warmUpTime), filter: null };
  const began = world.clock.monotonic();
  const parsed = await meter.measure(order);
  return { parsed, ms: world.clock.monotonic() - began };
}

function idsOf({ parsed }: MeasuredOnce): string[] {
  return [...new Set(parsed.readings.filter(({ status }) => status === 'ok').map(({ benchmark }) => benchmark.id))];
}

function sharedIds(rounds: readonly MeasuredOnce[]): string[] {
  const [first = [], ...others] = rounds.map(idsOf);
  return first.filter((id) => others.every((ids) => ids.includes(id)));
}
