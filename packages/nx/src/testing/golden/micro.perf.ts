import { describePerf, expectPerf, itPerf } from 'benchline/harness';

describePerf('text', () => {
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
