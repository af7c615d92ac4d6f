import type { Side } from '@benchline/core/model';

/** One checked-out side of a paired comparison. */
export interface SideFolder {
  side: Side;
  /** Absolute; the folders of all sides have paths of equal length, since a path's length alone can move a benchmark. */
  root: string;
  /** Commit checked out. */
  sha: string;
}

/** Folder names of equal length. */
export const sideFolderName: Readonly<Record<Side, string>> = { base: 'base', head: 'head', control: 'ctrl' };

/** Sides as people read them. */
export const sideTitle: Readonly<Record<Side, string>> = { base: 'Base', head: 'Head', control: 'Control arm (base again)' };
