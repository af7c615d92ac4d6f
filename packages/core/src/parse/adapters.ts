import type { ToolName } from '../model/index.js';
import { adapterOf } from './generated/adapters.js';
import type { SourceFile, ToolAdapter } from './parsed.js';

/** Every tool whose output can be read. */
export const adapters: readonly ToolAdapter[] = Object.values(adapterOf);

/** The adapter of a tool. */
export function adapterFor(tool: ToolName): ToolAdapter {
  return adapterOf[tool];
}

/** The tools that could have written these files. */
export function detectTools(files: readonly SourceFile[]): ToolName[] {
  return adapters.filter((adapter) => adapter.detects(files)).map(({ tool }) => tool);
}

/** The tool that wrote these files; null where none or more than one could have. */
export function detectTool(files: readonly SourceFile[]): ToolName | null {
  const [first, ...others] = detectTools(files);
  return first !== undefined && others.length === 0 ? first : null;
}
