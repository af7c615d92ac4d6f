import { benchFilePath, detectPrograms } from '../detection/bench-files.js';
import { importsPackage } from '../detection/imports-package.js';
import type { Detector } from '../detector.js';

export const detector: Detector = {
  tool: 'mitata',
  reads: benchFilePath,
  benchFiles: { text: importsPackage('mitata') },
  detect({ snapshot, benchFiles }) {
    const printing = benchFiles.filter(({ text }) => /JSON\.stringify|\bformat\s*:\s*['"]json['"]/.test(text));
    const silent = benchFiles.filter((file) => !printing.includes(file) && /\brun\s*\(/.test(file.text));
    const { projects, skipped } = detectPrograms(snapshot, printing, (name, path) => ({ name, tool: 'mitata', command: ['node', path] }));
    return { projects, skipped: [...skipped, ...silent.map(({ path }) => ({ path, what: 'mitata benchmarks', why: "it prints a table only: pass format: 'json' to run, and init again" }))] };
  },
};
