import type { ToolName } from '../model/index.js';
import { benchline } from './benchline-report.js';
import { criterion } from './criterion.js';
import { hyperfine } from './hyperfine.js';
import type { SourceFile, ToolAdapter } from './parsed.js';
import { records } from './records.js';
import { tinybench } from './tinybench.js';

/** Every tool whose output can be read. */
export const adapters: readonly ToolAdapter[] = [criterion, hyperfine, tinybench, benchline, records];

/** The adapter of a tool. */
export function adapterFor(tool: ToolName): ToolAdapter {
  const found = adapters.find((adapter) => adapter.tool === tool);
  if (!found) throw new Error(`no adapter for the tool ${tool}`);
  return found;
}

/** The tool that wrote these files; null where none or more than one could have. */
export function detectTool(files: readonly SourceFile[]): ToolName | null {
  const [first, ...others] = adapters.filter((adapter) => adapter.detects(files));
  return first !== undefined && others.length === 0 ? first.tool : null;
}
