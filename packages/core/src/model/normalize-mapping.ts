import type { WrittenJsonRule, WrittenLineRule, WrittenMapping, WrittenSuite } from './generated/types.js';
import type { ReportProblem } from './config-problem.js';
import type { JsonRule, LineRule, Mapping, MappingRule } from './mapping.js';

/** The mapping of a suite with every default filled in; null where it has none. One that is missing, or that no tool would read, is a problem. */
export function normalizeMapping(suite: WrittenSuite, pointer: string, report: ReportProblem): Mapping | null {
  const { tool, mapping } = suite;
  if (tool === 'mapping' && mapping === undefined) report({ pointer: `${pointer}/mapping`, expected: 'rules that say how the output is read', found: 'nothing' });
  if (tool !== 'mapping' && mapping !== undefined) report({ pointer: `${pointer}/mapping`, expected: 'no rules, since only tool mapping reads by them', found: `tool ${tool}` });
  return mapping === undefined ? null : mappingOf(mapping);
}

function mappingOf({ json, jsonLines, lines }: WrittenMapping): Mapping {
  if (lines !== undefined) return { form: 'lines', rules: lines.map(lineRule) };
  return jsonLines === undefined ? { form: 'json', rules: (json ?? []).map(jsonRule) } : { form: 'jsonLines', rules: jsonLines.map(jsonRule) };
}

function jsonRule(written: WrittenJsonRule): JsonRule {
  const { each = '$', id, unit, value, failed = null } = written;
  return { each, value, failed, ...commonOf(written, { id, unit }) };
}

function lineRule(written: WrittenLineRule): LineRule {
  const { pattern, id = '{name}', unit = '{unit}', failed = false } = written;
  return { pattern, failed, ...commonOf(written, { id, unit }) };
}

function commonOf(written: WrittenJsonRule | WrittenLineRule, { id, unit }: Pick<MappingRule, 'id' | 'unit'>): MappingRule {
  const { group = null, metric = 'time', direction = null, kind = 'summary', ordered = false, repeated = false } = written;
  return { id, group, metric, unit, direction, kind, ordered, repeated };
}
