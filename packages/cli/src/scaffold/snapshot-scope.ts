import { isOfInterest } from './detect-benchmarks.js';
import { workflowPaths } from './plan-workflow.js';
import { isConfigPath } from './workflow/measured-projects.js';

/** Folders whose content is somebody else's or is made: never looked into. */
const passedOver = new Set(['node_modules', '.git', '.nx', '.turbo', '.benchline', 'target', 'dist', 'build', 'out', 'coverage', 'vendor', 'venv', '.venv', '__pycache__']);

/** What says how the repository is built and run, whatever its tools. */
const manifests = new Set(['package.json', 'nx.json', 'turbo.json', '.gitignore']);

/** Whether scaffolding looks into a folder of this name. */
export function isLookedInto(folderName: string): boolean {
  return !passedOver.has(folderName);
}

/** Whether scaffolding needs the text of a file, not only its path. */
export function isWorthReading(path: string): boolean {
  return manifests.has(path.slice(path.lastIndexOf('/') + 1)) || isConfigPath(path) || workflowPaths.includes(path) || isOfInterest(path);
}
