import type { Commit } from '@benchline/core/model';
import { userError } from '../user-error.js';
import type { CommittedFile, Git } from './git.js';
import type { Processes } from './processes.js';

const timeoutMs = 60_000;
/** A worktree of a large repository takes its time. */
const writingTimeoutMs = 15 * 60_000;
const keepBytes = 4 * 1024 * 1024;
/** Room for the paths of two million files. */
const longestListing = 256 * 1024 * 1024;
const nowhere: Commit = { sha: null, dirty: null, branch: null, mergeBase: null };

type Environment = Readonly<Record<string, string | undefined>>;

/** Runs git in a folder: its output without the last line end, or null when git fails or is absent. */
type Ask = (folder: string, ...args: string[]) => Promise<string | null>;

/** Questions to the git program. Variables that would point it at another repository (GIT_DIR and others) are left out. */
export function createNodeGit(processes: Processes, env: Environment): Git {
  const ask = createAsk(processes, env);
  const demand = createDemand(processes, env);
  const read = createRead(processes, env);
  return {
    commit: (folder) => readCommit(ask, folder, env),
    top: (folder) => ask(folder, 'rev-parse', '--show-toplevel'),
    resolve: (folder, ref) => resolveRef(ask, folder, ref),
    mergeBase: async (folder, a, b) => ask(folder, 'merge-base', '--end-of-options', await unshadowed(ask, folder, a), await unshadowed(ask, folder, b)),
    isAncestor: async (folder, ancestor, descendant) => (await ask(folder, 'merge-base', '--is-ancestor', '--end-of-options', await unshadowed(ask, folder, ancestor), await unshadowed(ask, folder, descendant))) !== null,
    isShallow: async (folder) => (await ask(folder, 'rev-parse', '--is-shallow-repository')) === 'true',
    defaultBranch: async (folder) => (await findDefaultBranch(ask, folder))?.name ?? null,
    hasSubmodules: async (folder) => ((await ask(folder, 'ls-files', '--stage')) ?? '').split('\n').some((line) => line.startsWith('160000 ')),
    userName: async (folder) => (await ask(folder, 'config', 'user.name')) || null,
    workingTreeCommit: async (folder) => (await ask(folder, '-c', 'user.name=benchline', '-c', 'user.email=benchline@localhost', 'stash', 'create')) || null,
    changedSince: async (folder, sha) => read(folder, longestListing, 'diff', '--name-only', '--no-renames', '--no-ext-diff', '-z', '--end-of-options', sha, 'HEAD').then((listing) => listing.split('\0').filter((path) => path !== ''), () => null),
    listCommit: async (folder, sha) => committedFiles(await read(folder, longestListing, 'ls-tree', '-r', '-z', '--full-tree', sha)),
    readCommitted: ({ folder, sha, path }, limitBytes) => read(folder, limitBytes, 'cat-file', 'blob', `${sha}:${path}`),
    worktrees: async (folder) => worktreePaths(await ask(folder, 'worktree', 'list', '--porcelain')),
    addWorktree: (folder, path, ref) => demand(folder, 'worktree', 'add', '--detach', '--force', '--', path, ref),
    removeWorktree: (folder, path) => demand(folder, 'worktree', 'remove', '--force', '--', path),
  };
}

/** Git must neither wait for a password or a pager, nor start a monitor that outlives it, nor run the user's hooks (a checkout into a worktree would). */
function gitCommand(env: Environment, folder: string, args: readonly string[]) {
  const kept = Object.entries(env).filter(([name]) => !name.startsWith('GIT_'));
  return {
    program: 'git',
    args: ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '-c', 'core.quotePath=false', ...args],
    cwd: folder,
    env: { ...Object.fromEntries(kept), GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', GIT_PAGER: 'cat', LC_ALL: 'C' },
    timeoutMs,
    keepBytes,
  };
}

function createAsk(processes: Processes, env: Environment): Ask {
  return async (folder, ...args) => {
    const { outcome, code, stdout } = await processes.run(gitCommand(env, folder, args));
    return outcome === 'exited' && code === 0 ? stdout.replace(/\r?\n$/, '') : null;
  };
}

function createDemand(processes: Processes, env: Environment) {
  return async (folder: string, ...args: string[]): Promise<void> => {
    const { outcome, code, stderr } = await processes.run({ ...gitCommand(env, folder, args), timeoutMs: writingTimeoutMs });
    if (outcome === 'exited' && code === 0) return;
    if (outcome === 'not-found') throw userError('BNL022', { problem: 'git was not found', fix: 'Install git and put it on PATH.' });
    const told = stderr.trim().split('\n').at(-1) ?? outcome;
    throw userError('BNL022', { problem: `git ${args.slice(0, 2).join(' ')} failed: ${told}`, fix: 'Run the command by itself in the repository to see all of its output.' });
  };
}

/** Output as it is, of at most so many bytes. */
function createRead(processes: Processes, env: Environment) {
  return async (folder: string, limitBytes: number, ...args: string[]): Promise<string> => {
    const { outcome, code, stdout, stderr } = await processes.run({ ...gitCommand(env, folder, args), timeoutMs: writingTimeoutMs, keepBytes: limitBytes });
    if (outcome === 'exited' && code === 0) return stdout;
    if (outcome === 'not-found') throw userError('BNL022', { problem: 'git was not found', fix: 'Install git and put it on PATH.' });
    if (outcome !== 'exited') throw userError('BNL012', { limit: `${limitBytes} B`, found: 'more' }, { file: args.at(-1) ?? '' });
    throw userError('BNL022', { problem: `git ${args[0]} failed: ${stderr.trim().split('\n').at(-1) ?? ''}`, fix: 'Fetch the whole history: git fetch --unshallow, or fetch-depth: 0 in the checkout step.' });
  };
}

