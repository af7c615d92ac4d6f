import { join } from 'node:path';
import type { World } from '../ports/world.js';
import { userError } from '../user-error.js';

/** A program that knows which projects depend on which: Nx or Turborepo, as the workspace itself has installed it. */
export interface TaskRunner {
  name: 'nx' | 'turbo';
  program: string;
  root: string;
}

const limitMs = 5 * 60_000;
const runners = [
  { name: 'nx', mark: 'nx.json' },
  { name: 'turbo', mark: 'turbo.json' },
] as const;

/** The workspace's task runner: Nx before Turborepo; null where there is neither, or where it is not installed. */
export async function findTaskRunner({ files }: Pick<World, 'files'>, root: string): Promise<TaskRunner | null> {
  for (const { name, mark } of runners) {
    const program = join(root, 'node_modules/.bin', name);
    if ((await files.exists(join(root, mark))) && (await files.exists(program))) return { name, program, root };
  }
  return null;
}

/** What it answered, or why it did not, as a sentence without its end. */
export async function askTaskRunner(world: World, { name, program, root }: TaskRunner, args: readonly string[]): Promise<{ answer: string } | { unknown: string }> {
  const env = { ...world.env, FORCE_COLOR: '0', NO_COLOR: '1', NX_TUI: 'false' };
  const { outcome, code, stdout, stderr } = await world.processes.run({ program, args, cwd: root, env, timeoutMs: limitMs, signal: world.signal });
  if (outcome === 'aborted') throw userError('BNL021', { signal: String(world.signal.reason ?? 'a signal') });
  if (outcome === 'exited' && code === 0) return { answer: stdout };
  const said = `${stderr}\n${stdout}`.split('\n').map((line) => line.replace(/^\s*(x\s|[|>\s])*/, '').trim()).filter((line) => line !== '' && line !== 'NX');
  const ended = outcome === 'exited' ? `code ${code ?? 'unknown'}` : outcome;
  return { unknown: `${name} ${args.slice(0, 2).join(' ')} ended with ${ended}${said.length === 0 ? '' : `; it said: ${said.slice(0, 2).join(' ').slice(0, 300).replace(/\.$/, '')}`}` };
}
