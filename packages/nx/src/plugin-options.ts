import type { TargetInput } from './tool-inputs.js';

/** What may be written under `options` where nx.json registers the plugin. A target's name; `false` switches the target off. */
export interface PluginOptions {
  benchTargetName?: string | false;
  compareTargetName?: string | false;
  pairedTargetName?: string | false;
  sloTargetName?: string | false;
  promoteTargetName?: string | false;
  auditTargetName?: string | false;
  /** What a measurement is reused for: `content` (default), the same sources, options, tools and host class; `commit`, the same commit as well. */
  cacheKey?: 'content' | 'commit';
  /** Further inputs, as Nx writes them, of every target whose result depends on what is measured: data sets outside of the projects, say. */
  inputs?: readonly TargetInput[];
  /** The class of the machine where BENCHLINE_HOST_CLASS does not say: part of the key, and recorded in the report. */
  hostClass?: string;
  /** Nx runs the sync generator before `bench`, and in CI refuses to measure where it would change something. */
  sync?: boolean;
}

/** The options with every default filled in; null: switched off. */
export interface TargetNames {
  bench: string | null;
  compare: string | null;
  paired: string | null;
  slo: string | null;
  promote: string | null;
  audit: string | null;
}

const defaults: { [target in keyof TargetNames]: string } = {
  bench: 'bench',
  compare: 'bench-compare',
  paired: 'bench-paired',
  slo: 'bench-slo',
  promote: 'bench-promote',
  audit: 'bench-audit',
};

/** The names of the targets. Anything but a name or `false` is as if it were not written: nx.json must not break every command. */
export function normalizeTargetNames(options: PluginOptions | undefined): TargetNames {
  const named = (target: keyof TargetNames): string | null => {
    const written: unknown = options?.[`${target}TargetName`];
    if (written === false) return null;
    return typeof written === 'string' && written !== '' ? written : defaults[target];
  };
  return { bench: named('bench'), compare: named('compare'), paired: named('paired'), slo: named('slo'), promote: named('promote'), audit: named('audit') };
}

/** Inputs that Nx can take; anything else is as if it were not written. */
export function normalizeInputs(options: PluginOptions | undefined): TargetInput[] {
  const written: unknown = options?.inputs;
  if (!Array.isArray(written)) return [];
  return written.filter((input: unknown): input is TargetInput => (typeof input === 'string' && input !== '') || (typeof input === 'object' && input !== null && !Array.isArray(input)));
}

/** The class of the machine; null: nothing usable is written. */
export function normalizeHostClass(options: PluginOptions | undefined): string | null {
  const written: unknown = options?.hostClass;
  return typeof written === 'string' && written.trim() !== '' ? written : null;
}
