import { runWorkload } from './run-workload.js';
import { names } from './workload-names.js';

describe('a run of a workload', () => {
  it.each(names)('%s: a variant and ten times', async (workload) => {
    const [variant, ...times] = await runWorkload({ workload, variant: 'B5' });
    expect(variant).toBe('B5');
    expect(times).toHaveLength(10);
    expect(times.every((time) => time > 0)).toBe(true);
  });

  it('of a name that no workload has fails', async () => {
    await expect(runWorkload({ workload: 'none', variant: 'A' })).rejects.toThrow();
  });
});
