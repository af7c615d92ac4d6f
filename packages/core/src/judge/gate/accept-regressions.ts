import { createFinding } from '../../model/finding.js';
import type { Comparison, ComparisonRow, Finding, GatedAcceptance } from '../../model/generated/types.js';
import { matchesPattern } from '../../model/pattern.js';
import { formatShare } from '../../model/share.js';

/** An entry of the reviewed list; patterns, and the limit as a share. */
export interface AcceptedEntry {
  readonly project: string;
  readonly suite: string | null;
  readonly benchmark: string;
  readonly metric: string | null;
  readonly limit: number;
  readonly reason: string;
  readonly acceptedBy: string;
  /** The last day on which it holds, YYYY-MM-DD. */
  readonly expires: string;
}

export interface AcceptedList {
  readonly entries: readonly AcceptedEntry[];
  /** YYYY-MM-DD. */
  readonly today: string;
  /** The list's file, for findings. */
  readonly file: string;
}

export interface Acceptance {
  readonly accepted: ReadonlyMap<ComparisonRow, GatedAcceptance>;
  /** Rows that an entry covers, and whose slowdown is beyond its limit: what to add to their reason. */
  readonly beyond: ReadonlyMap<ComparisonRow, string>;
  /** Entries that have expired, or that no row needed. */
  readonly findings: readonly Finding[];
}

/** Which slow rows were accepted: up to the entry's limit they fail nothing. Of several entries the widest counts. */
export function acceptRegressions(comparisons: readonly Comparison[], { entries, today, file }: AcceptedList): Acceptance {
  const accepted = new Map<ComparisonRow, GatedAcceptance>();
  const beyond = new Map<ComparisonRow, string>();
  const uses = new Set<number>();
  const matched = new Set<number>();
  const inForce = entries.map((entry, index) => ({ entry, index })).filter(({ entry }) => entry.expires >= today);
  for (const { project, rows } of comparisons) {
    const ofProject = inForce.filter(({ entry }) => matchesPattern(entry.project, project));
    if (ofProject.length === 0) continue;
    for (const row of rows) {
      const found = ofProject.filter(({ entry }) => covers(entry, row)).sort((a, b) => b.entry.limit - a.entry.limit);
      for (const { index } of found) matched.add(index);
      const widest = found[0];
      if (widest === undefined || !isSlow(row)) continue;
      uses.add(widest.index);
      if (row.slowdown !== null && row.slowdown <= widest.entry.limit) accepted.set(row, acceptanceOf(widest.entry, widest.index));
      else beyond.set(row, `Beyond what was accepted, ${formatShare(widest.entry.limit)} (${widest.entry.acceptedBy}, until ${widest.entry.expires}).`);
    }
  }
  return { accepted, beyond, findings: entries.flatMap((entry, index) => uselessness({ entry, today, isUsed: uses.has(index), isMatched: matched.has(index), reported: comparisons }, { file, pointer: `/accepted/${index}` })) };
}

function covers({ suite, benchmark, metric }: AcceptedEntry, row: ComparisonRow): boolean {
  if (row.metric === null || !matchesPattern(benchmark, row.benchmark)) return false;
  return (suite === null || matchesPattern(suite, row.suite)) && (metric === null || matchesPattern(metric, row.metric));
}

/** Only what is slower can be accepted: neither what is missing nor what failed. */
function isSlow({ verdict, rule }: ComparisonRow): boolean {
  return (verdict === 'regressed' || verdict === 'warn') && rule !== 'direction';
}

function acceptanceOf({ limit, reason, acceptedBy, expires }: AcceptedEntry, entry: number): GatedAcceptance {
  return { entry, limit, reason, acceptedBy, expires };
}

interface Use {
  entry: AcceptedEntry;
  today: string;
  isUsed: boolean;
  isMatched: boolean;
  reported: readonly Comparison[];
}

function uselessness({ entry, today, isUsed, isMatched, reported }: Use, place: { file: string; pointer: string }): Finding[] {
  const name = `of ${entry.project} ${entry.benchmark}`;
  if (entry.expires < today) return [createFinding('BNL053', { entry: name, problem: `expired on ${entry.expires}` }, place)];
  // A project that did not report says nothing about its entries.
  if (isUsed || !reported.some(({ project }) => matchesPattern(entry.project, project))) return [];
  return [createFinding('BNL053', { entry: name, problem: isMatched ? 'covers nothing that is slower any more' : 'matches no benchmark' }, place)];
}
