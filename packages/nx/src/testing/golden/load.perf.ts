import { describePerf, expectLoad, itLoad } from 'benchline/harness';

describePerf('text', () => {
  // Replace the command by the server's own, and the URL by one of its paths. Without a rate it is asked as fast as it answers.
  itLoad('home', {
    server: { command: ['node', 'bench/text.server.mjs'], env: { PORT: '8437' } },
    url: 'http://127.0.0.1:8437/',
    rate: 500,
    expect: (result) => {
      expectLoad(result).p99.toRespondUnder('250 ms').withTolerance('5%');
    },
  });
});
