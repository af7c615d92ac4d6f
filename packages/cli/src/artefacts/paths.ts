import { join } from 'node:path';

/** Where a project's results lie; git-ignored. */
export interface ArtefactPaths {
  folder: string;
  report: string;
  comparison: string;
  slo: string;
  /** The tools' own output. */
  raw: string;
  /** Gzipped sidecars with raw values. */
  samples: string;
}

/** Absolute paths below a project's folder. */
export function artefactPaths(projectRoot: string): ArtefactPaths {
  const folder = join(projectRoot, '.benchline');
  return {
    folder,
    report: join(folder, 'report.json'),
    comparison: join(folder, 'comparison.json'),
    slo: join(folder, 'slo.json'),
    raw: join(folder, 'raw'),
    samples: join(folder, 'samples'),
  };
}
