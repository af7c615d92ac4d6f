export { planConfiguration, type ConfigurationPlan, type ConfigurationRequest } from './plan-configuration.js';
export { planScaffold } from './plan-scaffold.js';
export { inspectWorkflows, planWorkflows, workflowPaths, type InspectedWorkflow, type WorkflowInspection, type WorkflowState } from './plan-workflow.js';
export type { WorkflowOptions, WorkflowRequest } from './workflow/workflow-options.js';
export { baselineFolder, planUpkeep, type ConfiguredProject } from './plan-upkeep.js';
export { readSnapshot } from './read-snapshot.js';
export { isLookedInto, isWorthReading } from './snapshot-scope.js';
export type { DetectedProject, PlannedFile, ScaffoldOptions, ScaffoldPlan, SkippedBenchmarks, Snapshot } from './scaffold-plan.js';
