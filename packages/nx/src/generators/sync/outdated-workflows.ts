import type { Tree } from '@nx/devkit';
import { findWorkflowPaths, inspectWorkflows, isUserError, planWorkflows, type PlannedFile } from 'benchline';
import { readSnapshot } from '../read-snapshot.js';

/**
 * The generated workflows that would be generated differently now, and those that belong to them and are absent. A workspace without a generated
 * workflow wants none, and what was edited by hand is left alone.
 */
export function outdatedWorkflows(tree: Tree): PlannedFile[] {
  if (!findWorkflowPaths().some((path) => tree.exists(path))) return [];
  const snapshot = readSnapshot(tree);
  try {
    const isGenerated = inspectWorkflows({}, snapshot).files.some(({ state }) => state === 'current' || state === 'stale');
    return isGenerated ? planWorkflows({}, snapshot) : [];
  } catch (error) {
    // A header that contradicts itself is for the command to tell: it must not stop every task.
    if (isUserError(error)) return [];
    throw error;
  }
}
