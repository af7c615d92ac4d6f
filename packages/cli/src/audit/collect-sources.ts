import { basename, dirname, join } from 'node:path';
import type { LoadedConfig } from '../config/load-config.js';
import type { World } from '../ports/world.js';
import { userError } from '../user-error.js';
import { isInsidePath, packageLayout } from './package-layout.js';
import type { PackageSource } from './package-source.js';
import { resolveBeside, type Evidence } from './read-evidence.js';

/** Every file that goes into the package as it is: results, raw output, samples, the baseline compared with, and the config. */
export async function collectSources(world: World, evidence: Evidence, loaded: LoadedConfig): Promise<PackageSource[]> {
  const { report, comparison, slo } = evidence;
  return [
    { path: packageLayout.report, role: 'report', from: report.path, digest: report.digest },
    { path: packageLayout.comparison, role: 'comparison', from: comparison.path, digest: comparison.digest },
    ...(slo === null ? [] : [{ path: packageLayout.slo, role: 'slo' as const, from: slo.path, digest: slo.digest }]),
    ...(await telemetry(world, evidence)),
    ...baselineSources(evidence),
    ...configSources(loaded),
  ];
}

async function telemetry(world: World, { report }: Evidence): Promise<PackageSource[]> {
  const { raw, samples } = report.value;
  const named = [...raw.map((file) => ({ ...file, role: 'raw' as const })), ...(samples === null ? [] : [{ ...samples, role: 'samples' as const }])];
  const sources: PackageSource[] = [];
  for (const { path, digest, role } of named) {
    if (!isInsidePath(path)) throw userError('BNL007', { problem: `the report names ${path}, which leads out of its folder` }, { file: report.path });
    sources.push({ path, role, from: await resolveBeside(world, report.path, path), digest });
  }
  return sources;
}

function baselineSources({ baseline: stored }: Evidence): PackageSource[] {
  if (stored === null) return [];
  const { baseline, digest, reports } = stored;
  const folder = dirname(dirname(reports[0]!.path));
  return [
    { path: packageLayout.baseline(baseline.id), role: 'baseline', from: join(folder, 'baseline.json'), digest },
    ...baseline.reports.map((entry) => ({ path: packageLayout.baselineReport(baseline.id, entry.path), role: 'baseline-report' as const, from: join(folder, entry.path), digest: entry.digest })),
  ];
}

function configSources({ configFile, workspaceConfigFile }: LoadedConfig): PackageSource[] {
  const own = configFile === null ? [] : [{ path: packageLayout.config(basename(configFile)), from: configFile }];
  const shared = workspaceConfigFile === null || workspaceConfigFile === configFile ? [] : [{ path: packageLayout.config(`workspace-${basename(workspaceConfigFile)}`), from: workspaceConfigFile }];
  return [...own, ...shared].map((source) => ({ ...source, role: 'config', digest: null }));
}
