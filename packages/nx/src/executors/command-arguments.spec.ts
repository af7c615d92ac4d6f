import { commandArguments } from './command-arguments.js';

test.each([
  [{}, []],
  [{ rounds: 3 }, ['--rounds=3']],
  [{ dryRun: true, testsPassed: false, reason: undefined }, ['--dry-run']],
  [{ timeout: '30 min', filter: '--json' }, ['--filter=--json', '--timeout=30 min']],
  [{ report: ['a.json', 'b.json'] }, ['--report=a.json', '--report=b.json']],
])('the options %j are the flags %j', (options, flags) => {
  expect(commandArguments(options)).toEqual(flags);
});
