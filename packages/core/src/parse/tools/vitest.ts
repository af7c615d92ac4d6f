import { createFinding } from '../../model/index.js';
import { asArray, asRecord, field } from '../fields.js';
import { warnOfCoarseClock } from '../coarse-clock.js';
import { parseJson } from '../json-text.js';
import { looksLike } from '../looks-like.js';
import { metricShapes } from '../metric-shapes.js';
import { parseEach } from '../parse-each.js';
import type { Parsed, SourceFile, ToolAdapter } from '../parsed.js';
import { readGroups } from './vitest-groups.js';
import { readTests } from './vitest-tests.js';

const title = 'Vitest';

/**
 * Vitest's benchmarks: `vitest bench --outputJson` of 2 to 4, and the JSON reporter of 5. Its absolute paths are named by the path below the
 * project's folder; where that is not known, as Vitest shows them (2 to 4), or by as many last segments as tell them apart.
 * Only latency is read: `hz` and `throughput` can order two benchmarks the other way round.
 */
export const vitest: ToolAdapter = {
  tool: 'vitest',
  title,
  traits: {
    versions: '2 to 5',
    metrics: [{ ...metricShapes.time, kinds: ['raw', 'summary'] }],
    ordered: false,
    nesting: null,
    failure: '2 to 4: a benchmark without numbers; 5: a test whose "status" is failed',
    nothingRun: '2 to 4: no "groups" in any file; 5: every test skipped',
  },
  detects: looksLike(/^\s*\{\s*(?:"files"\s*:\s*\[\s*(?:\]|\{\s*"filepath"\s*:)|"numTotalTestSuites"\s*:)/),
  parse: (files) => parseEach(files, title, (file) => warnOfCoarseClock(parseFile(file), file.path)),
};

/** The outputs name no version; what they are tells at least the old engine from the new one. */
function parseFile(file: SourceFile): Parsed {
  const parsed = (outputVersion: string | null, rest: Pick<Parsed, 'readings' | 'findings'>): Parsed => ({ harness: { name: title, version: null, outputVersion }, ...rest });
  const failed = (finding: Parsed['findings'][number]): Parsed => parsed(null, { readings: [], findings: [finding] });
  const json = parseJson(file.text, file.path, title);
  if ('finding' in json) return failed(json.finding);
  const files = asArray(field(json.value, 'files'));
  if (files !== null) return parsed('outputJson', readGroups(files, file));
  const results = asArray(field(json.value, 'testResults'));
  if (results !== null) return parsed('json reporter', readTests(results, file));
  const problem = asRecord(json.value) === null ? 'it is no JSON object' : 'there is neither "files" nor "testResults"';
  return failed(createFinding('BNL002', { tool: title, problem }, { file: file.path }));
}
