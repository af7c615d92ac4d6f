import type { GatedAcceptance, GatedProject, GatePolicy, GateResult } from '../model/index.js';
import { formatShare } from '../model/index.js';

const day = 86_400_000;

/** A project that the change does not reach, and how old its last number is; unescaped. */
export interface NotAffectedLine {
  project: string;
  last: string;
}

/** Projects that the change does not reach, in the artefact's order. `now` (ISO 8601) gives the ages; without it the day is told alone. */
export function notAffectedLines({ projects }: GateResult, now: string | null): NotAffectedLine[] {
  return projects.filter(({ affected }) => affected === false).map((one) => ({ project: one.project, last: lastText(one, now) }));
}

function lastText({ last }: GatedProject, now: string | null): string {
  if (last === undefined || last === null) return 'never measured, as far as this workspace tells';
  const age = now === null ? '' : `, ${ageText(Date.parse(now) - Date.parse(last.at))} old`;
  const commit = last.commit === null ? '' : ` at ${last.commit.slice(0, 7)}`;
  return `last number of ${last.at.slice(0, 10)}${commit}${age} (${last.from})`;
}

function ageText(ms: number): string {
  const days = Math.floor(ms / day);
  if (days < 1) return 'less than a day';
  return `${days} day${days === 1 ? '' : 's'}`;
}

const sources: Record<GatePolicy['source'], string> = { 'merge-base': 'where this change left ', ref: '', 'working-tree': '' };

/** Whose policy judged, a sentence; none where it is the working tree's, as always. */
export function policyNotes({ policy, projects }: GateResult): string[] {
  if (policy === undefined || policy.source === 'working-tree') return [];
  const fresh = projects.filter((one) => one.policy === 'own').map(({ project }) => project);
  const sha = policy.sha === null ? '' : ` (${policy.sha.slice(0, 7)})`;
  const few = fresh.length > 3 ? `${fresh.slice(0, 3).join(', ')} and ${fresh.length - 3} more` : fresh.join(', ');
  const own = fresh.length === 0 ? [] : [`Not there yet, and judged by ${fresh.length === 1 ? 'its own config' : 'their own configs'}: ${few}.`];
  return [`Policy of ${sources[policy.source]}${policy.ref ?? 'a commit'}${sha}.`, ...own];
}

/** Why an accepted row fails nothing, a sentence. */
export function acceptanceNote({ limit, reason, acceptedBy, expires }: GatedAcceptance): string {
  return `Accepted up to ${formatShare(limit)} until ${expires} (${acceptedBy}): ${reason}`;
}
