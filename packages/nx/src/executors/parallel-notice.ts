import type { ExecutorContext } from '@nx/devkit';

type Context = Pick<ExecutorContext, 'projectName' | 'targetName' | 'target' | 'nxJsonConfiguration'>;

/**
 * What to say where Nx may run other tasks beside a measurement; null: it will not. Nx 22 sets `parallelism` to true for an inferred target
 * as soon as nx.json has defaults for it, whatever they say.
 */
export function parallelNotice({ projectName, targetName, target, nxJsonConfiguration }: Context): string | null {
  if (target === undefined || target.parallelism === false) return null;
  const defaults = [targetName, target.executor].find((key) => key !== undefined && nxJsonConfiguration?.targetDefaults?.[key] !== undefined);
  const place = defaults === undefined ? `the target ${targetName} of the project's project.json` : `"targetDefaults": { "${defaults}": ... } of nx.json`;
  return [
    `Nx may run other tasks beside ${projectName}:${targetName}: its "parallelism" is not false${defaults === undefined ? '' : ' (Nx 22 turns it on where nx.json has defaults for a target)'}.`,
    'Measurements still wait for each other, by a lock of this machine; a build or a test could disturb them.',
    `To heal it, write "parallelism": false into ${place}.`,
  ].join('\n');
}
