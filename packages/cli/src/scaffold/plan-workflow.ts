import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { distFolder } from '../dist-folder.js';
import { installCommands } from './detect-benchmarks.js';
import { packageRunnerOf } from './package-runner.js';
import { pinnedActions } from './pinned-actions.js';
import type { DetectedProject, ScaffoldOptions, Snapshot } from './scaffold-plan.js';

/** Where the workflow stands. */
export const workflowPath = '.github/workflows/benchline.yml';

/** The GitHub Actions workflow for the projects found: affected projects through Nx, else each project by the command line. */
export function renderWorkflow(snapshot: Snapshot, projects: readonly DetectedProject[], options: ScaffoldOptions): string {
  const runner = packageRunnerOf(snapshot, options.version);
  return template()({
    defaultBranch: options.defaultBranch,
    actions: pinnedActions,
    nx: options.runner === 'nx',
    setUpPnpm: runner.corepack,
    install: runner.install,
    execute: runner.execute,
    setUps: installCommands(projects),
    projects: projects.map(({ root }) => (root === '' ? '.' : root)),
  });
}

function template(): Handlebars.TemplateDelegate {
  const environment = Handlebars.create();
  environment.registerHelper('quoted', (text: string) => JSON.stringify(text));
  environment.registerHelper('concat', (first: string, second: string) => `${first}${second}`);
  const source = readFileSync(join(distFolder, 'scaffold/files/benchline.yml.hbs'), 'utf8');
  return environment.compile(source, { strict: true, noEscape: true, knownHelpersOnly: true, knownHelpers: { quoted: true, concat: true } });
}
