export { planScaffold } from './plan-scaffold.js';
export { isLookedInto, isWorthReading } from './snapshot-scope.js';
export type { DetectedProject, PlannedFile, ScaffoldOptions, ScaffoldPlan, SkippedBenchmarks, Snapshot } from './scaffold-plan.js';
