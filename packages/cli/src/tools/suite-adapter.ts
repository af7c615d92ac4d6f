import { createFinding, type SuiteConfig } from '@benchline/core/model';
import { adapterFor, type ToolAdapter } from '@benchline/core/parse';
import { UserError } from '../user-error.js';

/** Reads a suite's output: the adapter of its tool, of tool mapping the one that has the suite's rules. Throws BNL003 with everything that is wrong with them. */
export async function suiteAdapter({ name, tool, mapping }: Pick<SuiteConfig, 'name' | 'tool' | 'mapping'>): Promise<ToolAdapter> {
  if (tool !== 'mapping' || mapping === null) return adapterFor(tool);
  const { createMappingAdapter } = await import('@benchline/core/parse/mapping');
  const created = createMappingAdapter(mapping);
  if ('adapter' in created) return created.adapter;
  throw new UserError(created.problems.map(({ pointer, expected, found }) => createFinding('BNL003', { artefact: 'mapping', expected, found }, { suite: name, pointer })), 2);
}
