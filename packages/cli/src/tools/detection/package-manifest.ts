/** What scaffolding reads of a package.json. */
export interface PackageManifest {
  name?: string;
  scripts?: Record<string, string>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

/** null where the text is not a JSON object. */
export function parsePackageManifest(text: string | null | undefined): PackageManifest | null {
  if (text === null || text === undefined) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as PackageManifest) : null;
  } catch {
    return null;
  }
}

/** What a package.json depends on, for itself or for its development. */
export function dependenciesOf(manifest: string | null | undefined): Record<string, string> {
  const parsed = parsePackageManifest(manifest);
  return { ...parsed?.dependencies, ...parsed?.devDependencies };
}
