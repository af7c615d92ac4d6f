interface TestCounts {
  passed: number;
  failed: number;
  skipped: number;
}
interface StepResult {
  name: string;
  ok: boolean;
  seconds: number;
  tests: TestCounts | null;
}
export function countTests(report: Record<string, number> | null): TestCounts | null;
export function judgeStep(step: { exitCode: number; tests: TestCounts | null; forbidSkips: boolean }): boolean;
export function total(results: readonly StepResult[]): { passed: number; failed: number };
export function renderResults(results: readonly StepResult[]): string;
