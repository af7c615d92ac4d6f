import type { MappingRule } from '../../model/index.js';
import type { ReportMappingProblem } from './mapping-problem.js';
import { parseTemplate, type Template } from './template.js';

/** The texts of a rule, ready to be filled. */
export interface RuleWords {
  id: Template;
  group: Template | null;
  metric: Template;
  unit: Template;
  direction: Template | null;
}

/** Reads the texts of a rule; `isKnown` says whether a hole can be filled at all. */
export function parseRuleWords(rule: MappingRule, known: { pointer: string; expected: string; isKnown: (hole: string) => boolean }, report: ReportMappingProblem): RuleWords {
  const read = (key: 'id' | 'group' | 'metric' | 'unit' | 'direction'): Template | null => {
    const written = rule[key];
    if (written === null) return null;
    const template = parseTemplate(written);
    const found = JSON.stringify(written);
    if (template === null) report({ pointer: `${known.pointer}/${key}`, expected: 'text whose braces are closed ({{ stands for a brace itself)', found });
    else if (template.some((part) => 'hole' in part && !known.isKnown(part.hole))) report({ pointer: `${known.pointer}/${key}`, expected: known.expected, found });
    return template ?? [];
  };
  return { id: read('id') ?? [], group: read('group'), metric: read('metric') ?? [], unit: read('unit') ?? [], direction: read('direction') };
}
