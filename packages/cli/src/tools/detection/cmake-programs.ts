import type { WrittenSuite } from '@benchline/core/model';
import type { Detected, Snapshot } from '../detector.js';
import { folderOf, relativeTo } from './folder-of.js';

export const cmakeFiles = /(^|\/)CMakeLists\.txt$/;

/** What CMake builds from a list file. */
export interface CMakeProgram {
  name: string;
  /** The list file. */
  path: string;
  /** Its sources, relative to the repository, as far as the list names them. */
  sources: string[];
}

interface Wanted {
  /** As the list file links it: benchmark::benchmark. */
  library: RegExp;
  what: string;
  /** Whether a program that links the library has benchmarks; absent: it has. */
  isBenchmark?(program: CMakeProgram): boolean;
  suiteOf(program: string, build: string[], command: string): WrittenSuite;
}

/** Programs linked with a benchmark library, built in build/ beside the project's own list file. Names made of variables are not guessed. */
export function detectCMakePrograms(snapshot: Snapshot, { library, what, isBenchmark = () => true, suiteOf }: Wanted): Detected {
  const detected: Detected = { projects: [], skipped: [] };
  for (const [path, text] of snapshot) {
    if (!cmakeFiles.test(path) || text === null) continue;
    const list = text.replace(/(^|\s)#[^\n]*/g, '$1');
    for (const [, name = '', linked = ''] of list.matchAll(/\btarget_link_libraries\s*\(\s*(\S+)\s+([^)]*)\)/g)) {
      if (!library.test(linked)) continue;
      const program = { name, path, sources: sourcesOf(list, name, folderOf(path)) };
      if (!isBenchmark(program)) continue;
      const root = projectOf(snapshot, path);
      if (!isCertain(snapshot, list, name)) detected.skipped.push({ path, what, why: 'where CMake puts the program cannot be told: add it as a suite with its path by hand' });
      else detected.projects.push({ root, suites: [suiteOf(name, buildCommand(name), `./build/${[relativeTo(root, folderOf(path)), name].filter((part) => part !== '').join('/')}`)] });
    }
  }
  return detected;
}

function sourcesOf(list: string, name: string, folder: string): string[] {
  const files = list.matchAll(/\badd_executable\s*\(\s*(\S+)\s+([^)]*)\)/g);
  const words = [...files].filter(([, program]) => program === name).flatMap(([, , rest = '']) => rest.split(/\s+/));
  return words.filter((word) => /\.[ch](?:c|pp|xx)?$/.test(word)).map((word) => (folder === '' ? word : `${folder}/${word}`));
}

function isCertain(snapshot: Snapshot, list: string, name: string): boolean {
  const moved = [...snapshot].some(([path, text]) => cmakeFiles.test(path) && /RUNTIME_OUTPUT_DIRECTORY|EXECUTABLE_OUTPUT_PATH/.test(text ?? ''));
  return !moved && !name.includes('$') && new RegExp(`\\badd_executable\\s*\\(\\s*${name.replace(/[^\w-]/g, '\\$&')}\\s`).test(list);
}

/** The outermost folder at or above a list file that has one. */
function projectOf(snapshot: Snapshot, path: string): string {
  let root = folderOf(path);
  for (let folder = root; folder !== ''; ) {
    folder = folderOf(folder);
    if (snapshot.has(folder === '' ? 'CMakeLists.txt' : `${folder}/CMakeLists.txt`)) root = folder;
  }
  return root;
}

function buildCommand(target: string): string[] {
  return ['sh', '-c', `cmake -S . -B build -DCMAKE_BUILD_TYPE=Release && cmake --build build --target ${target}`];
}
