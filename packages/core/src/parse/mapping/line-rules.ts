import { RE2JS } from 're2js';
import type { LineRule } from '../../model/index.js';
import type { LinePlace, LineReader } from '../line-reader.js';
import type { Parsed } from '../parsed.js';
import { MappedReadings } from './mapped-readings.js';
import type { ReportMappingProblem } from './mapping-problem.js';
import { parseRuleWords, type RuleWords } from './rule-words.js';

interface CompiledRule {
  rule: LineRule & { words: RuleWords };
  pattern: RE2JS;
}

/** Rules for lines -> a maker of readers. What cannot be a rule is reported; the readers are then not to be used. The engine is RE2's: it takes time in proportion to the text, whatever the pattern. */
export function compileLineRules(rules: readonly LineRule[], report: ReportMappingProblem): () => LineReader {
  const compiled = rules.flatMap((rule, index) => compileRule(rule, `/lines/${index}`, report) ?? []);
  return () => new RuleReader(compiled);
}

function compileRule(rule: LineRule, pointer: string, report: ReportMappingProblem): CompiledRule | null {
  const pattern = parsePattern(rule.pattern);
  if ('problem' in pattern) {
    report({ pointer: `${pointer}/pattern`, expected: 'a regular expression of RE2', found: `${JSON.stringify(rule.pattern)} (${pattern.problem})` });
    return null;
  }
  const groups = pattern.namedGroups();
  if (!rule.failed && !Object.hasOwn(groups, 'value')) report({ pointer: `${pointer}/pattern`, expected: 'a group (?<value>...) for the number', found: JSON.stringify(rule.pattern) });
  const needed = rule.failed ? { ...rule, unit: 'none', metric: 'none', direction: null } : rule;
  const words = parseRuleWords(needed, { pointer, expected: 'the name of a group (?<name>...) of the pattern in the braces', isKnown: (hole) => Object.hasOwn(groups, hole) }, report);
  return { rule: { ...rule, words }, pattern };
}

function parsePattern(written: string): RE2JS | { problem: string } {
  try {
    return RE2JS.compile(written);
  } catch (cause) {
    return { problem: (cause as Error).message.slice(0, 200) };
  }
}

class RuleReader implements LineReader {
  readonly #rules: readonly CompiledRule[];
  readonly #readings = new MappedReadings();
  readonly #matched = new Set<CompiledRule>();
  readonly #files = new Set<string>();

  constructor(rules: readonly CompiledRule[]) {
    this.#rules = rules;
  }

  line(text: string, { file, line }: LinePlace, unended = false): void {
    this.#files.add(file);
    for (const compiled of this.#rules) {
      const match = compiled.pattern.matcher(text);
      if (!match.find()) continue;
      this.#matched.add(compiled);
      const { rule } = compiled;
      const position = { file, line };
      const values = rule.failed ? [] : [{ written: match.group('value') ?? '', position }];
      // 12 could be what is left of 125.
      const cut = unended && match.end() === text.length ? { doubt: 'the output ends in this line without a line feed, so that it may have been cut off' } : {};
      this.#readings.add({ rule, lookUp: (hole) => match.group(hole), values, failed: rule.failed, ...cut, position });
    }
  }

  end(): Parsed {
    const [only, ...others] = this.#files;
    const where = only !== undefined && others.length === 0 ? { file: only } : {};
    this.#rules.forEach((compiled, index) => {
      // That no benchmark failed is no problem.
      if (!this.#matched.has(compiled) && !compiled.rule.failed) this.#readings.tell(`rule ${index + 1} matches nothing: no line has ${compiled.rule.pattern.slice(0, 200)}`, where);
    });
    return this.#readings.end();
  }
}
