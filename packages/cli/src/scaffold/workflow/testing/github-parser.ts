import { join } from 'node:path';
import { buildSync } from 'esbuild';

interface Parser {
  NoOperationTraceWriter: new () => object;
  parseWorkflow(file: { name: string; content: string }, trace: object): { value?: object; context: { errors: { getErrors(): { message: string }[] } } };
}

/** Compiled into the package: what a bundle of it needs at run time. */
type Load = (module: { exports: unknown }, exports: unknown, load: typeof require) => void;

let parser: Parser | undefined;

/** What GitHub's own parser says against a workflow. The package is bundled first: Node 20 cannot load its JSON imports. */
export function githubErrors(name: string, content: string): string[] {
  parser ??= loadParser();
  return parser.parseWorkflow({ name, content }, new parser.NoOperationTraceWriter()).context.errors.getErrors().map(({ message }) => message);
}

function loadParser(): Parser {
  const stdin = { contents: "export { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';", resolveDir: join(__dirname, '../../../../../..') };
  const { outputFiles } = buildSync({ stdin, bundle: true, platform: 'node', format: 'cjs', write: false, logLevel: 'silent' });
  const module = { exports: {} as Parser };
  (new Function('module', 'exports', 'require', outputFiles[0]!.text) as Load)(module, module.exports, require);
  return module.exports;
}
