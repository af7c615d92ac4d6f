import { basename, dirname, join } from 'node:path';
import { artefactPaths } from '../artefacts/paths.js';

/** Where a report and what belongs to it lie. What the report names is relative to its own folder. */
export interface ReportPlaces {
  /** The project's `.benchline`. */
  own: string;
  report: string;
  raw: { folder: string; shown: string };
  samples: { folder: string; shown: string };
  /** Beside the report: the flat summary file. */
  perfJson: string;
  /** While measuring: becomes `raw` when the run has ended well. */
  work: { folder: string; shown: string };
}

/** The project's own report, or one elsewhere (`--output x/a.json`), which has `x/a.raw` and `x/a.samples` beside it. */
export function reportPlaces(projectRoot: string, output: string | null): ReportPlaces {
  const own = artefactPaths(projectRoot);
  const work = { folder: join(own.folder, 'unfinished'), shown: '.benchline/unfinished' };
  if (output === null || output === own.report) {
    return { own: own.folder, report: own.report, raw: { folder: own.raw, shown: 'raw' }, samples: { folder: own.samples, shown: 'samples' }, perfJson: join(own.folder, 'perf.json'), work };
  }
  const stem = basename(output).replace(/\.json$/i, '');
  const beside = (suffix: string): { folder: string; shown: string } => ({ folder: join(dirname(output), `${stem}.${suffix}`), shown: `${stem}.${suffix}` });
  return { own: own.folder, report: output, raw: beside('raw'), samples: beside('samples'), perfJson: join(dirname(output), `${stem}.perf.json`), work };
}
