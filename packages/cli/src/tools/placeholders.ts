import type { SuiteConfig } from '@benchline/core/model';

/** What a command's placeholders stand for. An unset one: an argument that is nothing else is left out, inside an argument it is empty. */
export type PlaceholderValues = Readonly<Record<PlaceholderName, string | null>>;

const names = ['filter', 'dataset', 'threads', 'seed', 'output'] as const;
export type PlaceholderName = (typeof names)[number];

const pattern = /\{(filter|dataset|threads|seed|output)\}/g;

export function placeholderValues(suite: SuiteConfig, output: string | null): PlaceholderValues {
  return { filter: suite.filter, dataset: suite.dataset, threads: suite.threads === null ? null : String(suite.threads), seed: suite.seed, output };
}

export function fillPlaceholders(command: readonly string[], values: PlaceholderValues): string[] {
  return command.flatMap((argument) => {
    const alone = names.find((name) => argument === `{${name}}`);
    if (alone !== undefined && values[alone] === null) return [];
    return [argument.replace(pattern, (_, name: PlaceholderName) => values[name] ?? '')];
  });
}

export function hasPlaceholder(command: readonly string[], name: PlaceholderName): boolean {
  return command.some((argument) => argument.includes(`{${name}}`));
}

/** The same values for tools that read their environment. */
export function placeholderEnv(values: PlaceholderValues): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (values[name] === null ? [] : [[`BENCHLINE_${name.toUpperCase()}`, values[name]]])));
}
