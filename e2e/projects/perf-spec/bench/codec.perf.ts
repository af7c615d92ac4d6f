import { describePerf, expectPerf, itPerf } from 'benchline/harness';
import { encode } from '../src/codec';

describePerf('codec', { tags: ['perf'] }, () => {
  itPerf('encode', (bytes: Uint8Array) => encode(bytes), {
    params: { size: [1_000, 100_000] },
    setup: ({ size }) => new Uint8Array(Number(size)).fill(7),
    bytes: (bytes) => bytes.length,
    expect: (result) => {
      expectPerf(result).toBeUnder('20 ms').withTolerance('5%');
      expectPerf(result).toReach('1 MB/s');
    },
  });

  itPerf('copy').tags('slow').setup(() => new Uint8Array(1_000)).run((bytes) => bytes.slice());
});
