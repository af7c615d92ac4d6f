import type { Mapping } from '../../model/index.js';
import { parseLines } from '../line-reader.js';
import type { ToolAdapter } from '../parsed.js';
import { mapping as unmapped } from '../tools/mapping.js';
import { compileJsonRules } from './json-rules.js';
import { compileLineRules } from './line-rules.js';
import type { MappingProblem } from './mapping-problem.js';

/** The adapter that reads by these rules, or everything that is wrong with them. */
export function createMappingAdapter(mapping: Mapping): { adapter: ToolAdapter } | { problems: MappingProblem[] } {
  const problems: MappingProblem[] = [];
  const adapter = adapterOf(mapping, (problem) => problems.push(problem));
  return problems.length > 0 ? { problems } : { adapter };
}

function adapterOf(mapping: Mapping, report: (problem: MappingProblem) => void): ToolAdapter {
  if (mapping.form !== 'lines') return { ...unmapped, parse: compileJsonRules(mapping.rules, mapping.form, report) };
  const createReader = compileLineRules(mapping.rules, report);
  return { ...unmapped, parse: (files) => parseLines(files, createReader()), createReader };
}
