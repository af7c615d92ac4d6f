import type { TargetConfiguration } from '@nx/devkit';
import { cargoTools, toolInputs } from './generated/tool-inputs.js';

export type TargetInput = NonNullable<TargetConfiguration['inputs']>[number];

/**
 * The inputs that the tools of a project's suites ask for, each once: toolchain versions, variables they obey, files above the project. A tool without a row asks for none.
 * Nx runs `runtime` inputs when it hashes the task, never while it builds the graph; a missing program hashes as a constant and is no error.
 */
export function inputsOfTools(tools: readonly string[]): TargetInput[] {
  const asked = tools.filter((tool) => Object.hasOwn(toolInputs, tool)).flatMap((tool) => toolInputs[tool] ?? []);
  return [...new Map(asked.map((input) => [JSON.stringify(input), input])).values()];
}

/** Whether Cargo builds what one of the tools measures. */
export function isBuiltByCargo(tools: readonly string[]): boolean {
  return tools.some((tool) => cargoTools.has(tool));
}
