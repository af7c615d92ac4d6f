import type { GateResult } from '../../model/index.js';

type Project = GateResult['projects'][number];

/** The base's commit where all projects were compared with the same one; else null. */
export function sameBase({ projects }: GateResult): string | null {
  const bases = new Set(projects.flatMap(({ against }) => (against === undefined || against === null ? [] : [against.commit.sha])));
  const [base] = bases;
  return bases.size === 1 ? (base ?? null) : null;
}

/** "9f8e7d6 against a1b2c3d, measured side by side." What was compared with what, as far as it is the same for all. */
export function againstText(gate: GateResult, head: string | null): string {
  const known = gate.projects.flatMap(({ against }) => against ?? []);
  const shown = head === null ? 'This change' : head.slice(0, 7);
  if (known.length === 0) return head === null ? '' : `Measured at ${shown}.`;
  const base = sameBase(gate);
  const baselines = new Set(known.map(({ baseline }) => baseline));
  const [baseline] = baselines;
  const against = base === null ? 'each project\'s own base' : baselines.size === 1 && typeof baseline === 'string' ? `baseline ${baseline} (commit ${base.slice(0, 7)})` : base.slice(0, 7);
  return `${shown} against ${against}${known.every(({ mode }) => mode === 'paired') ? ', measured side by side in one job' : ''}.`;
}

/** A project's own base: "a1b2c3d, side by side", "baseline 2026-10-01-a1b2c3d (a1b2c3d)". */
export function projectBase({ against }: Project): string {
  if (against === undefined || against === null) return '–';
  const commit = `${against.commit.sha?.slice(0, 7) ?? 'no commit'}${against.commit.dirty === true ? ' (uncommitted changes)' : ''}`;
  if (against.baseline !== null) return `baseline ${against.baseline} (${commit})`;
  return against.mode === 'paired' ? `${commit}, side by side` : commit;
}
