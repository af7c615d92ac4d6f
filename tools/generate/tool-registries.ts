import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { GeneratedFile, JsonSchema } from './artefacts.js';
import { repository } from './read-schemas.js';

const parseFolder = 'packages/core/src/parse';
const runnerFolder = 'packages/cli/src/tools';

/** google-benchmark -> googleBenchmark: the name of the adapter that parse/tools/google-benchmark.ts exports. */
function exportName(tool: string): string {
  return tool.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function hasFile(path: string): boolean {
  return existsSync(join(repository, path));
}

function adapterRegistry(tools: readonly string[]): GeneratedFile {
  const imports = [...tools].sort().map((tool) => `import { ${exportName(tool)} } from '../tools/${tool}.js';`);
  const lines = [
    '// Generated from ToolName in schemas/definitions.v1.json: the adapter of each tool is in ../tools.',
    "import type { ToolName } from '../../model/index.js';",
    "import type { ToolAdapter } from '../parsed.js';",
    ...imports,
    '',
    'export const adapterOf: Readonly<Record<ToolName, ToolAdapter>> = {',
    ...tools.map((tool) => (exportName(tool) === tool ? `  ${tool},` : `  '${tool}': ${exportName(tool)},`)),
    '};',
    '',
  ];
  return { path: `${parseFolder}/generated/adapters.ts`, text: lines.join('\n') };
}

/** A tool without a runner of its own is run by the command the config names, and read from what that writes. */
function runnerRegistry(tools: readonly string[]): GeneratedFile {
  const own = tools.filter((tool) => hasFile(`${runnerFolder}/${tool}/runner.ts`));
  const lines = [
    '// Generated from ToolName in schemas/definitions.v1.json: the runner of a tool is in ../<tool>/runner.ts, if it has one.',
    "import type { ToolName } from '@benchline/core/model';",
    "import type { ToolRunner } from '../tool-runner.js';",
    '',
    'export const ownRunners: { readonly [T in ToolName]?: () => Promise<ToolRunner> } = {',
    ...own.map((tool) => `  ${exportName(tool) === tool ? tool : `'${tool}'`}: async () => (await import('../${tool}/runner.js')).runner,`),
    '};',
    '',
  ];
  return { path: `${runnerFolder}/generated/runners.ts`, text: lines.join('\n') };
}

/** What `init` finds; all of them look at every repository. */
function detectorRegistry(tools: readonly string[]): GeneratedFile {
  const own = tools.filter((tool) => hasFile(`${runnerFolder}/${tool}/detect.ts`));
  const lines = [
    '// Generated from ToolName in schemas/definitions.v1.json: what finds a tool in a repository is in ../<tool>/detect.ts, if anything does.',
    "import type { Detector } from '../detector.js';",
    ...[...own].sort().map((tool) => `import { detector as ${exportName(tool)} } from '../${tool}/detect.js';`),
    '',
    `export const detectors: readonly Detector[] = [${own.map(exportName).join(', ')}];`,
    '',
  ];
  return { path: `${runnerFolder}/generated/detectors.ts`, text: lines.join('\n') };
}

/** The lists of adapters, runners and detectors, told by the names of their files. */
export function renderToolRegistries(schemas: ReadonlyMap<string, JsonSchema>): GeneratedFile[] {
  const tools = schemas.get('definitions.v1.json')?.$defs?.['ToolName']?.['enum'] as string[];
  return [adapterRegistry(tools), runnerRegistry(tools), detectorRegistry(tools)];
}
