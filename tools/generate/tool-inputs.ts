import type { GeneratedFile } from './artefacts.js';
import type { ToolFacts } from './read-traits.js';

type Input = string | { runtime: string } | { env: string };

function inputsOf({ runs }: ToolFacts): Input[] {
  const { commands, variables, files } = runs.key ?? { commands: [], variables: [], files: [] };
  return [...commands.map((runtime) => ({ runtime })), ...variables.map((env) => ({ env })), ...files.map((file) => `{workspaceRoot}/${file}`)];
}

/** What Nx keys a measurement by, of each tool that asks for more than sources; and which tools measure what Cargo builds. */
export function renderToolInputs(facts: readonly ToolFacts[]): GeneratedFile {
  const rows = facts.map((each) => ({ tool: each.tool, inputs: inputsOf(each) })).filter(({ inputs }) => inputs.length > 0);
  const cargo = facts.filter(({ runs }) => runs.cargo).map(({ tool }) => tool);
  const lines = [
    "// Generated from the runners' traits in packages/cli/src/tools.",
    "import type { TargetInput } from '../tool-inputs.js';",
    '',
    'export const toolInputs: Readonly<Record<string, readonly TargetInput[]>> = {',
    ...rows.flatMap(({ tool, inputs }) => [`  '${tool}': [`, ...inputs.map((input) => `    ${JSON.stringify(input)},`), '  ],']),
    '};',
    '',
    `export const cargoTools: ReadonlySet<string> = new Set(${JSON.stringify(cargo)});`,
    '',
  ];
  return { path: 'packages/nx/src/generated/tool-inputs.ts', text: lines.join('\n') };
}
