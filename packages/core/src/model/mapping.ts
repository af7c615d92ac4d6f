import type { MetricKind } from './generated/types.js';

/** What a rule says of each value it finds. Texts are templates: `{...}` stands for what the output holds there. */
export interface MappingRule {
  id: string;
  group: string | null;
  metric: string;
  unit: string;
  /** lower, higher, none, or a template that gives one of them; null: what the unit says. */
  direction: string | null;
  kind: MetricKind;
  ordered: boolean;
  /** What is found of one id and metric are values of one benchmark. */
  repeated: boolean;
}

/** A rule for JSON; its paths are JSONPath (RFC 9535), `$` the document, `@` the element. */
export interface JsonRule extends MappingRule {
  each: string;
  value: string;
  failed: string | null;
}

/** A rule for a line of text: a regular expression of RE2 whose named groups the templates name. */
export interface LineRule extends MappingRule {
  pattern: string;
  /** A line that matches says that the benchmark failed. */
  failed: boolean;
}

/** How output that no adapter knows is read. */
export type Mapping = { form: 'json' | 'jsonLines'; rules: JsonRule[] } | { form: 'lines'; rules: LineRule[] };
