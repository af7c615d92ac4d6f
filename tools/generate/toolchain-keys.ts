import type { GeneratedFile } from './artefacts.js';
import type { ToolFacts } from './read-traits.js';

/** What keys a measurement beside its sources, by tool: for whoever must know it without loading every runner. */
export function renderToolchainKeys(facts: readonly ToolFacts[]): GeneratedFile {
  const rows = facts.flatMap(({ tool, runs: { key } }) => (key === undefined ? [] : [{ tool, key }]));
  const cargo = facts.filter(({ runs }) => runs.cargo).map(({ tool }) => tool);
  const lines = [
    "// Generated from the runners' traits in packages/cli/src/tools.",
    "import type { ToolName } from '@benchline/core/model';",
    "import type { ToolchainKey } from '../toolchain-key.js';",
    '',
    'export const toolchainKeys: { readonly [T in ToolName]?: ToolchainKey } = {',
    ...rows.flatMap(({ tool, key }) => [`  '${tool}': {`, ...(['commands', 'variables', 'files'] as const).map((part) => `    ${part}: ${JSON.stringify(key[part])},`), '  },']),
    '};',
    '',
    `export const cargoTools: ReadonlySet<ToolName> = new Set<ToolName>(${JSON.stringify(cargo)});`,
    '',
  ];
  return { path: 'packages/cli/src/tools/generated/toolchain-keys.ts', text: lines.join('\n') };
}
