import { parseShare, type WrittenObjective, type WrittenObjectiveDefaults } from '@benchline/core/model';

/** Something that became no objective, and why. */
export interface LeftOut {
  /** Where it stands: performance_floors.display_min_mbps */
  key: string;
  because: string;
  fix: string;
}

/** Objectives in the making. */
export interface ImportDraft {
  objectives: WrittenObjective[];
  defaults: WrittenObjectiveDefaults;
  left: LeftOut[];
}

export const isObject = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object' && !Array.isArray(value);

const usualFix = 'Write the objective by hand, if it is one.';

export function leaveOut(draft: ImportDraft, key: string, why: string | Omit<LeftOut, 'key'>): void {
  draft.left.push(typeof why === 'string' ? { key, because: why, fix: usualFix } : { key, ...why });
}

/** A number with its unit: from a text as it stands, from a number with the unit that the key or a neighbour names. null: neither. */
export function quantityOf(value: unknown, unit: string | null): string | null {
  if (typeof value === 'string' && value.trim() !== '') return /^\s*[+-]?[\d.]+\s*$/.test(value) ? (unit === null ? null : `${value.trim()} ${unit}`) : value.trim();
  return typeof value === 'number' && Number.isFinite(value) && unit !== null ? `${value} ${unit}` : null;
}

/** A share: "5%" as it stands, 5 where the key says percent, 0.05 below 1. null: none of these. */
export function shareOf(value: unknown, isPercent: boolean): string | null {
  const text = shareText(value, isPercent);
  return text === null || parseShare(text) === null ? null : text;
}

function shareText(value: unknown, isPercent: boolean): string | null {
  if (typeof value === 'string') return value.trim();
  if (typeof value !== 'number' || !Number.isFinite(value)) return null;
  if (isPercent) return `${Number(value.toPrecision(6))}%`;
  return value < 1 ? `${Number((value * 100).toPrecision(6))}%` : null;
}
