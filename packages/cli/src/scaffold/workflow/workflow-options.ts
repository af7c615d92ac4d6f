/** What the generated workflows are to do; each file's header carries them, so that they can be written again without asking. */
export interface WorkflowOptions {
  forge: 'github' | 'gitlab';
  /** Which task runner says what a change reaches; `none`: every project is measured each time. */
  runner: 'nx' | 'turbo' | 'none';
  /** How a pull request is measured: beside its merge base, or against the stored baseline. */
  mode: 'paired' | 'stored';
  /** Where a regression fails the build: on the default branch alone (advice on pull requests), or always. */
  enforce: 'main' | 'always';
  /** A second workflow comments on pull requests from forks too, whose own runs may only read. */
  forkComments: boolean;
  /** A weekly check of objectives and baselines, with an alert and audit packages. */
  schedule: boolean;
  defaultBranch: string;
}

/** What is asked for; what is left out is as in the workflows that stand, else as the repository suggests. */
export interface WorkflowRequest extends Partial<WorkflowOptions> {
  /** Benchline's version, for repositories without a package.json to install it with; default: this one's. */
  version?: string;
  /** Write over files that were edited by hand, too. */
  force?: boolean;
}

const choices: { readonly [Name in keyof WorkflowOptions]: (value: unknown) => boolean } = {
  forge: (value) => value === 'github' || value === 'gitlab',
  runner: (value) => value === 'nx' || value === 'turbo' || value === 'none',
  mode: (value) => value === 'paired' || value === 'stored',
  enforce: (value) => value === 'main' || value === 'always',
  forkComments: (value) => typeof value === 'boolean',
  schedule: (value) => typeof value === 'boolean',
  defaultBranch: (value) => typeof value === 'string' && isPlainBranch(value),
};

/** Whether a branch's name needs no quoting in YAML, in a shell or in an expression of a workflow. */
export function isPlainBranch(name: string): boolean {
  return /^[A-Za-z0-9_][A-Za-z0-9_./-]*$/.test(name);
}

/** The options among what a file's header says; what is none of ours is left out. */
export function readOptions(written: unknown): Partial<WorkflowOptions> {
  if (typeof written !== 'object' || written === null) return {};
  return Object.fromEntries(Object.entries(written).filter(([name, value]) => choices[name as keyof WorkflowOptions]?.(value) === true));
}

/** The options that are given, in the order of the header. */
export function pickOptions(request: WorkflowRequest): Partial<WorkflowOptions> {
  return Object.fromEntries(Object.keys(choices).flatMap((name) => (request[name as keyof WorkflowOptions] === undefined ? [] : [[name, request[name as keyof WorkflowOptions]]])));
}
