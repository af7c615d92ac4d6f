import type { PerfOptions } from './perf-options.js';
import type { SpecDeclaration } from './spec-instance.js';

/** Takes what files declare. */
export interface Collector {
  /** A builder of this name was begun; what is returned tells that it declared a spec. */
  begin(name: string): () => void;
  group(name: string, options: PerfOptions, body: () => void): void;
  spec(spec: Pick<SpecDeclaration, 'name' | 'run' | 'options' | 'load'>): void;
}

/** A file may load another copy of this module (its own version, ESM beside CommonJS): all of them meet here. */
const key = Symbol.for('benchline.perf.collector');
const shared = globalThis as { [key]?: Collector };

/** Who collects in this process; null: nobody runs performance specs here. */
export function activeCollector(): Collector | null {
  return shared[key] ?? null;
}

/** Collects what `load` declares. Two specs of one name are an error: their numbers could not be told apart. */
export async function collectDeclarations(load: () => Promise<unknown>): Promise<SpecDeclaration[]> {
  const found: SpecDeclaration[] = [];
  const groups: { name: string; options: PerfOptions }[] = [];
  const begun = new Map<symbol, string>();
  shared[key] = {
    begin(name) {
      const builder = Symbol(name);
      begun.set(builder, name);
      return () => void begun.delete(builder);
    },
    group(name, options, body) {
      groups.push({ name, options });
      const returned = body() as unknown;
      groups.pop();
      if (returned instanceof Promise) throw new TypeError(`describePerf('${name}') must declare its specs at once: its function is asynchronous`);
    },
    spec({ name, run, options: own, load }) {
      const inherited = Object.assign({}, ...groups.map(({ options }) => options)) as PerfOptions;
      const tags = [...new Set([...groups.flatMap(({ options }) => options.tags ?? []), ...(own.tags ?? [])])];
      const declaration = { name, groups: groups.map((group) => group.name), tags, options: { ...inherited, ...own, tags }, run, load };
      if (found.some((other) => other.name === name && other.groups.join('/') === declaration.groups.join('/'))) throw new Error(`two specs are called ${[...declaration.groups, name].join('/')}`);
      found.push(declaration);
    },
  };
  try {
    await load();
  } finally {
    delete shared[key];
  }
  const [unfinished] = begun.values();
  if (unfinished !== undefined) throw new Error(`itPerf('${unfinished}') measures nothing: it needs a function, itPerf(name, run), or .run(...) at its end`);
  return found;
}
