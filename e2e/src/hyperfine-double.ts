import { chmodSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Workspace } from './workspace.js';

/** Stands in for hyperfine: answers at once, says the version that a file holds, and writes down whom it measured. */
export interface HyperfineDouble {
  /** For PATH. */
  folder: string;
  setVersion(version: string): void;
  /** The folders measured since the last time one asked, by name, sorted. */
  measured(): string[];
}

const program = `#!/usr/bin/env node
const { appendFileSync, readFileSync, writeFileSync } = require('node:fs');
const { basename, join } = require('node:path');
const args = process.argv.slice(2);
if (args[0] === '--version') {
  console.log('hyperfine ' + readFileSync(join(__dirname, 'version'), 'utf8').trim());
} else {
  const cost = Number(readFileSync('cost', 'utf8'));
  const times = [1, 1.001, 0.999, 1.002, 0.998, 1, 1.001, 0.999, 1, 1].map((factor) => factor * cost);
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  appendFileSync(join(__dirname, 'measured'), basename(process.cwd()) + '\\n');
  writeFileSync(args[args.indexOf('--export-json') + 1], JSON.stringify({ results: [{ command: args.at(-1), mean, stddev: cost / 1000, median: cost, user: cost, system: 0, min: Math.min(...times), max: Math.max(...times), times, exit_codes: times.map(() => 0) }] }));
}
`;

/** Puts the double into a folder of the workspace that nobody commits. */
export function installHyperfineDouble(workspace: Workspace): HyperfineDouble {
  const folder = '.double';
  workspace.write(`${folder}/hyperfine`, program);
  chmodSync(join(workspace.root, folder, 'hyperfine'), 0o755);
  workspace.write(`${folder}/measured`, '');
  workspace.write(`${folder}/version`, '1.18.0');
  return {
    folder: join(workspace.root, folder),
    setVersion: (version) => workspace.write(`${folder}/version`, version),
    measured: () => {
      const names = workspace.read(`${folder}/measured`).split('\n').filter((name) => name !== '');
      workspace.write(`${folder}/measured`, '');
      return [...new Set(names)].sort();
    },
  };
}

/** PATH with the double before everything else. */
export function pathWith({ folder }: HyperfineDouble): string {
  return `${folder}${delimiter}${process.env['PATH'] ?? ''}`;
}
