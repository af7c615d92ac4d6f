/* Each function loads its module when it is called: whoever imports this package (Nx does, for every command of a workspace) pays only for what is used. */
/* eslint-disable @typescript-eslint/no-require-imports */

/** Runs one command line to its exit code. */
export const main: typeof import('./main.js').main = (argv, world, table) => (require('./main.js') as typeof import('./main.js')).main(argv, world, table);

/** The real world: files, processes, clock, git of this machine. */
export const createNodeWorld: typeof import('./ports/node-world.js').createNodeWorld = (options) => (require('./ports/node-world.js') as typeof import('./ports/node-world.js')).createNodeWorld(options);

/** The configuration in force for a project. */
export const loadConfig: typeof import('./config/load-config.js').loadConfig = (world, options) => (require('./config/load-config.js') as typeof import('./config/load-config.js')).loadConfig(world, options);

/** Text of a config file (JSON, YAML, TOML by its name) to a value; not yet validated. */
export const parseConfigText: typeof import('./config/parse-config-text.js').parseConfigText = (text, path) => (require('./config/parse-config-text.js') as typeof import('./config/parse-config-text.js')).parseConfigText(text, path);

/** `benchline bench` */
export const runBench: typeof import('./commands/bench.js').runBench = (options, world) => (require('./commands/bench.js') as typeof import('./commands/bench.js')).runBench(options, world);

/** `benchline compare` */
export const runCompare: typeof import('./commands/compare.js').runCompare = (options, world) => (require('./commands/compare.js') as typeof import('./commands/compare.js')).runCompare(options, world);

/** `benchline slo` */
export const runSlo: typeof import('./commands/slo.js').runSlo = (options, world) => (require('./commands/slo.js') as typeof import('./commands/slo.js')).runSlo(options, world);

/** `benchline promote` */
export const runPromote: typeof import('./commands/promote.js').runPromote = (options, world) => (require('./commands/promote.js') as typeof import('./commands/promote.js')).runPromote(options, world);

/** `benchline audit create` */
export const runAudit: typeof import('./commands/audit.js').runAudit = (options, world) => (require('./commands/audit.js') as typeof import('./commands/audit.js')).runAudit(options, world);

/** `benchline audit verify` */
export const runAuditVerify: typeof import('./commands/audit.js').runAuditVerify = (options, world) => (require('./commands/audit.js') as typeof import('./commands/audit.js')).runAuditVerify(options, world);

/** `benchline export` */
export const runExport: typeof import('./commands/export.js').runExport = (options, world) => (require('./commands/export.js') as typeof import('./commands/export.js')).runExport(options, world);

/** What setting up benchmarking would write: pure, so that a generator can apply it to its own file tree. */
export const planScaffold: typeof import('./scaffold/index.js').planScaffold = (snapshot, options) => (require('./scaffold/index.js') as typeof import('./scaffold/index.js')).planScaffold(snapshot, options);

/** What one more project would need written, for a tool of one's choice. */
export const planConfiguration: typeof import('./scaffold/index.js').planConfiguration = (snapshot, request) => (require('./scaffold/index.js') as typeof import('./scaffold/index.js')).planConfiguration(snapshot, request);

/** What configured projects lack: baseline folders, the ignore line. */
export const planUpkeep: typeof import('./scaffold/index.js').planUpkeep = (snapshot, projects) => (require('./scaffold/index.js') as typeof import('./scaffold/index.js')).planUpkeep(snapshot, projects);

/** Where a project's baselines are, relative to the repository; none where they are outside of it. */
export const baselineFolder: typeof import('./scaffold/index.js').baselineFolder = (project) => (require('./scaffold/index.js') as typeof import('./scaffold/index.js')).baselineFolder(project);

/** The CI workflows to write, for a generator to apply to its own file tree: those absent or outdated. */
export const planWorkflows: typeof import('./scaffold/index.js').planWorkflows = (request, snapshot) => (require('./scaffold/index.js') as typeof import('./scaffold/index.js')).planWorkflows(request, snapshot);

/** Every CI workflow that is wanted or stands, with its state. */
export const inspectWorkflows: typeof import('./scaffold/index.js').inspectWorkflows = (request, snapshot) => (require('./scaffold/index.js') as typeof import('./scaffold/index.js')).inspectWorkflows(request, snapshot);

/** Where generated workflows stand, relative to the repository. */
export const findWorkflowPaths = (): readonly string[] => (require('./scaffold/index.js') as typeof import('./scaffold/index.js')).workflowPaths;

/** `benchline workflow` */
export const runWorkflow: typeof import('./commands/workflow.js').runWorkflow = (options, world) => (require('./commands/workflow.js') as typeof import('./commands/workflow.js')).runWorkflow(options, world);

export const isLookedInto: typeof import('./scaffold/index.js').isLookedInto = (name) => (require('./scaffold/index.js') as typeof import('./scaffold/index.js')).isLookedInto(name);
export const isWorthReading: typeof import('./scaffold/index.js').isWorthReading = (path) => (require('./scaffold/index.js') as typeof import('./scaffold/index.js')).isWorthReading(path);
export type { World } from './ports/world.js';
export type { CommandResult, ProjectOptions } from './command-definition.js';
export type { LoadedConfig } from './config/load-config.js';
export type { BenchOptions } from './commands/bench.js';
export type { CompareOptions } from './commands/compare.js';
export type { ExportOptions } from './commands/export.js';
export type { SloOptions } from './commands/slo.js';
export type { PromoteOptions } from './commands/promote.js';
export type { AuditCreateOptions, AuditVerifyOptions } from './commands/audit.js';
export type { ConfigurationPlan, ConfigurationRequest, ConfiguredProject } from './scaffold/index.js';
export type { InspectedWorkflow, WorkflowInspection, WorkflowOptions, WorkflowRequest, WorkflowState } from './scaffold/index.js';
export type { WorkflowCommandOptions } from './commands/workflow.js';
export type { DetectedProject, PlannedFile, ScaffoldOptions, ScaffoldPlan, SkippedBenchmarks, Snapshot } from './scaffold/scaffold-plan.js';

/** Whether an error is one that the user can settle; its `findings` say how and its `exitCode` is the command's. */
export function isUserError(error: unknown): error is import('./user-error.js').UserError {
  return error instanceof Error && error.name === 'UserError' && 'findings' in error;
}
