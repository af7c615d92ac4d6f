import { packageVersion } from '../package-version.js';
import { userError } from '../user-error.js';
import { packageRunnerOf } from './package-runner.js';
import { pinnedActions } from './pinned-actions.js';
import type { PlannedFile, Snapshot } from './scaffold-plan.js';
import { measuredProjects } from './workflow/measured-projects.js';
import { measuringCommands } from './workflow/measuring-commands.js';
import { renderWorkflow } from './workflow/render-workflow.js';
import { isSameText, readHeader, withHeader } from './workflow/workflow-header.js';
import { isPlainBranch, pickOptions, type WorkflowOptions, type WorkflowRequest } from './workflow/workflow-options.js';

/**
 * `absent`; `current`: as it would be generated; `stale`: generated, and would be generated differently now; `edited`: written or edited by hand;
 * `leftover`: generated, and not asked for any more.
 */
export type WorkflowState = 'absent' | 'current' | 'stale' | 'edited' | 'leftover';

export interface InspectedWorkflow {
  path: string;
  state: WorkflowState;
  /** As it would be generated now; of a leftover null. */
  text: string | null;
}

export interface WorkflowInspection {
  /** In force. */
  options: WorkflowOptions;
  files: InspectedWorkflow[];
}

interface Template {
  path: string;
  name: string;
  isWanted(options: WorkflowOptions): boolean;
}

const templates: readonly Template[] = [
  { path: '.github/workflows/benchline.yml', name: 'github/benchline', isWanted: ({ forge }) => forge === 'github' },
  { path: '.github/workflows/benchline-comment.yml', name: 'github/benchline-comment', isWanted: ({ forge, forkComments }) => forge === 'github' && forkComments },
  { path: '.github/workflows/benchline-scheduled.yml', name: 'github/benchline-scheduled', isWanted: ({ forge, schedule }) => forge === 'github' && schedule },
  { path: '.gitlab-ci.benchline.yml', name: 'gitlab/benchline', isWanted: ({ forge }) => forge === 'gitlab' },
];

/** Where generated workflows stand. */
export const workflowPaths: readonly string[] = templates.map(({ path }) => path);

/**
 * The workflows to write: those that are absent or stale, with `force` those edited by hand too. Nothing where no project has a config. Planned over its own
 * result it is empty. The snapshot needs the text of the files in `workflowPaths`, of configs, nx.json and turbo.json.
 */
export function planWorkflows(request: WorkflowRequest, snapshot: Snapshot): PlannedFile[] {
  const written = request.force === true ? ['absent', 'stale', 'edited'] : ['absent', 'stale'];
  return inspectWorkflows(request, snapshot).files.flatMap(({ path, text, state }) => (text === null || !written.includes(state) ? [] : [{ path, text, change: state === 'absent' ? 'create' : 'update' }]));
}

/** Every workflow that is wanted or stands, with its state. */
export function inspectWorkflows(request: WorkflowRequest, snapshot: Snapshot): WorkflowInspection {
  const options = optionsInForce(request, snapshot);
  if (measuredProjects(snapshot).folders.length === 0) return { options, files: [] };
  const context = contextOf(snapshot, options, request.version ?? packageVersion);
  const files = templates.flatMap(({ path, name, isWanted }): InspectedWorkflow[] => {
    const standing = snapshot.get(path) ?? null;
    if (!isWanted(options)) return standing !== null && readHeader(standing) !== null ? [{ path, state: 'leftover', text: null }] : [];
    const text = withHeader(renderWorkflow(name, context), options);
    return [{ path, text, state: snapshot.has(path) ? stateOf(standing ?? '', text) : 'absent' }];
  });
  return { options, files };
}

function stateOf(standing: string, wanted: string): WorkflowState {
  if (isSameText(standing, wanted)) return 'current';
  return readHeader(standing)?.isUntouched === true ? 'stale' : 'edited';
}

/** Asked for, else as the standing workflows say, else as the repository suggests. */
function optionsInForce(request: WorkflowRequest, snapshot: Snapshot): WorkflowOptions {
  const asked = pickOptions(request);
  const headers = templates.filter(({ path }) => asked.forge === undefined || path.startsWith(asked.forge === 'github' ? '.github/' : '.gitlab-ci')).map(({ path }) => readHeader(snapshot.get(path) ?? ''));
  const options = { ...suggestedOptions(snapshot), ...headers.find((header) => header !== null)?.options, ...asked };
  refuseContradictions(options);
  return options;
}

function refuseContradictions({ forge, forkComments, defaultBranch }: WorkflowOptions): void {
  if (!isPlainBranch(defaultBranch)) {
    throw userError('BNL016', { problem: `The default branch ${JSON.stringify(defaultBranch)} has characters that a workflow cannot name safely`, fix: 'Name another with --default-branch: letters, digits, ".", "_", "/" and "-".' });
  }
  if (forge === 'gitlab' && forkComments) {
    throw userError('BNL016', { problem: '--fork-comments is for GitHub: on GitLab a merge request from a fork runs in the fork, or with the rights of whoever starts its pipeline', fix: 'Leave --fork-comments out.' });
  }
}

function suggestedOptions(snapshot: Snapshot): WorkflowOptions {
  const isGitlab = snapshot.has('.gitlab-ci.yml') && ![...snapshot.keys()].some((path) => path.startsWith('.github/workflows/'));
  return {
    forge: isGitlab ? 'gitlab' : 'github',
    runner: snapshot.has('nx.json') ? 'nx' : snapshot.has('turbo.json') ? 'turbo' : 'none',
    mode: 'paired',
    enforce: 'main',
    forkComments: false,
    schedule: true,
    defaultBranch: 'main',
  };
}

function contextOf(snapshot: Snapshot, options: WorkflowOptions, version: string): object {
  const { install, installWithoutScripts, execute, corepack } = packageRunnerOf(snapshot, version);
  const { folders, setUps } = measuredProjects(snapshot);
  const broken = folders.find((folder) => /\p{Cc}/u.test(folder));
  if (broken !== undefined) throw userError('BNL016', { problem: `The folder ${JSON.stringify(broken)} has characters that a workflow cannot name safely`, fix: 'Rename it.' });
  const commands = measuringCommands(snapshot, options, { execute });
  return {
    ...options,
    ...commands,
    actions: pinnedActions,
    isPaired: options.mode === 'paired',
    enforceAlways: options.enforce === 'always',
    hasTaskRunner: commands.baseVariable !== null,
    install,
    installWithoutScripts,
    execute,
    corepack,
    // GitLab's jobs run as root in an image without sudo.
    setUps: options.forge === 'gitlab' ? setUps.map((command) => command.replace(/\bsudo (?:-E )?/g, '')) : setUps,
    projects: folders,
  };
}
