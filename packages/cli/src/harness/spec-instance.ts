import type { LoadOptions } from './load-options.js';
import type { Params, ParamValue, PerfFunction, PerfOptions } from './perf-options.js';

/** A spec with one value of each parameter: what becomes a benchmark. */
export interface SpecInstance {
  /** file/group/name/size=1,mode=a */
  id: string;
  name: string;
  group: string;
  params: Params;
  tags: readonly string[];
  options: PerfOptions;
  run: PerfFunction<unknown>;
  /** null: what is measured is a function, not a server. */
  load: LoadOptions | null;
}

/** A spec as declared. */
export interface SpecDeclaration {
  name: string;
  /** Names of the groups around it, outermost first. */
  groups: readonly string[];
  tags: readonly string[];
  options: PerfOptions;
  run: PerfFunction<unknown>;
  load: LoadOptions | null;
}

const mostInstances = 10_000;

/** The benchmarks that a declaration of a file stands for: one for each combination of its parameters. Too many are an error. */
export function instancesOf(declaration: SpecDeclaration, file: string): SpecInstance[] {
  const { name, groups, tags, options, run, load } = declaration;
  const group = [file, ...groups].join('/');
  const all = combinations(options.params ?? {});
  if (all.length > mostInstances) throw new Error(`${group}/${name} has ${all.length} combinations of parameters; at most ${mostInstances} are measured`);
  return all.map((params) => ({ id: [group, name, ...wordsOf(params)].join('/'), name, group, params, tags, options, run, load }));
}

function combinations(params: Readonly<Record<string, readonly ParamValue[]>>): Params[] {
  return Object.entries(params).reduce<Params[]>((made, [key, values]) => made.flatMap((one) => values.map((value) => ({ ...one, [key]: value }))), [{}]);
}

/** Parameters as the last part of an id; none without parameters. */
function wordsOf(params: Params): string[] {
  const entries = Object.entries(params);
  return entries.length === 0 ? [] : [entries.map(([key, value]) => `${key}=${value}`).join(',')];
}
