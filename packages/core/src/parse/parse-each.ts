import { conclude } from './conclude.js';
import type { Parsed, SourceFile } from './parsed.js';

/** Reads files that know nothing of each other. The harness is the one of the first file that tells a version; of several versions none is told. */
export function parseEach(files: readonly SourceFile[], name: string, parseFile: (file: SourceFile) => Parsed): Parsed {
  const parts = files.map(parseFile);
  return conclude({
    harness: { name, version: onlyOne(parts.map(({ harness }) => harness.version)), outputVersion: onlyOne(parts.map(({ harness }) => harness.outputVersion)) },
    readings: parts.flatMap(({ readings }) => readings),
    findings: parts.flatMap(({ findings }) => findings),
  });
}

function onlyOne(versions: readonly (string | null)[]): string | null {
  const told = new Set(versions.filter((version) => version !== null));
  const [version] = told;
  return told.size === 1 && version !== undefined ? version : null;
}
