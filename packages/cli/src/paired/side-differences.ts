import type { Difference, Digest } from '@benchline/core/model';
import type { ToolFacts } from '../tools/tool-runner.js';

/** In what the sides' tools differ: versions of toolchain and harness, and how they build. Part of the change, so it is told and not refused. */
export function sideDifferences(base: ToolFacts, head: ToolFacts): Difference[] {
  const fields: [string, string | null, string | null][] = [
    ...names(base, head).map((name): [string, string | null, string | null] => [`toolchain ${name}`, versionOf(base, name), versionOf(head, name)]),
    ['harness', base.harnessVersion, head.harnessVersion],
    ['build', buildText(base), buildText(head)],
  ];
  return fields.filter(([, before, after]) => before !== after).map(([field, before, after]) => ({ field, base: before, head: after }));
}

/** Benchmarks whose source differs between the sides. One that a side does not know is no difference. */
export function sourceDifferences(base: ReadonlyMap<string, Digest>, head: ReadonlyMap<string, Digest>): { benchmark: string; difference: Difference }[] {
  return [...head].flatMap(([benchmark, after]) => {
    const before = base.get(benchmark);
    return before === undefined || before === after ? [] : [{ benchmark, difference: { field: 'source', base: before, head: after } }];
  });
}

function names(...sides: ToolFacts[]): string[] {
  return [...new Set(sides.flatMap(({ toolchain }) => toolchain.map(({ name }) => name)))];
}

function versionOf({ toolchain }: ToolFacts, name: string): string | null {
  return toolchain.find((each) => each.name === name)?.version ?? null;
}

function buildText({ build }: ToolFacts): string {
  return [build.profile ?? 'default', ...build.flags].join(' ');
}
