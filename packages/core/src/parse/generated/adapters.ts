// Generated from ToolName in schemas/definitions.v1.json: the adapter of each tool is in ../tools.
import type { ToolName } from '../../model/index.js';
import type { ToolAdapter } from '../parsed.js';
import { benchline } from '../tools/benchline.js';
import { criterion } from '../tools/criterion.js';
import { hyperfine } from '../tools/hyperfine.js';
import { records } from '../tools/records.js';
import { tinybench } from '../tools/tinybench.js';

export const adapterOf: Readonly<Record<ToolName, ToolAdapter>> = {
  criterion,
  hyperfine,
  tinybench,
  benchline,
  records,
};
