import { createFinding } from '../../model/index.js';
import type { ToolAdapter } from '../parsed.js';

/**
 * Output that no adapter knows, read by rules of the suite's config: parse/mapping/create-mapping-adapter.ts makes the adapter that has them. This one stands for it where no
 * rules are at hand, and says so.
 */
export const mapping: ToolAdapter = {
  tool: 'mapping',
  title: 'Mapping',
  traits: {
    versions: 'any JSON, JSON lines or text',
    metrics: [{ name: null, unit: null, direction: 'told', kinds: ['raw', 'batch-mean', 'summary', 'exact'] }],
    ordered: true,
    nesting: null,
    failure: '"failed" of a rule, or a value that is no number',
    nothingRun: 'no rule finds anything',
  },
  detects: () => false,
  parse: (files) => {
    const [only, ...others] = files;
    const problem = 'it can be read only by the rules of a suite ("mapping" in the config)';
    return { harness: { name: 'mapping', version: null, outputVersion: null }, readings: [], findings: [createFinding('BNL002', { tool: 'tool mapping', problem }, only !== undefined && others.length === 0 ? { file: only.path } : {})] };
  },
};
