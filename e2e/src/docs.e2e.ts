import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packTarballs, repository } from './pack.js';
import { createWorkspace, type Workspace } from './workspace.js';

/** A command of a documentation page, in the page's order. */
interface Example {
  page: string;
  line: number;
  command: string;
}

const pages = ['docs/how-to/benchmarking.md', 'docs/how-to/calibrate.md', 'docs/how-to/paired.md', 'docs/how-to/objectives.md', 'docs/how-to/profiles.md', 'docs/how-to/pull-request-comment.md'];

/** Code blocks after `<!-- runs -->`: one command a line, what follows `  #` is a comment. */
function examples(page: string): Example[] {
  const text = readFileSync(join(repository, page), 'utf8');
  return [...text.matchAll(/<!-- runs -->\n```sh\n([\s\S]*?)```/g)].flatMap((block) => {
    const firstLine = text.slice(0, block.index).split('\n').length + 2;
    const commands = block[1]!.trimEnd().split('\n');
    return commands.map((command, index) => ({ page, line: firstLine + index, command: command.replace(/\s{2,}#.*$/, '').trim() }));
  });
}

/** Files a page shows after `<!-- file: PATH -->`. */
function shownFiles(page: string): { path: string; content: string }[] {
  const text = readFileSync(join(repository, page), 'utf8');
  return [...text.matchAll(/<!-- file: (\S+) -->\n```\w+\n([\s\S]*?)```/g)].map(([, path, content]) => ({ path: path!, content: content! }));
}

/** Splits at spaces outside double quotes. */
function words(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);
}

let workspace: Workspace;

beforeAll(() => {
  workspace = createWorkspace('docs');
  workspace.write('package.json', { name: 'quickstart', private: true });
  workspace.write('.gitignore', 'node_modules\n.git-global\n');
  workspace.write('src/parse.js', 'exports.parse = JSON.parse;\n');
  for (const { path, content } of pages.flatMap(shownFiles)) workspace.write(path, content);
  const { schemas, core, cli } = packTarballs();
  workspace.must('npm', ['install', '--save-dev', schemas, core, cli]);
  workspace.must('git', ['init', '--quiet', '--initial-branch=main', '.']);
  workspace.commit('start');
});

afterAll(() => workspace.dispose());

/** What is configured is on the default branch, of which the remote knows; on a branch something changes. */
function startBranch(): void {
  workspace.commit('benchline');
  workspace.must('git', ['update-ref', 'refs/remotes/origin/main', 'HEAD']);
  workspace.must('git', ['remote', 'add', 'origin', '.']);
}

const all = pages.flatMap(examples);

test('the pages have examples that run', () => {
  expect(all.length).toBeGreaterThanOrEqual(8);
});

test.each(all)('$page:$line: $command', ({ command }) => {
  const [program, ...args] = words(command);
  const { code, output } = workspace.run(program!, args, { env: { BENCHLINE_TESTS_PASSED: 'true' } });
  expect({ code, output }).toEqual({ code: 0, output: expect.any(String) });
  if (args.includes('init')) startBranch();
});
