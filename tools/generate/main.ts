/**
 * Writes what is generated from schemas/ and from the packages' own tables: types, validators, reference pages.
 * `--check` writes nothing and exits with 1 naming the stale files.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { GeneratedFile } from './artefacts.js';
import { renderExecutorSchemas } from './executor-schemas.js';
import { readSchemas, repository } from './read-schemas.js';
import { renderReferencePages } from './reference-pages.js';
import { renderToolRegistries } from './tool-registries.js';
import { renderTemplates } from './templates.js';
import { renderTypes } from './types.js';
import { renderValidators } from './validators.js';

export async function generatedFiles(): Promise<GeneratedFile[]> {
  const schemas = readSchemas();
  return [await renderTypes(schemas), ...renderValidators(schemas), ...renderTemplates(), ...renderReferencePages(schemas), ...renderExecutorSchemas(schemas), ...renderToolRegistries(schemas)];
}

function isStale({ path, text }: GeneratedFile): boolean {
  const absolute = join(repository, path);
  return !existsSync(absolute) || readFileSync(absolute, 'utf8') !== text;
}

async function main(check: boolean): Promise<number> {
  const stale = (await generatedFiles()).filter(isStale);
  if (check) {
    for (const { path } of stale) process.stderr.write(`stale: ${path}; run npm run generate\n`);
    return stale.length === 0 ? 0 : 1;
  }
  for (const { path, text } of stale) {
    mkdirSync(dirname(join(repository, path)), { recursive: true });
    writeFileSync(join(repository, path), text);
    process.stdout.write(`wrote ${path}\n`);
  }
  return 0;
}

void main(process.argv.includes('--check')).then((code) => (process.exitCode = code));
