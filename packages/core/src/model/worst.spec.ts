import fc from 'fast-check';
import { exitCodeOf, exitCodeOfSlo, worstExitCode, worstSlo, worstVerdict, type ExitCode, type SloVerdict, type Verdict } from './index.js';

const verdicts: Verdict[] = ['improved', 'unchanged', 'inconclusive', 'warn', 'regressed', 'not-comparable', 'missing', 'failed', 'new'];
const sloVerdicts: SloVerdict[] = ['pass', 'warn', 'fail', 'unknown'];
const codes: ExitCode[] = [0, 2, 3, 4];

describe('the worst', () => {
  it.each<[Verdict[], Verdict]>([
    [['unchanged', 'improved'], 'unchanged'],
    [['improved', 'improved'], 'improved'],
    [['unchanged', 'warn', 'inconclusive'], 'warn'],
    [['warn', 'regressed', 'improved'], 'regressed'],
    [['regressed', 'missing'], 'missing'],
    [['missing', 'failed', 'regressed'], 'failed'],
    [['new', 'not-comparable'], 'not-comparable'],
    [[], 'missing'],
  ])('of %p is %s', (parts, worst) => {
    expect(worstVerdict(parts)).toBe(worst);
  });

  it('of objectives: one that could not be checked, then a breach', () => {
    expect(worstSlo(['pass', 'warn'])).toBe('warn');
    expect(worstSlo(['fail', 'warn', 'pass'])).toBe('fail');
    expect(worstSlo(['fail', 'unknown'])).toBe('unknown');
    expect(worstSlo([])).toBe('unknown');
  });

  it('of exit codes: 4 over 2 over 3 over 0', () => {
    expect(worstExitCode([0, 3, 2, 4])).toBe(4);
    expect(worstExitCode([3, 2, 0])).toBe(2);
    expect(worstExitCode([0, 3])).toBe(3);
    expect(worstExitCode([])).toBe(0);
  });

  it('has the worst exit code of its parts, so that verdict and code never disagree', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...verdicts), { minLength: 1 }), fc.array(fc.constantFrom(...sloVerdicts), { minLength: 1 }), (parts, slo) => {
        expect(exitCodeOf(worstVerdict(parts))).toBe(worstExitCode(parts.map((verdict) => exitCodeOf(verdict))));
        expect(exitCodeOfSlo(worstSlo(slo))).toBe(worstExitCode(slo.map(exitCodeOfSlo)));
      }),
    );
  });

  it('lets a policy raise or lower the code of a verdict, and of no other', () => {
    fc.assert(
      fc.property(fc.constantFrom(...verdicts), fc.constantFrom(...verdicts), fc.constantFrom(...codes), (raised, asked, code) => {
        expect(exitCodeOf(asked, { [raised]: code })).toBe(asked === raised ? code : exitCodeOf(asked));
      }),
    );
  });
});
