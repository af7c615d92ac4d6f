import { benchmarkName } from '../benchmark-name.js';
import type { BenchmarkName } from '../parsed.js';
import type { GoBenchmark, GoSection } from './go-benchmarks.js';

/** A benchmark's printed name without the suffix of GOMAXPROCS, and that number; null: Go prints none where it is 1. */
export interface GoName {
  base: string;
  processors: string | null;
}

/** Note: of a benchmark that really is called Foo-8 and runs on one processor nothing tells; it is read as Foo at 8, on this machine always. */
export function splitGoName(printed: string): GoName {
  const parts = /^(.+?)-([2-9]|[1-9]\d{1,5})$/.exec(printed);
  return { base: parts?.[1] ?? printed, processors: parts?.[2] ?? null };
}

interface Named extends GoName {
  section: GoSection;
  benchmark: GoBenchmark;
}

/**
 * The names of all benchmarks of a run. An id is the import path and the name as Go writes symbols: `example.com/gob.Fib/n=5`, always with the
 * path, so that it is the same whether one package is measured or all; output that names no package has the name alone. The suffix of GOMAXPROCS
 * is a parameter instead of a part of the id. Where a benchmark is measured in several ways, the first has this id, so that it stays when more
 * are added; the others tell what differs: `Fib/n=5-2` (-cpu 1,2), `Fib/n=5 [mode=slow]` (lines `mode: fast` and `mode: slow` above the results).
 */
export function nameGoBenchmarks(sections: readonly GoSection[]): Map<GoBenchmark, BenchmarkName> {
  const all = sections.flatMap((section) => [...section.benchmarks.values()].map((benchmark): Named => ({ section, benchmark, ...splitGoName(benchmark.printed) })));
  const names = new Map<GoBenchmark, BenchmarkName>();
  for (const [first, ...others] of groupsOf(all, ({ section, base }) => qualified(section.package, base)).map(inOrder)) {
    if (first === undefined) continue;
    names.set(first.benchmark, nameOf(first, first));
    for (const other of others) names.set(other.benchmark, nameOf(other, first));
  }
  return names;
}

function inOrder(named: readonly Named[]): readonly Named[] {
  return named.length === 1 ? named : [...named].sort((a, b) => a.benchmark.order - b.benchmark.order);
}

function groupsOf<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  if (items.length === 1) return [[...items]];
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

function nameOf({ section, benchmark, base, processors }: Named, first: Named): BenchmarkName {
  const telling = differingKeys(section, first.section);
  const suffixed = processors !== null && processors !== first.processors;
  const name = withoutPrefix(suffixed ? benchmark.printed : base);
  const told = telling.map((key) => `${key}=${section.conditions.get(key) ?? ''}`);
  if (processors === null && first.processors !== null) told.unshift('gomaxprocs=1');
  const id = qualified(section.package, name) + (told.length === 0 ? '' : ` [${told.join(', ')}]`);
  return benchmarkName({ id, name, group: section.package, params: [...conditionParams(section, telling), ...nameParams(base), ...(processors === null ? [] : [['gomaxprocs', processors] as const])] });
}

function qualified(name: string | null, rest: string): string {
  return name === null ? rest : `${name}.${rest}`;
}

/** A function may be called Benchmark and nothing more. */
function withoutPrefix(name: string): string {
  return name.slice('Benchmark'.length) || name;
}

function differingKeys(section: GoSection, first: GoSection): string[] {
  if (section === first) return [];
  const keys = new Set([...first.conditions.keys(), ...section.conditions.keys()]);
  return [...keys].filter((key) => section.conditions.get(key) !== first.conditions.get(key)).sort();
}

/** What the machine is stands with the host; a benchmark tells it only where it differs from the first. */
const hostKeys: ReadonlySet<string> = new Set(['goos', 'goarch', 'cpu']);

function conditionParams({ conditions }: GoSection, telling: readonly string[]): (readonly [string, string])[] {
  return [...conditions].filter(([key]) => !hostKeys.has(key) || telling.includes(key));
}

/** Parts of a name such as /n=5, as golang.org/x/perf reads them. */
function nameParams(base: string): (readonly [string, string])[] {
  return base
    .split('/')
    .slice(1)
    .flatMap((part) => {
      const at = part.indexOf('=');
      return at < 1 ? [] : [[part.slice(0, at), part.slice(at + 1)] as const];
    });
}
