import { asArray, asNumber, asRecord, asText, field } from '../fields.js';

export type K6Type = 'trend' | 'rate' | 'counter' | 'gauge';

/** A metric of k6, whichever of the three formats told it. */
export interface K6Metric {
  name: string;
  /** What stands in the braces of a submetric: `scenario:buy`; null: of everything. */
  tags: string | null;
  type: K6Type;
  /** Of what the values are; null: the format does not tell. Times are ms, data are bytes. */
  contains: 'time' | 'data' | 'default' | null;
  values: unknown;
  thresholds: readonly K6Threshold[];
  /** Where it stands, as keys and indices. */
  path: readonly (string | number)[];
}

export interface K6Threshold {
  expression: string;
  crossed: boolean;
}

/** The end-of-test summary, in one shape. */
export interface K6Summary {
  version: string | null;
  outputVersion: string | null;
  /** Of the whole test; null: not told, the counters tell their rates. */
  seconds: number | null;
  metrics: K6Metric[];
}

/**
 * Reads --summary-export (flat values), what handleSummary() is given (`values`, `type`, `contains`), and version 1 of the machine-readable
 * summary (a list). null: none of them. A version that is not known is left to the caller.
 */
export function readK6Summary(document: unknown): K6Summary | null {
  const listed = asArray(field(field(document, 'results'), 'metrics'));
  if (listed !== null) return readListed(document, listed);
  const metrics = asRecord(field(document, 'metrics'));
  const isK6 = field(document, 'root_group') !== undefined || always.some((name) => field(metrics, name) !== undefined);
  if (metrics === null || !isK6) return null;
  const ms = asNumber(field(field(document, 'state'), 'testRunDurationMs'));
  return { version: null, outputVersion: null, seconds: ms === null ? null : ms / 1000, metrics: Object.entries(metrics).map(([name, metric]) => readKeyed(name, metric)) };
}

/** Keys are spelt k6_version by k6 itself and k6Version by its schema. */
function readListed(document: unknown, listed: readonly unknown[]): K6Summary {
  const metadata = field(document, 'metadata');
  const checks = asArray(field(field(field(document, 'results'), 'checks'), 'metrics')) ?? [];
  const read = (path: readonly string[]) => (metric: unknown, index: number): K6Metric[] => {
    const name = asText(field(metric, 'name'));
    return name === null ? [] : [{ ...nameOf(name), ...contentOf(metric), path: [...path, index] }];
  };
  return {
    version: asText(field(metadata, 'k6_version')) ?? asText(field(metadata, 'k6Version')),
    outputVersion: asText(field(document, 'version')),
    seconds: asNumber(field(field(document, 'config'), 'duration')),
    metrics: [...listed.flatMap(read(['results', 'metrics'])), ...checks.flatMap(read(['results', 'checks', 'metrics']))],
  };
}

function readKeyed(name: string, metric: unknown): K6Metric {
  const path = ['metrics', name];
  if (asRecord(field(metric, 'values')) !== null) return { ...nameOf(name), ...contentOf(metric), path };
  return { ...nameOf(name), type: typeByKeys(metric), contains: containsByName(name), values: metric, thresholds: thresholdsOf(field(metric, 'thresholds')), path };
}

function nameOf(written: string): Pick<K6Metric, 'name' | 'tags'> {
  const [, name = written, tags = null] = /^([^{]+)\{(.*)\}$/s.exec(written) ?? [];
  return { name, tags };
}

function contentOf(metric: unknown): Pick<K6Metric, 'type' | 'contains' | 'values' | 'thresholds'> {
  const type = field(metric, 'type');
  const contains = field(metric, 'contains');
  const values = field(metric, 'values');
  return {
    type: type === 'trend' || type === 'rate' || type === 'counter' || type === 'gauge' ? type : typeByKeys(values),
    contains: contains === 'time' || contains === 'data' || contains === 'default' ? contains : null,
    values,
    thresholds: thresholdsOf(field(metric, 'thresholds')),
  };
}

function typeByKeys(values: unknown): K6Type {
  const has = (key: string): boolean => field(values, key) !== undefined;
  if (has('count') && has('rate')) return 'counter';
  if (has('passes') && has('fails')) return 'rate';
  return has('value') ? 'gauge' : 'trend';
}

/** What every run has one of. */
const always = ['iterations', 'http_reqs', 'data_sent', 'data_received', 'vus_max'];

const times = new Set(['http_req_duration', 'http_req_waiting', 'http_req_blocked', 'http_req_connecting', 'http_req_tls_handshaking', 'http_req_sending', 'http_req_receiving', 'iteration_duration', 'group_duration', 'grpc_req_duration', 'ws_connecting', 'ws_session_duration', 'ws_ping']);
const data = new Set(['data_sent', 'data_received']);

/** Of k6's own metrics it is known; of the user's nothing tells it in flat values. */
function containsByName(written: string): K6Metric['contains'] {
  const { name } = nameOf(written);
  if (times.has(name)) return 'time';
  return data.has(name) ? 'data' : null;
}

/** Flat values say whether it was crossed, the others whether it holds: `"p(95)<200": true` against `{"ok": false}`. */
function thresholdsOf(thresholds: unknown): K6Threshold[] {
  return Object.entries(asRecord(thresholds) ?? {}).flatMap(([expression, outcome]): K6Threshold[] => {
    const ok = field(outcome, 'ok');
    if (typeof outcome === 'boolean') return [{ expression, crossed: outcome }];
    return typeof ok === 'boolean' ? [{ expression, crossed: !ok }] : [];
  });
}
