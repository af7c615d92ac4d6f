import type { ExecutorContext, TargetConfiguration } from '@nx/devkit';
import { parallelNotice } from './parallel-notice.js';

function notice(target: TargetConfiguration | undefined, targetDefaults: Record<string, object> = {}) {
  const context = { projectName: 'core', targetName: 'bench', nxJsonConfiguration: { targetDefaults }, ...(target === undefined ? {} : { target }) };
  return parallelNotice(context as unknown as ExecutorContext);
}

test.each([[undefined], [{ executor: '@benchline/nx:bench', parallelism: false }]])('with the target %j there is nothing to say', (target) => {
  expect(notice(target)).toBeNull();
});

test.each(['bench', '@benchline/nx:bench'])('defaults for %s that reset it are named as the place to heal it', (key) => {
  const said = notice({ executor: '@benchline/nx:bench', parallelism: true }, { [key]: { options: {} } });
  expect(said).toContain('core:bench');
  expect(said).toContain('Nx 22');
  expect(said).toContain(`"parallelism": false into "targetDefaults": { "${key}": ... } of nx.json`);
});

test('a target written by hand is healed in its project.json', () => {
  expect(notice({ executor: '@benchline/nx:bench' })).toContain("into the target bench of the project's project.json");
});
