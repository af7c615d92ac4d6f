import type { Snapshot } from '../scaffold-plan.js';

/** The Nx targets that a workflow calls; null: switched off. */
export interface TargetNames {
  compare: string | null;
  paired: string | null;
  slo: string | null;
}

/** As nx.json registers the plugin. A name that a shell would read otherwise, or an nx.json that cannot be read, is as if it were not written. */
export function targetNames(snapshot: Snapshot): TargetNames {
  const options = pluginOptions(snapshot.get('nx.json') ?? '');
  const named = (option: string, usual: string): string | null => {
    const written = options[option];
    if (written === false) return null;
    return typeof written === 'string' && /^[\w][\w:.-]*$/.test(written) ? written : usual;
  };
  return { compare: named('compareTargetName', 'bench-compare'), paired: named('pairedTargetName', 'bench-paired'), slo: named('sloTargetName', 'bench-slo') };
}

function pluginOptions(text: string): Record<string, unknown> {
  try {
    const { plugins } = JSON.parse(text) as { plugins?: readonly (string | { plugin?: string; options?: Record<string, unknown> })[] };
    const entry = plugins?.find((each) => typeof each === 'object' && each.plugin === '@benchline/nx');
    return typeof entry === 'object' ? (entry.options ?? {}) : {};
  } catch {
    return {};
  }
}
