import { RoundBudget, scheduleRounds } from './round-schedule.js';

test('suites take turns', () => {
  expect(scheduleRounds([2, 1, 3]).map(({ suite, round }) => `${suite}.${round}`)).toEqual(['0.1', '1.1', '2.1', '0.2', '2.2', '2.3']);
  expect(scheduleRounds([])).toEqual([]);
});

test('the first round of a suite always runs, a later one only if it fits by the longest so far', () => {
  const budget = new RoundBudget(100);
  budget.spend({ suite: 0, round: 1 }, 90);
  expect(budget.allows({ suite: 1, round: 1 })).toBe(true);
  budget.spend({ suite: 1, round: 1 }, 5);
  expect(budget.allows({ suite: 0, round: 2 })).toBe(false);
  expect(budget.allows({ suite: 1, round: 2 })).toBe(true);
  expect(budget.finding('decode', 1, 2)).toMatchObject([{ code: 'BNL026', what: 'Suite decode: 1 of 2 rounds fitted into the time budget of 100 ms.' }]);
  expect(budget.finding('decode', 2, 2)).toEqual([]);
});

test('the time left is known once every suite has been measured', () => {
  const budget = new RoundBudget(null);
  expect(budget.estimate([{ suite: 0, round: 1 }])).toBeNull();
  budget.spend({ suite: 0, round: 1 }, 30);
  expect(budget.estimate([{ suite: 0, round: 2 }, { suite: 0, round: 3 }])).toBe(60);
  expect(budget.allows({ suite: 0, round: 2 })).toBe(true);
});
