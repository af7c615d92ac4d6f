import { parseUnit, type DeclaredLimit, type Statistic } from '../../model/index.js';
import { asArray, asNumber, asText, field } from '../fields.js';

const statistics: readonly string[] = ['median', 'mean', 'p95', 'p99', 'min', 'location'] satisfies Statistic[];
const mostLimits = 64;

/** The limits that a spec sets itself; null where one of them cannot be used: a limit that is passed over would pass for ever. */
export function readLimits(written: unknown): DeclaredLimit[] | null {
  const items = asArray(written) ?? [];
  const limits = items.map(readLimit);
  return items.length > mostLimits || limits.includes(null) ? null : (limits as DeclaredLimit[]);
}

function readLimit(item: unknown): DeclaredLimit | null {
  const metric = asText(field(item, 'metric'));
  const statistic = asText(field(item, 'statistic')) ?? '';
  const kind = field(item, 'kind');
  const limit = asNumber(field(item, 'limit'));
  const unit = asText(field(item, 'unit')) ?? '';
  const tolerance = asNumber(field(item, 'tolerance'));
  const isNormalised = parseUnit(unit)?.unit === unit;
  if (metric === null || metric.length > 1024 || !statistics.includes(statistic) || (kind !== 'floor' && kind !== 'ceiling')) return null;
  if (limit === null || limit < 0 || !isNormalised || tolerance === null || tolerance < 0) return null;
  return { metric, statistic: statistic as Statistic, kind, limit, unit, tolerance, confident: field(item, 'confident') === true };
}
