import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { RunnerTraits, ToolRunner } from '../../packages/cli/src/tools/tool-runner.js';
import type { ToolTraits } from '../../packages/core/src/parse/index.js';
import { repository } from './read-schemas.js';

/** What a tool's adapter and its runner say of themselves. */
export interface ToolFacts {
  tool: string;
  title: string;
  reads: ToolTraits;
  runs: RunnerTraits;
  /** Whether it has a runner of its own. */
  hasRunner: boolean;
}

interface Registries {
  adapters: readonly { tool: string; title: string; traits: ToolTraits }[];
  runnerFor(tool: string): Promise<ToolRunner>;
  ownRunners: Readonly<Record<string, unknown>>;
}

const entry = `
export { adapters } from './packages/core/src/parse/index.ts';
export { runnerFor } from './packages/cli/src/tools/runner-for.ts';
export { ownRunners } from './packages/cli/src/tools/generated/runners.ts';
`;

/** Every tool's facts, in the order of the schema; from the packages' sources, so that nothing need be built. */
export async function readToolFacts(): Promise<ToolFacts[]> {
  const { adapters, runnerFor, ownRunners } = loadRegistries();
  return Promise.all(adapters.map(async ({ tool, title, traits }) => ({ tool, title, reads: traits, runs: (await runnerFor(tool)).traits, hasRunner: tool in ownRunners })));
}

function loadRegistries(): Registries {
  const { outputFiles } = buildSync({
    stdin: { contents: entry, resolveDir: repository, loader: 'ts' },
    bundle: true, write: false, platform: 'node', format: 'cjs', target: 'node20', packages: 'external',
    tsconfig: join(repository, 'tsconfig.check.json'), supported: { 'dynamic-import': false }, logLevel: 'silent',
  });
  const module = { exports: {} as Registries };
  const run = new Function('module', 'exports', 'require', '__dirname', outputFiles[0]?.text ?? '') as (...globals: unknown[]) => void;
  run(module, module.exports, createRequire(join(repository, 'packages/cli/package.json')), join(repository, 'packages/cli/src'));
  return module.exports;
}
