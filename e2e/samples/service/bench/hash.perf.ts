import { createHash } from 'node:crypto';
import { describePerf, expectLoad, expectPerf, itLoad, itPerf } from 'benchline/harness';

describePerf('hash', { tags: ['perf'] }, () => {
  itPerf('sha256', (bytes: Uint8Array) => createHash('sha256').update(bytes).digest(), {
    setup: () => new Uint8Array(64_000).fill(7),
    bytes: (bytes) => bytes.length,
    expect: (result) => {
      expectPerf(result).toBeUnder('50 ms');
      expectPerf(result).toReach('1 MB/s').withTolerance('5%');
    },
  });
});

describePerf('api', { tags: ['load'] }, () => {
  itLoad('hello', {
    server: { command: ['node', 'src/server.mjs', '18475'], ready: { url: 'http://127.0.0.1:18475/health' } },
    url: 'http://127.0.0.1:18475/hello',
    connections: 4,
    expect: (result) => {
      expectLoad(result).toServe('20 req/s');
      expectLoad(result).p99.toRespondUnder('2 s');
    },
  });
});
