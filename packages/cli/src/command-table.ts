import type { CommandRow } from './command-definition.js';

/* A command's module is loaded when the command is called, and not before: the general help must be quick. */
/* eslint-disable @typescript-eslint/no-require-imports */

/** Every command, in the order in which the help shows them. */
export const commandTable: readonly CommandRow[] = [
  { name: 'bench', summary: 'measure the project and write its report', load: () => (require('./commands/bench.js') as typeof import('./commands/bench.js')).benchCommand },
  { name: 'ingest', summary: 'make a report of existing tool output', load: () => (require('./commands/ingest.js') as typeof import('./commands/ingest.js')).ingestCommand },
  { name: 'compare', summary: 'compare the last report with the baseline, two reports, or this tree with another commit', load: () => (require('./commands/compare.js') as typeof import('./commands/compare.js')).compareCommand },
  { name: 'slo', summary: 'check the last report against the objectives', load: () => (require('./commands/slo.js') as typeof import('./commands/slo.js')).sloCommand },
  { name: 'promote', summary: 'make the last report the baseline, if it meets the criteria', load: () => (require('./commands/promote.js') as typeof import('./commands/promote.js')).promoteCommand },
  { name: 'baseline', summary: 'list, show, prune and restore baselines', load: () => (require('./commands/baseline.js') as typeof import('./commands/baseline.js')).baselineCommand },
  { name: 'calibrate', summary: 'measure this machine\'s noise: floors and thresholds that it can hold', load: () => (require('./commands/calibrate.js') as typeof import('./commands/calibrate.js')).calibrateCommand },
  { name: 'gate', summary: 'judge the results of all projects together: one verdict, one exit code', load: () => (require('./commands/gate.js') as typeof import('./commands/gate.js')).gateCommand },
  { name: 'comment', summary: 'post the gate\'s result to the pull request, or update the comment that is there', load: () => (require('./commands/comment.js') as typeof import('./commands/comment.js')).commentCommand },
  { name: 'shard', summary: 'say which projects one of several machines measures', load: () => (require('./commands/shard.js') as typeof import('./commands/shard.js')).shardCommand },
  { name: 'audit', summary: 'build and verify audit packages', load: () => (require('./commands/audit.js') as typeof import('./commands/audit.js')).auditCommand },
  { name: 'export', summary: 'write the last report in a format that other tools read', load: () => (require('./commands/export.js') as typeof import('./commands/export.js')).exportCommand },
  { name: 'init', summary: 'find benchmarks; write configs, baseline folders and a CI workflow', load: () => (require('./commands/init.js') as typeof import('./commands/init.js')).initCommand },
  { name: 'workflow', summary: 'write the CI workflows, or check that they are up to date', load: () => (require('./commands/workflow.js') as typeof import('./commands/workflow.js')).workflowCommand },
  { name: 'fingerprint', summary: 'print what identifies this machine to a task cache', load: () => (require('./commands/fingerprint.js') as typeof import('./commands/fingerprint.js')).fingerprintCommand },
];
