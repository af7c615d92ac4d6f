import type { WrittenConfig, WrittenSuite } from '@benchline/core/model';

/** The first config of a project: what was detected, and the default thresholds written out so that they can be seen and changed. */
export function renderFirstConfig(root: string, suites: readonly WrittenSuite[]): string {
  const depth = root === '' ? 0 : root.split('/').length;
  const config: WrittenConfig = {
    $schema: `${depth === 0 ? './' : '../'.repeat(depth)}node_modules/@benchline/schemas/config.v1.json`,
    suites: [...suites],
    compare: { stored: { warn: '10%', fail: '25%' } },
    slo: [],
    baselines: { keep: 10 },
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}
