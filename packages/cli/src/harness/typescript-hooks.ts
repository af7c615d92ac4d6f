import { existsSync, readFileSync } from 'node:fs';
import type { LoadHook, ResolveHook } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createPathsMatcher, getTsconfig } from 'get-tsconfig';
import { transform } from 'sucrase';

/*
 * Hooks with which Node 20.6 and newer loads TypeScript as it stands: types are taken out and nothing else is changed, so that what is measured is what was written.
 * (esbuild's way of keeping names calls a function for each closure made.) Imports may leave out the extension, say .js for .ts, or go by a tsconfig's "paths".
 */

const typescript = /\.[cm]?tsx?$/;
const stands: Readonly<Record<string, readonly string[]>> = { '.js': ['.ts', '.tsx'], '.mjs': ['.mts'], '.cjs': ['.cts'] };
const endings = ['.ts', '.tsx', '.mts', '.js', '/index.ts', '/index.js'];
const harness = pathToFileURL(join(__dirname, 'index.js')).href;

/** Where a module is: as Node says, else as TypeScript would find it. `benchline/harness` is the one that runs. */
export const resolve: ResolveHook = async (specifier, context, nextResolve) => {
  if (specifier === 'benchline/harness') return { url: harness, format: 'commonjs', shortCircuit: true };
  try {
    return await nextResolve(specifier, context);
  } catch (error) {
    const found = candidatesOf(specifier, context.parentURL).find((path) => existsSync(path));
    if (found === undefined) throw error;
    return nextResolve(pathToFileURL(found).href, context);
  }
};

/** TypeScript without its types; files that hold an ES module and are not called one are loaded as one all the same. */
export const load: LoadHook = async (url, context, nextLoad) => {
  if (!url.startsWith('file:')) return nextLoad(url, context);
  const path = fileURLToPath(url);
  if (typescript.test(path)) return { format: path.endsWith('.cts') ? 'commonjs' : 'module', source: withoutTypes(path), shortCircuit: true };
  if (!/\.perf\.js$/.test(path)) return nextLoad(url, context);
  const source = readFileSync(path, 'utf8');
  return /^\s*(?:import|export)[\s{*]/m.test(source) ? { format: 'module', source, shortCircuit: true } : nextLoad(url, context);
};

function withoutTypes(path: string): string {
  const isCommonJs = path.endsWith('.cts');
  const transforms = ['typescript' as const, ...(path.endsWith('x') ? ['jsx' as const] : []), ...(isCommonJs ? ['imports' as const] : [])];
  return transform(readFileSync(path, 'utf8'), { transforms, disableESTransforms: true, filePath: path }).code;
}

/** Files that a specifier may mean beside the one that it names. */
function candidatesOf(specifier: string, parentURL: string | undefined): string[] {
  if (parentURL === undefined || !parentURL.startsWith('file:')) return [];
  const parent = fileURLToPath(parentURL);
  const paths = /^\.{0,2}\//.test(specifier) ? [join(dirname(parent), specifier)] : specifier.startsWith('file:') ? [fileURLToPath(specifier)] : mapped(specifier, parent);
  return paths.flatMap((path) => [...(typescript.test(path) ? [path] : []), ...(stands[/\.[cm]?js$/.exec(path)?.[0] ?? ''] ?? []).map((ending) => path.replace(/\.[cm]?js$/, ending)), ...endings.map((ending) => path + ending)]);
}

const matchers = new Map<string, ReturnType<typeof createPathsMatcher>>();

/** By "paths" of the nearest tsconfig, else of the nearest tsconfig.base.json. */
function mapped(specifier: string, parent: string): string[] {
  const folder = dirname(parent);
  if (!matchers.has(folder)) matchers.set(folder, matcherOf(folder));
  return matchers.get(folder)?.(specifier) ?? [];
}

function matcherOf(folder: string): ReturnType<typeof createPathsMatcher> {
  for (const name of ['tsconfig.json', 'tsconfig.base.json']) {
    const found = getTsconfig(folder, name);
    const matcher = found === null ? null : createPathsMatcher(found);
    if (matcher !== null) return matcher;
  }
  return null;
}
