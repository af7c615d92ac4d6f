import { join } from 'node:path';
import { findOutputFile } from '../read-output-file.js';
import type { CargoTool } from './cargo-bench-runner.js';

/** Reads what benchmark programs printed: the file of this name, where the command passed `{output}` on to something that writes it, else standard output. */
export function printedOutput(name: string): Pick<CargoTool, 'output' | 'collect'> {
  return {
    output: name,
    async collect({ folder, shown }, _, { world }) {
      const written = await findOutputFile(world.files, join(folder, name), `${shown}/${name}`);
      return { files: written.length > 0 ? written : await findOutputFile(world.files, join(folder, 'stdout.txt'), `${shown}/stdout.txt`), findings: [] };
    },
  };
}
