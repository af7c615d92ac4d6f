import type { Finding, SuiteConfig } from '@benchline/core/model';
import { createSuiteRun } from '../measure/suite-run.js';
import type { PairedSuite } from '../paired/paired-suite.js';
import type { RoundMeter } from '../paired/round-meter.js';
import { areExact, type SuiteCost } from '../paired/suite-cost.js';
import { chosenTime, toolKnobs, warmUpTime } from '../paired/tool-time.js';
import type { World } from '../ports/world.js';

/** A suite whose both sides are the same: the project as it stands. */
export async function createSelfSuite(suite: SuiteConfig, projectRoot: string, world: World): Promise<PairedSuite> {
  const run = await createSuiteRun(suite, projectRoot, world);
  return { suite: run.suite, knobs: await toolKnobs(run.suite), runs: new Map([['base', run], ['head', run]]) };
}

export interface SelfWarmUp {
  meter: RoundMeter;
  onStep(text: string): void;
}

/** A suite built once, with what its first round taught. The round is not judged. */
export interface WarmSelfSuite {
  suite: PairedSuite;
  cost: SuiteCost;
  findings: readonly Finding[];
}

export async function warmUpSelf(suite: PairedSuite, { meter, onStep }: SelfWarmUp, world: World): Promise<WarmSelfSuite> {
  const order = { suite, side: 'base', time: chosenTime(suite.knobs, warmUpTime), filter: null } as const;
  onStep(`${suite.suite.name}: building`);
  const { prepared } = await meter.build(order);
  onStep(`${suite.suite.name}: warm-up`);
  const began = world.clock.monotonic();
  const { readings } = await meter.measure(order);
  const benchmarks = new Set(readings.filter(({ status }) => status === 'ok').map(({ benchmark }) => benchmark.id)).size;
  const cost = { suite: suite.suite, knobs: suite.knobs, benchmarks, warmUpMs: world.clock.monotonic() - began, exactOnly: areExact(readings) };
  return { suite, cost, findings: prepared.facts.findings };
}