/** `git ls-tree -z`: `<mode> <type> <object>\t<path>`, each ended by a NUL. */
function committedFiles(listing: string): CommittedFile[] {
  return listing.split('\0').flatMap((entry) => {
    const [, mode, path] = /^(\d{6}) [^\t]*\t([^]+)$/.exec(entry) ?? [];
    return mode === undefined || path === undefined ? [] : [{ path, kind: mode === '120000' ? ('link' as const) : mode === '160000' ? ('other' as const) : ('file' as const) }];
  });
}

async function readCommit(ask: Ask, folder: string, env: Environment): Promise<Commit> {
  // A promoted baseline that is not committed yet is no change of what is measured: the next project of the same job may be promoted too.
  const [status, base] = await Promise.all([
    ask(folder, 'status', '--porcelain=v2', '--branch', '--untracked-files=normal', '--', ':(top)', ':(top,exclude,glob)**/baselines/**'),
    findDefaultBranch(ask, folder),
  ]);
  const { sha, branch, dirty } = parseStatus(status ?? '');
  if (sha === null) return nowhere;
  return { sha, dirty, branch: branch ?? branchInCi(env), mergeBase: base === null ? null : await mergeBaseOf(ask, folder, { sha, base }) };
}

/** Git is asked only where HEAD is not the default branch's own commit. */
async function mergeBaseOf(ask: Ask, folder: string, { sha, base }: { sha: string; base: BranchRef }): Promise<string | null> {
  return base.sha === sha ? sha : ask(folder, 'merge-base', '--end-of-options', 'HEAD', base.sha);
}

/** `git status --porcelain=v2 --branch`: header lines `# branch.oid SHA|(initial)` and `# branch.head NAME|(detached)`, then a line for each change. */
function parseStatus(status: string): Pick<Commit, 'sha' | 'branch' | 'dirty'> {
  const lines = status.split('\n').filter((line) => line !== '');
  const header = (name: string): string => lines.find((line) => line.startsWith(`# branch.${name} `))?.slice(`# branch.${name} `.length) ?? '(none)';
  const known = (value: string): string | null => (/^\((none|initial|detached)\)$/.test(value) ? null : value);
  return { sha: known(header('oid')), branch: known(header('head')), dirty: lines.some((line) => !line.startsWith('#')) };
}

/** CI checks out a commit, not a branch; the service knows the branch's name. */
function branchInCi(env: Environment): string | null {
  return env['GITHUB_HEAD_REF'] || env['GITHUB_REF_NAME'] || env['CI_COMMIT_REF_NAME'] || env['BUILDKITE_BRANCH'] || null;
}

function worktreePaths(listing: string | null): string[] {
  return (listing ?? '').split('\n').filter((line) => line.startsWith('worktree ')).map((line) => line.slice('worktree '.length));
}

async function resolveRef(ask: Ask, folder: string, ref: string): Promise<string | null> {
  const verified = (name: string): Promise<string | null> => ask(folder, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`);
  return (ref.startsWith('origin/') ? await verified(`refs/remotes/${ref}`) : null) ?? verified(ref);
}

/** To git a tag that is called origin/main stands before the branch: whoever may push a tag could choose what a change is compared with. */
async function unshadowed(ask: Ask, folder: string, ref: string): Promise<string> {
  return ref.startsWith('origin/') ? ((await resolveRef(ask, folder, ref)) ?? ref) : ref;
}

interface BranchRef {
  name: string;
  sha: string;
}

/** The remote's default branch; without one: init.defaultBranch, main or master, whichever exists here; else the only branch there is. */
async function findDefaultBranch(ask: Ask, folder: string): Promise<BranchRef | null> {
  const listing = await ask(folder, 'for-each-ref', '--format=%(objectname) %(refname) %(symref)', 'refs/heads', 'refs/remotes/origin');
  const rows = (listing ?? '').split('\n').filter((line) => line !== '').map((line) => line.split(' ') as [string, string, string]);
  const refs = new Map(rows.map(([sha, ref, target]) => [ref, { sha, target }]));
  const refNamed = (ref: string): BranchRef => ({ name: shortName(ref), sha: refs.get(ref)?.sha ?? '' });
  const remote = refs.get('refs/remotes/origin/HEAD')?.target;
  if (remote !== undefined && refs.has(remote)) return refNamed(remote);
  if (refs.size === 0) return null;
  const names = await likelyNames([...refs.keys()], () => ask(folder, 'config', 'init.defaultBranch'));
  const found = ['refs/remotes/origin/', 'refs/heads/'].flatMap((place) => names.map((name) => `${place}${name}`)).find((ref) => refs.has(ref));
  if (found !== undefined) return refNamed(found);
  const branches = [...refs.keys()].filter((ref) => ref.startsWith('refs/heads/'));
  return branches.length === 1 ? refNamed(branches[0]!) : null;
}

/** Where the only branch is called main or master, it does not matter what is configured. */
async function likelyNames(refs: readonly string[], askConfigured: () => Promise<string | null>): Promise<string[]> {
  const usual = ['main', 'master'];
  const [only, ...others] = new Set(refs.map((ref) => ref.replace(/^refs\/(?:heads|remotes\/origin)\//, '')));
  if (only !== undefined && others.length === 0 && usual.includes(only)) return usual;
  const configured = await askConfigured();
  return configured ? [configured, ...usual] : usual;
}

function shortName(ref: string): string {
  return ref.replace(/^refs\/(remotes|heads)\//, '');
}
