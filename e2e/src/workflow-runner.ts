import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parse } from 'yaml';

interface Step {
  name?: string;
  id?: string;
  uses?: string;
  run?: string;
  if?: string;
  env?: Record<string, string>;
  with?: Record<string, string | boolean | number>;
  'continue-on-error'?: boolean;
}

interface Job {
  if?: string;
  env?: Record<string, string>;
  outputs?: Record<string, string>;
  steps: Step[];
}

/** What a step of a job did. */
export interface StepResult {
  name: string;
  /** null: it was skipped, or an action stood in for it. */
  code: number | null;
  output: string;
}

export interface JobResult {
  /** Whether the job would be green. */
  succeeded: boolean;
  steps: StepResult[];
  outputs: Record<string, string>;
  /** What stands in the job summary. */
  summary: string;
  step(name: string): StepResult;
}

/** A run of a workflow: what its expressions may ask for, and where its artefacts are kept between jobs. */
export interface WorkflowRun {
  text: string;
  /** `github.event_name` and the like, by their whole names. */
  context: Readonly<Record<string, string>>;
  /** The environment of every step, beside the workflow's own. */
  env: NodeJS.ProcessEnv;
  artefacts: string;
  /** Names of steps that are taken for done. */
  done?: readonly string[];
}

/**
 * Runs one job of a generated workflow in a folder, which is what its checkout would have made: each `run:` as GitHub runs it (bash -eo pipefail), conditions,
 * environments, outputs, continue-on-error; artefacts are copied; nx-set-shas says what `NX_BASE` in the context says. Understands what our workflows use, and refuses the rest.
 */
export async function runJob(run: WorkflowRun, name: string, folder: string): Promise<JobResult> {
  const workflow = parse(run.text) as { env?: Record<string, string>; jobs: Record<string, Job> };
  const job = workflow.jobs[name];
  if (job === undefined) throw new Error(`there is no job ${name}`);
  const state: State = { run, folder, context: { ...run.context }, failed: false, env: { ...run.env } };
  if (job.if !== undefined && !isTrue(job.if, state)) return resultOf(state, [], {});
  Object.assign(state.env, resolved(workflow.env, state), resolved(job.env, state));
  for (const file of ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY', 'GITHUB_ENV']) {
    state.env[file] = join(run.artefacts, `${name}.${file}`);
    writeFileSync(state.env[file]!, '');
  }
  const steps: StepResult[] = [];
  for (const step of job.steps) steps.push(await runStep(step, state));
  return resultOf(state, steps, resolved(job.outputs, state));
}

interface State {
  run: WorkflowRun;
  folder: string;
  context: Record<string, string>;
  failed: boolean;
  env: NodeJS.ProcessEnv;
}

function resultOf(state: State, steps: StepResult[], outputs: Record<string, string>): JobResult {
  const summary = state.env['GITHUB_STEP_SUMMARY'];
  const step = (name: string): StepResult => {
    const found = steps.find((each) => each.name === name);
    if (found === undefined) throw new Error(`no step ${name} among ${steps.map((each) => each.name).join(' | ')}`);
    return found;
  };
  return { succeeded: !state.failed, steps, outputs, step, summary: summary !== undefined && existsSync(summary) ? readFileSync(summary, 'utf8') : '' };
}

async function runStep(step: Step, state: State): Promise<StepResult> {
  const name = step.name ?? step.uses?.split('@')[0] ?? '';
  const isDue = step.if === undefined ? !state.failed : isTrue(step.if, state);
  if (!isDue || (step.name !== undefined && state.run.done?.includes(step.name))) return { name, code: null, output: '' };
  if (step.uses !== undefined) {
    runAction(step, state);
    return { name, code: null, output: '' };
  }
  const { code, output } = await runScript(step.run ?? '', { ...state.env, ...resolved(step.env, state) }, state.folder);
  if (code !== 0 && step['continue-on-error'] !== true) state.failed = true;
  if (step.id !== undefined) for (const [, key, value] of readFileSync(state.env['GITHUB_OUTPUT']!, 'utf8').matchAll(/^([\w-]+)=(.*)$/gm)) state.context[`steps.${step.id}.outputs.${key!}`] = value!;
  return { name, code, output };
}

function runScript(script: string, env: NodeJS.ProcessEnv, cwd: string): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { output += text; });
    child.on('error', reject).on('close', (code) => resolve({ code, output }));
  });
}

function runAction({ uses = '', with: given = {} }: Step, { run, folder, context, env }: State): void {
  const action = uses.split('@')[0];
  if (action === 'actions/checkout' || action === 'actions/setup-node') return;
  const store = join(run.artefacts, String(given['name']));
  if (action === 'actions/upload-artifact') return upload(String(given['path']), folder, store);
  if (action === 'actions/download-artifact') return cpSync(store, join(folder, String(given['path'])), { recursive: true });
  if (action !== 'nrwl/nx-set-shas') throw new Error(`no stand-in for ${uses}`);
  env['NX_BASE'] = context['NX_BASE'];
  env['NX_HEAD'] = 'HEAD';
}

/** The two forms of path that our workflows name: every .benchline folder, or one file, which then stands at the artefact's top. */
function upload(path: string, folder: string, store: string): void {
  if (!path.includes('*')) return existsSync(join(folder, path)) ? cpSync(join(folder, path), join(store, path.split('/').at(-1)!)) : undefined;
  if (path.trim() !== '**/.benchline/**\n!**/node_modules/**') throw new Error(`no stand-in for the path ${path}`);
  const found = (readdirSync(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  for (const file of found.filter((each) => each.split('/').includes('.benchline') && !each.split('/').includes('node_modules'))) {
    mkdirSync(dirname(join(store, file)), { recursive: true });
    cpSync(join(folder, file), join(store, file));
  }
}

function resolved(texts: Record<string, string> | undefined, state: State): Record<string, string> {
  return Object.fromEntries(Object.entries(texts ?? {}).map(([name, text]) => [name, String(text).replace(/\$\{\{ ([\w.-]+) \}\}/g, (_, path: string) => lookUp(path, state))]));
}

/** What a workflow does not know is empty, as on GitHub; what a test forgot to say is an error. */
function lookUp(path: string, { context }: State): string {
  const value = context[path];
  if (value === undefined && !/^(?:vars|secrets|steps)\./.test(path)) throw new Error(`the context lacks ${path}`);
  return value ?? '';
}

/** Conditions as our workflows write them: names, texts in single quotes, == and !=, && and ||, and the status functions. */
function isTrue(condition: string, state: State): boolean {
  const expression = condition.replace(/^\$\{\{ (.*) \}\}$/, '$1');
  const terms = expression.split(' || ').map((alternative) => alternative.split(' && ').map((term) => isTermTrue(term.trim(), state)));
  const saysStatus = /(?:cancelled|failure|always)\(\)/.test(expression);
  return terms.some((all) => all.every(Boolean)) && (saysStatus || !state.failed);
}

function isTermTrue(term: string, state: State): boolean {
  if (term === '!cancelled()') return true;
  // Of a job: whether one that it needs failed, which the context says.
  if (term === 'failure()') return state.failed || state.context['job.status'] === 'failure';
  const found = /^([\w.-]+) (==|!=) '([^']*)'$/.exec(term);
  if (found === null) throw new Error(`cannot judge the condition ${term}`);
  return (lookUp(found[1]!, state) === found[3]) === (found[2] === '==');
}
