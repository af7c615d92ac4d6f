/** A performance spec to begin with: one measured call, what it works on, what it must hold. `name` is the group's. */
export function renderSpec(name: string): string {
  return `import { describePerf, expectPerf, itPerf } from 'benchline/harness';

describePerf(${JSON.stringify(name)}, () => {
  // Replace the sum by a call of the code to measure. What a call returns is kept, so that it is not optimised away.
  itPerf('sum', (numbers: number[]) => numbers.reduce((sum, each) => sum + each, 0), {
    params: { size: [1_000, 100_000] },
    setup: ({ size }) => Array.from({ length: Number(size) }, (_, index) => index),
    elements: (numbers) => numbers.length,
    expect: (result) => {
      expectPerf(result).toBeUnder('100 ms').withTolerance('5%');
    },
  });
});
`;
}
