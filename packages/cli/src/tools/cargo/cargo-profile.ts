/** How a cargo profile compiles, as far as it matters to numbers. */
export interface CargoProfile {
  name: string;
  optLevel: string;
  /** Settings that differ between builds, `key=value`. */
  flags: string[];
  /** Where the optimisation level was set; null: cargo's default. */
  from: string | null;
}

/** A parsed Cargo.toml or .cargo/config.toml with its name for messages; the first that sets a key wins. */
export interface CargoSettings {
  name: string;
  content: unknown;
}

type Table = Record<string, unknown>;

type Inherited = { optLevel: string } | { inherits: string };

const builtIn: Record<string, Inherited> = {
  dev: { optLevel: '0' },
  release: { optLevel: '3' },
  test: { inherits: 'dev' },
  bench: { inherits: 'release' },
};

const recorded = ['lto', 'codegen-units', 'debug-assertions', 'overflow-checks', 'panic'];

/** Follows `inherits` from the profile to where each setting is made. Precedence as cargo's: --config, environment, files. */
export function readCargoProfile(name: string, settings: readonly CargoSettings[], env: Readonly<Record<string, string | undefined>>): CargoProfile {
  const chain = inheritance(name, settings);
  const find = (key: string): { value: string; from: string } | null => {
    for (const profile of chain) {
      const variable = `CARGO_PROFILE_${shout(profile)}_${shout(key)}`;
      if (env[variable] !== undefined) return { value: env[variable], from: variable };
      for (const file of settings) {
        const value = profileTable(file.content, profile)?.[key];
        if (value !== undefined) return { value: String(value), from: `[profile.${profile}] of ${file.name}` };
      }
    }
    return null;
  };
  const level = find('opt-level');
  const flags = recorded.flatMap((key) => {
    const found = find(key);
    return found === null ? [] : [`${key}=${found.value}`];
  });
  const optLevel = level?.value ?? defaultLevel(chain);
  return { name, optLevel, flags: [`opt-level=${optLevel}`, ...flags], from: level?.from ?? (chain.includes('dev') ? `profile ${name}` : null) };
}

function inheritance(name: string, settings: readonly CargoSettings[]): string[] {
  const chain: string[] = [];
  for (let next: string | null = name; next !== null && !chain.includes(next); ) {
    chain.push(next);
    const profile: string = next;
    const written = settings.map((file) => profileTable(file.content, profile)?.['inherits']).find((value) => typeof value === 'string');
    const known: Inherited | undefined = builtIn[profile];
    next = (written as string | undefined) ?? (known !== undefined && 'inherits' in known ? known.inherits : null);
  }
  return chain;
}

function defaultLevel(chain: readonly string[]): string {
  return chain.includes('dev') ? '0' : '3';
}

function profileTable(content: unknown, profile: string): Table | undefined {
  const profiles = (content as Table | null)?.['profile'] as Table | undefined;
  return profiles !== undefined && Object.hasOwn(profiles, profile) ? (profiles[profile] as Table) : undefined;
}

function shout(word: string): string {
  return word.toUpperCase().replaceAll('-', '_');
}
