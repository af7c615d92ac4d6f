import { createLimitFormat, formatChange, formatShare, type SloPolicy, type SloResult, type SloRow, type SloVerdict } from '../model/index.js';
import { commitText } from './comparison-words.js';
import { metricText, nothing } from './row-text.js';
import { countWords, sloLooks } from './verdict-look.js';

/** An objective's row as people read it; unescaped. */
export interface SloRowText {
  observed: string;
  /** With its side: "≥ 80.0 MB/s". */
  limit: string;
  target: string;
  /** "+12.0 % (1.12 x)": above 0 is the good side. */
  margin: string;
  /** "throughput"; "time p95" where it is not the median. */
  metric: string;
  /** "team-a, team-b"; '' where nobody is named. */
  owners: string;
}

/** Limit and observed value in one unit, that of the limit, unless they lie far apart. */
export function sloRowText(row: SloRow, policies: readonly SloPolicy[]): SloRowText {
  const policy = policies[row.objective];
  if (policy === undefined) return { observed: row.observed === null ? nothing : String(row.observed), limit: nothing, target: nothing, margin: nothing, metric: row.metric, owners: '' };
  if (policy.budget !== undefined) return budgetText(row, policy, policy.budget);
  const { kind, limit, target, unit } = policy;
  const show = createLimitFormat(limit, unit);
  const side = kind === 'floor' ? '≥' : '≤';
  return {
    observed: row.observed === null ? nothing : show(row.observed),
    limit: `${side} ${show(limit)}${setBy(policy)}`,
    target: target === null ? nothing : `${side} ${createLimitFormat(target, unit)(target)}`,
    margin: marginText(row),
    metric: metricText({ metric: row.metric, statistic: policy.statistic }, 'median'),
    owners: ownersOf(policy),
  };
}

/** Of an error budget: which share of the samples lies beyond the limit, and which share may. */
function budgetText({ share, metric }: SloRow, policy: SloPolicy, budget: number): SloRowText {
  const { limit, unit } = policy;
  const observed = share === undefined ? nothing : share.lower === 0 ? `≤ ${formatShare(share.upper)}` : `${formatShare(share.lower)} … ${formatShare(share.upper)}`;
  return { observed, limit: `≤ ${formatShare(budget)} > ${createLimitFormat(limit, unit)(limit)}${setBy(policy)}`, target: nothing, margin: nothing, metric: `${metric} budget`, owners: ownersOf(policy) };
}

/** A limit that is not the config's is marked wherever it is shown. */
function setBy({ override }: SloPolicy): string {
  return override === undefined ? '' : ' (env)';
}

function ownersOf({ owners }: SloPolicy): string {
  return owners?.join(', ') ?? '';
}

/** `percent` is in percent, `factor` a plain ratio. */
function marginText({ margin }: SloRow): string {
  if (margin === null) return nothing;
  const percent = formatChange(margin.percent / 100);
  return margin.factor === null ? percent : `${percent} (${Number(margin.factor.toPrecision(3))}x)`;
}

/** "objectives of 9f8e7d6". */
export function sloTitle({ report }: SloResult): string {
  return `objectives at ${commitText(report.commit)}`;
}

export function sloCounts(result: SloResult): { verdict: SloVerdict; words: string }[] {
  return countWords<SloVerdict>(result.summary.counts, sloLooks);
}

/** Why a row has its verdict, and who answers for it; null where it plainly passes. */
export function sloNote({ verdict, reason, targetMet, near, margin }: SloRow, { target, owners }: Pick<SloRowText, 'target' | 'owners'>): string | null {
  if (verdict !== 'pass') return `${reason}${owners === '' ? '' : ` Owner: ${owners}.`}`;
  const close = near === true ? `close to the limit (${formatChange((margin?.percent ?? 0) / 100)})` : '';
  const short = targetMet === false ? `the target ${target} is not met` : '';
  const words = [close, short].filter((part) => part !== '');
  return words.length === 0 ? null : `Passes; ${words.join(', ')}.`;
}
