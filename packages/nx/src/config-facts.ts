/** The little that target inference takes from a written config. Everything else is the executors' business. */
export interface ConfigFacts {
  /** Name for reports, if the file gives one. */
  project: string | null;
  /** Tools named by the suites, each once, in order of appearance. */
  tools: readonly string[];
  hasSuites: boolean;
  /** Environment variables that reports record: they may change what is measured, so they belong to the cache key. */
  variables: readonly string[];
  /** Relative to the project. */
  baselineDirectory: string;
  /** Whether an exception has an end: the verdict then depends on the day. */
  expires: boolean;
  /** Could not be read. Targets are inferred all the same, so that running one tells what is wrong. */
  malformed: boolean;
}

/** Facts of a file that could not be read. */
export const malformedConfig: ConfigFacts = {
  project: null,
  tools: [],
  hasSuites: false,
  variables: [],
  baselineDirectory: 'baselines',
  expires: false,
  malformed: true,
};

/** Takes the facts from a parsed config of any shape; what is not as expected is left out, never an error. */
export function configFacts(written: unknown): ConfigFacts {
  if (!isObject(written)) return malformedConfig;
  const { project, suites, baselines, compare, env } = written;
  const listed = Array.isArray(suites) ? suites.filter(isObject) : [];
  const overrides = isObject(compare) && Array.isArray(compare['overrides']) ? compare['overrides'] : [];
  const allowed: unknown[] = isObject(env) && Array.isArray(env['allow']) ? env['allow'] : [];
  const directory = isObject(baselines) ? baselines['directory'] : undefined;
  return {
    project: typeof project === 'string' && project !== '' ? project : null,
    tools: [...new Set(listed.map((suite) => suite['tool']).filter((tool) => typeof tool === 'string'))],
    hasSuites: suites !== undefined,
    variables: allowed.filter((variable): variable is string => typeof variable === 'string' && /^[A-Za-z_]\w*$/.test(variable)),
    baselineDirectory: typeof directory === 'string' && directory !== '' ? directory : 'baselines',
    expires: overrides.some((override) => isObject(override) && override['expires'] !== undefined),
    malformed: false,
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
