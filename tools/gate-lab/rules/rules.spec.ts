import { madeSeries } from '../testing/made-series.js';
import { benchstat } from './benchstat.js';
import { criterion } from './criterion.js';
import { ours, oursFixed } from './ours.js';
import { oursStored } from './ours-stored.js';
import { pairedT } from './paired-t.js';
import { ratioRule } from './ratio.js';
import type { Rule } from './rule.js';
import { tachometerRule } from './tachometer.js';
import { welchT } from './welch-t.js';

const judge = (rule: Rule, factor: number, cv = 0.005) => rule.judge([madeSeries({ factor, cv })])[0];

describe('the rules of other tools', () => {
  const all = [benchstat, criterion, ratioRule(110), welchT, pairedT, tachometerRule(0), tachometerRule(0.1)];

  it.each(all.map((rule) => [rule.name, rule] as const))('%s sees +20 %%', (_, rule) => {
    expect(judge(rule, 1.2)).toMatchObject({ answer: 'regressed' });
  });

  it.each(all.filter(({ name }) => !name.startsWith('github')).map((rule) => [rule.name, rule] as const))('%s sees -20 %%', (_, rule) => {
    expect(judge(rule, 0.8)).toMatchObject({ answer: 'improved' });
  });

  it.each([[ratioRule(200), 1.9], [ratioRule(105), 1.04], [welchT, 1.03], [criterion, 1.005]] as const)('%s keep silent below their limit', (rule, factor) => {
    expect(judge(rule, factor, 0.001)).toMatchObject({ answer: 'no-flag' });
  });

  it('stop early only where they are adaptive', () => {
    expect(judge(tachometerRule(0), 1.2)).toMatchObject({ rounds: 10 });
    expect(judge(pairedT, 1.2)).toMatchObject({ rounds: 10 });
    expect(judge(benchstat, 1.2)).toMatchObject({ rounds: 30 });
  });

  it('look on while nothing is seen', () => {
    const suite = Array.from({ length: 20 }, (_, index) => madeSeries({ factor: 1, cv: 0.02, seed: index }));
    const rounds = (rule: Rule): number => Math.max(...rule.judge(suite).map((decision) => decision.rounds));
    expect(rounds(tachometerRule(0))).toBe(30);
    expect(rounds(pairedT)).toBe(30);
  });
});

describe('our rule', () => {
  it('stops at the look that decides', () => {
    expect(judge(ours, 1)).toEqual({ answer: 'unchanged', rounds: 10 });
    expect(judge(ours, 1.05)).toEqual({ answer: 'warn', rounds: 10 });
  });

  it('adds the confirming rounds of a failure', () => {
    expect(judge(ours, 1.2)).toEqual({ answer: 'regressed', rounds: 20 });
    expect(judge(oursFixed(30), 1.2)).toEqual({ answer: 'regressed', rounds: 40 });
  });

  it('says so when it cannot tell', () => {
    expect(judge(ours, 1, 0.3)).toEqual({ answer: 'inconclusive', rounds: 30 });
  });

  it('judges stored baselines by their wide limits', () => {
    expect(judge(oursStored, 1.05)).toMatchObject({ answer: 'inconclusive' });
    expect(judge(oursStored, 1.18)).toMatchObject({ answer: 'warn' });
    expect(judge(oursStored, 1.4)).toMatchObject({ answer: 'regressed' });
  });
});
