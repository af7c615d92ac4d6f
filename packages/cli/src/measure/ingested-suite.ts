import type { SuiteConfig, ToolName } from '@benchline/core/model';
import type { ToolAdapter } from '@benchline/core/parse';
import { suiteAdapter } from '../tools/suite-adapter.js';
import { userError } from '../user-error.js';

export interface IngestedSuite {
  suite: Pick<SuiteConfig, 'name' | 'filter'>;
  adapter: ToolAdapter;
}

/** The suite that ingested output belongs to, and what reads it: the one that is named, else the only one of the tool; without one, the tool gives its name. */
export async function chooseSuite({ suites, tool, name }: { suites: readonly SuiteConfig[]; tool: ToolName; name: string | null }): Promise<IngestedSuite> {
  const ofTool = suites.filter((suite) => suite.tool === tool);
  const configured = name === null && ofTool.length === 1 ? ofTool[0] : ofTool.find((suite) => suite.name === name);
  if (tool === 'mapping' && configured === undefined) throw withoutRules(ofTool);
  const adapter = await suiteAdapter(configured ?? { name: tool, tool, mapping: null });
  return { suite: { name: name ?? configured?.name ?? tool, filter: null }, adapter };
}

/** Rules stand in a suite; which suite's they are is not guessed. */
function withoutRules(suites: readonly SuiteConfig[]): Error {
  const fix = suites.length === 0 ? 'Give a suite of the config the tool "mapping", and its rules as "mapping".' : `Name it: --suite ${suites.map(({ name }) => name).join('|')}.`;
  return userError('BNL016', { problem: 'Whose rules read this output cannot be told', fix });
}
