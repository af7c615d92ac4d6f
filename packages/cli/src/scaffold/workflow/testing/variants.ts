import type { Snapshot } from '../../scaffold-plan.js';
import type { WorkflowOptions } from '../workflow-options.js';

/** A repository in which every variant can be generated: two projects, of which one needs a tool installed. */
export function repository(more: Readonly<Record<string, string | null>> = {}): Snapshot {
  return new Map<string, string | null>(
    Object.entries({
      'package.json': '{"name":"root"}',
      'package-lock.json': null,
      'nx.json': '{}',
      'turbo.json': '{"tasks":{"bench":{},"bench-compare":{},"bench-slo":{},"bench-paired":{}}}',
      'crates/decode/benchline.json': '{"suites":[{"name":"c","tool":"criterion"}]}',
      'packages/text/benchline.yaml': 'suites:\n  - name: cli\n    tool: hyperfine\n',
      ...more,
    }),
  );
}

type Choice = Omit<WorkflowOptions, 'defaultBranch'>;

/** Every combination of the options that exists. */
export const variants: readonly Choice[] = (['github', 'gitlab'] as const).flatMap((forge) =>
  (['nx', 'turbo', 'none'] as const).flatMap((runner) =>
    (['paired', 'stored'] as const).flatMap((mode) =>
      (['main', 'always'] as const).flatMap((enforce) =>
        (forge === 'github' ? [false, true] : [false]).flatMap((forkComments) => [true, false].map((schedule) => ({ forge, runner, mode, enforce, forkComments, schedule }))),
      ),
    ),
  ),
);

export function nameOf(variant: Choice): string {
  const { forge, runner, mode, enforce, forkComments, schedule } = variant;
  return [forge, runner, mode, `enforce ${enforce}`, ...(forkComments ? ['fork comments'] : []), ...(schedule ? [] : ['no schedule'])].join(', ');
}
