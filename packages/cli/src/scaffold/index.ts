export { planConfiguration, type ConfigurationPlan, type ConfigurationRequest } from './plan-configuration.js';
export { planScaffold } from './plan-scaffold.js';
export { baselineFolder, planUpkeep, type ConfiguredProject } from './plan-upkeep.js';
export { isLookedInto, isWorthReading } from './snapshot-scope.js';
export type { DetectedProject, PlannedFile, ScaffoldOptions, ScaffoldPlan, SkippedBenchmarks, Snapshot } from './scaffold-plan.js';
