import type { GateResult, Measurement } from '../model/index.js';

/** "on 2026-11-17 at 10:12 UTC, on host class ci-4, at commit a1b2c3d". Never "3 days ago": a task cache replays what was printed. */
export function measurementText({ at, hostClass, fingerprint, commit }: Pick<Measurement, 'at' | 'hostClass' | 'fingerprint' | 'commit'>): string {
  const where = hostClass === null ? `a machine with the fingerprint ${fingerprint}` : `host class ${hostClass}`;
  return `on ${dayText(at)}, on ${where}${commit === null ? '' : `, at commit ${commit.slice(0, 7)}`}`;
}

/** "2026-11-17 at 10:12 UTC". */
export function dayText(at: string): string {
  return `${at.slice(0, 10)} at ${at.slice(11, 16)} UTC`;
}

/** One sentence about all projects whose numbers nobody measured in this run; none where there is no such project. */
export function replayedNote(projects: GateResult['projects']): string[] {
  const replayed = projects.flatMap(({ project, measured }) => (measured?.origin === 'restored' ? [`${project} (measured ${measurementText(measured.measurement)})`] : []));
  if (replayed.length === 0) return [];
  const more = replayed.length > 5 ? `; and ${replayed.length - 5} more` : '';
  return [`Not measured by this run, but restored from a cache or copied: ${replayed.slice(0, 5).join('; ')}${more}.`];
}
