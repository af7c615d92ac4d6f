import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { cargoTarget } from './cargo-target.js';
import { repository } from './pack.js';
import { absentPrograms } from './required-programs.js';
import type { Workspace } from './workspace.js';

const projects = join(repository, 'e2e/projects');

/** What e2e/projects/<tool>/setup.json says of the project beside it. */
export interface ToolSetup {
  /** Programs that must be on PATH. */
  needs?: readonly string[];
  /** Debian packages that bring them, and those that bring no program; CI installs what is absent. */
  debian?: readonly string[];
  libraries?: readonly string[];
  /** false: CI does not have them, because no package brings them; the project runs where they are. */
  ci?: false;
  /** Run in the project before it is measured, one after another. */
  commands?: readonly (readonly [string, ...string[]])[];
  expect: {
    /** Every benchmark's id, no more and no less. */
    benchmarks: readonly string[];
    /** Metrics that every benchmark has. */
    metrics: readonly string[];
    /** false: nothing tells the tool's version. */
    version?: false;
  };
  /** Limit of each step; default 3. */
  timeoutMinutes?: number;
}

/** A tool's page as far as it is executed. */
export interface ToolPage {
  /** Its benchline.json. */
  config: { suites: { name: string; tool: string }[] };
  /** Its commands, in order; the first one is `benchline bench`. */
  commands: string[];
}

/** A real project of a tool, and the page that tells users what to do in it. */
export interface ToolProject {
  tool: string;
  setup: ToolSetup;
  page: ToolPage;
}

/** The projects that can be tried here: one that CI cannot have is left out, loudly, where its programs are absent. */
export function triableProjects(): ToolProject[] {
  return readToolProjects().filter(({ tool, setup }) => {
    const absent = setup.ci === false ? absentPrograms(setup.needs ?? []) : [];
    if (absent.length > 0) process.stderr.write(`NOT TRIED: ${tool}; ${absent.join(', ')} not found, and no package brings it\n`);
    return absent.length === 0;
  });
}

function readToolProjects(): ToolProject[] {
  const tools = readdirSync(projects, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return tools.map(({ name }) => ({ tool: name, setup: JSON.parse(readFileSync(join(projects, name, 'setup.json'), 'utf8')) as ToolSetup, page: readToolPage(name) })).sort((a, b) => (a.tool < b.tool ? -1 : 1));
}

function readToolPage(tool: string): ToolPage {
  const path = join(repository, 'docs/tools', `${tool}.md`);
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const block = (language: string): string => {
    const found = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'm').exec(text)?.[1];
    if (found === undefined) throw new Error(`docs/tools/${tool}.md has no \`\`\`${language} block`);
    return found;
  };
  return { config: JSON.parse(block('json')) as ToolPage['config'], commands: block('sh').split('\n').map((line) => line.replace(/(^|\s+)#.*$/, '').trim()).filter((line) => line !== '') };
}

/** What a project makes beside its sources; a user would have it in .gitignore. */
const made = ['node_modules', '.benchline', 'target', 'build', 'bin', 'obj', '.venv', '__pycache__', '.pytest_cache', '.benchmarks', 'BenchmarkDotNet.Artifacts'];

/**
 * Puts a project into a folder of the workspace: its files, the page's config, a commit, then its own set-up.
 * Cargo builds into the folder that all e2e tests share, so that dependencies are compiled once.
 */
export function placeToolProject(workspace: Workspace, { tool, setup, page }: ToolProject): void {
  cpSync(join(projects, tool), join(workspace.root, tool), { recursive: true, filter: (path) => !path.endsWith('setup.json') });
  workspace.write(`${tool}/benchline.json`, page.config);
  if (workspace.exists(`${tool}/Cargo.toml`)) {
    mkdirSync(cargoTarget, { recursive: true });
    symlinkSync(cargoTarget, join(workspace.root, tool, 'target'));
  }
  const run = (program: string, ...args: string[]): void => runIn(tool, [program, ...args], workspace);
  run('git', 'init', '--quiet', '--initial-branch=main', '.');
  workspace.write(`${tool}/.git/info/exclude`, `${made.join('\n')}\n`);
  for (const [program, ...args] of setup.commands ?? []) run(program, ...args);
  run('git', 'add', '--all');
  run('git', 'commit', '--quiet', '--message', 'a project');
}

function runIn(cwd: string, [program, ...args]: readonly [string, ...string[]], workspace: Workspace): void {
  const { code, output } = workspace.run(program, args, { cwd });
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} exited with ${code}:\n${output}`);
}
