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
