import { createFinding, type Finding, type SuiteConfig, type ToolName } from '@benchline/core/model';

/** Which times a tool can be given; of the others the user is told what to do instead: "--benchtime in the command". */
export interface ToolTimes {
  warmup: true | string;
  measure: true | string;
}

/** A note for each time of the suite that its tool knows nothing of. */
export function ignoredTimes({ tool, times }: { tool: ToolName; times: ToolTimes }, suite: SuiteConfig): Finding[] {
  const asked = [
    { setting: 'warmup', ms: suite.warmupMs, instead: times.warmup },
    { setting: 'measure', ms: suite.measureMs, instead: times.measure },
  ];
  return asked.flatMap(({ setting, ms, instead }) => (ms === null || instead === true ? [] : [createFinding('BNL025', { setting, tool, instead }, { suite: suite.name })]));
}
