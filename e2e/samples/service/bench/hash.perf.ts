import { createHash } from 'node:crypto';
import { describePerf, expectLoad, expectPerf, itLoad, itPerf } from 'benchline/harness';

/** FAULT=slow makes it a thousand times the work. */
const times = process.env['FAULT'] === 'slow' ? 1000 : 1;

describePerf('hash', { tags: ['perf'] }, () => {
  itPerf('sha256', (bytes: Uint8Array) => {
    const hash = createHash('sha256');
    for (let count = 0; count < times; count += 1) hash.update(bytes);
    return hash.digest();
  }, {
    setup: () => new Uint8Array(64_000).fill(7),
    bytes: (bytes) => bytes.length,
    expect: (result) => {
      expectPerf(result).toBeUnder('10 ms');
      expectPerf(result).toReach('20 MB/s').withTolerance('5%');
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
