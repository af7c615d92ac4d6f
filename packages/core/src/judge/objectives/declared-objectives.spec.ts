import type { DeclaredLimit, SloPolicy } from '../../model/generated/types.js';
import { benchmarkOf, metricOf, reportOf, suiteOf } from '../testing/reports.js';
import { declaredObjectives, objectivesInForce } from './declared-objectives.js';
import { judgeObjectives } from './judge-objectives.js';

const limit: DeclaredLimit = { metric: 'time', statistic: 'median', kind: 'ceiling', limit: 100, unit: 'ns', tolerance: 0.05, confident: false };
const digest = `sha256:${'0'.repeat(64)}`;
const report = reportOf([suiteOf([benchmarkOf('a/b', [metricOf([120])], { limits: [limit] }), benchmarkOf('a/c', [metricOf([50])])])]);

test('a limit beside the code is an objective of its benchmark alone', () => {
  expect(declaredObjectives(report)).toEqual([{ suite: report.suites[0]?.name, benchmark: 'a/b', target: null, ...limit }]);
});

test('it is judged with those of the config, and judging again what was in force judges the same', () => {
  const configured: SloPolicy = { suite: null, benchmark: 'a/c', metric: 'time', statistic: 'median', kind: 'ceiling', limit: 60, target: null, unit: 'ns', tolerance: 0, confident: false };
  const first = judgeObjectives({ report, digest, objectives: objectivesInForce([configured], report) });
  expect(first.objectives.map(({ benchmark, verdict }) => [benchmark, verdict])).toEqual([['a/c', 'pass'], ['a/b', 'fail']]);
  expect(first.summary.exitCode).toBe(3);
  expect(judgeObjectives({ report, digest, objectives: objectivesInForce(first.policy, report) })).toEqual(first);
});

test('one that stands in the config too counts once', () => {
  const [declared] = declaredObjectives(report);
  expect(objectivesInForce([declared!], report)).toHaveLength(1);
});
