import type { ComparabilityField, Difference, Metric, PerformanceReport, SuiteProvenance } from '../../model/generated/types.js';
import { compareCodePoints } from '../code-point-order.js';
import { fingerprintOf, type Measured, type Sighting } from './side.js';

const SHOWN_LENGTH = 1000;

/** What each field is read from; null: unknown. */
const fields: readonly { field: ComparabilityField; read: (sighting: Sighting) => string | null }[] = [
  { field: 'host', read: ({ report }) => fingerprintOf(report) },
  { field: 'toolchain', read: ({ suite }) => toolchainOf(suite.provenance) },
  { field: 'harness', read: ({ suite }) => harnessOf(suite.provenance) },
  { field: 'params', read: ({ benchmark }) => pairsOf(benchmark.params) },
  { field: 'source', read: ({ benchmark }) => benchmark.sourceHash },
  { field: 'threads', read: ({ suite }) => suite.provenance.threads?.toString() ?? null },
  { field: 'dataset', read: ({ suite }) => suite.provenance.dataset },
  { field: 'build', read: ({ suite }) => buildOf(suite.provenance) },
];

/**
 * The fields in which two sides differ although like must be compared with like: host fingerprint, toolchain and harness to
 * major.minor, parameters, benchmark source, threads, dataset, build. `relax` names fields that may differ. A source hash that one side
 * does not know is no difference.
 */
export function differencesOf(base: readonly Measured[], head: readonly Measured[], relax: readonly ComparabilityField[]): Difference[] {
  const differences: Difference[] = [];
  for (const { field, read } of fields) {
    if (relax.includes(field)) continue;
    const before = joined(base, read);
    const after = joined(head, read);
    if (before === after || (field === 'source' && (before === null || after === null))) continue;
    differences.push(field === 'host' ? describeHosts({ base, head }) : { field, base: clipped(before), head: clipped(after) });
  }
  return [...differences, ...metricDifferences(base[0]?.metric, head[0]?.metric)];
}

/** Numbers in different units, or read in opposite ways, are never compared. */
function metricDifferences(base: Metric | undefined, head: Metric | undefined): Difference[] {
  if (base === undefined || head === undefined) return [];
  const read = { unit: [base.unit, head.unit], direction: [base.direction, head.direction] } as const;
  return Object.entries(read).flatMap(([field, [before, after]]) => (before === after ? [] : [{ field, base: before, head: after }]));
}

/** Parameters and flags can be of any length; what is shown need not be. */
function clipped(value: string | null): string | null {
  return value === null || value.length <= SHOWN_LENGTH ? value : `${value.slice(0, SHOWN_LENGTH)}...`;
}

function joined(jobs: readonly Measured[], read: (sighting: Sighting) => string | null): string | null {
  const [first] = jobs;
  if (jobs.length === 1 && first !== undefined) return read(first);
  const values = new Set(jobs.map(read).filter((value) => value !== null));
  return values.size === 0 ? null : [...values].sort(compareCodePoints).join(' | ');
}

function describeHosts(sides: { base: readonly Measured[]; head: readonly Measured[] }): Difference {
  return { field: 'host', base: clipped(joined(sides.base, hostOf)), head: clipped(joined(sides.head, hostOf)) };
}

function hostOf({ report }: Sighting): string {
  const fingerprint = fingerprintOf(report);
  return fingerprint === report.provenance.host.fingerprint ? `${hostText(report)} (${fingerprint})` : fingerprint;
}

function hostText({ provenance: { host } }: PerformanceReport): string {
  return `${host.cpuModel}, ${host.cores} cores, ${host.arch}`;
}

function toolchainOf({ toolchain }: SuiteProvenance): string | null {
  const tools = toolchain.map(named).sort(compareCodePoints);
  return tools.length === 0 ? null : tools.join(', ');
}

/** Where nothing told the harness's version, its output's stands beside it, and is no version of the harness: unknown equals no version that is known. */
function harnessOf({ harness: { name, version, outputVersion } }: SuiteProvenance): string {
  return version !== null || outputVersion === null ? named({ name, version }) : `${name}, output ${majorMinor(outputVersion)}`;
}

function named({ name, version }: { name: string; version: string | null }): string {
  return version === null ? name : `${name} ${majorMinor(version)}`;
}

/** "v20.19.4" -> "20.19"; a version without numbers counts as a whole. */
function majorMinor(version: string): string {
  const found = /(\d+)(?:\.(\d+))?/.exec(version);
  if (found === null) return version;
  return found[2] === undefined ? `${found[1]}` : `${found[1]}.${found[2]}`;
}

function pairsOf(params: Readonly<Record<string, string>>): string | null {
  const pairs = Object.entries(params).map(([name, value]) => `${name}=${value}`);
  return pairs.length === 0 ? null : pairs.sort(compareCodePoints).join(', ');
}

function buildOf({ build: { profile, flags } }: SuiteProvenance): string | null {
  const parts = profile === null ? flags : [profile, ...flags];
  return parts.length === 0 ? null : parts.join(' ');
}
