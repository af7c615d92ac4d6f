/** Folders whose content is somebody else's or is made: never looked into. */
const passedOver = new Set(['node_modules', '.git', '.nx', '.turbo', '.benchline', 'target', 'dist', 'build', 'out', 'coverage', 'vendor', 'venv', '.venv', '__pycache__']);

const manifests = new Set(['Cargo.toml', 'package.json', 'turbo.json', '.gitignore', 'justfile', 'Justfile', 'Makefile', 'pyproject.toml', 'pom.xml', 'build.gradle', 'build.gradle.kts']);

/** Whether scaffolding looks into a folder of this name. */
export function isLookedInto(folderName: string): boolean {
  return !passedOver.has(folderName);
}

/** Whether scaffolding needs the text of a file, not only its path. */
export function isWorthReading(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return manifests.has(name) || isBenchFile(path) || name.endsWith('_test.go') || name.endsWith('.csproj');
}

/** A benchmark file by its name: encode.bench.ts. */
export function isBenchFile(path: string): boolean {
  return /\.bench\.[cm]?[jt]s$/.test(path);
}
