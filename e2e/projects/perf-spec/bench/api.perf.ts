import { describePerf, expectLoad, itLoad } from 'benchline/harness';

describePerf('api', { tags: ['load'] }, () => {
  itLoad('hello', {
    server: { command: ['node', 'src/server.js', '18473'] },
    url: 'http://127.0.0.1:18473/hello',
    connections: 4,
    duration: '1 s',
    expect: (result) => {
      expectLoad(result).toServe('50 req/s');
      expectLoad(result).p99.toRespondUnder('2 s');
    },
  });
});
