/**
 * Writes what is generated from schemas/ and from the packages' own tables: types, validators, reference pages.
 * `--check` writes nothing and exits with 1 naming the stale files.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { GeneratedFile } from './artefacts.js';
import { renderExecutorSchemas } from './executor-schemas.js';
import { renderGeneratorSchemas } from './generator-schemas.js';
import { readSchemas, repository } from './read-schemas.js';
import { readToolFacts } from './read-traits.js';
import { renderReferencePages } from './reference-pages.js';
import { renderToolRegistries } from './tool-registries.js';
import { renderTemplates } from './templates.js';
import { renderToolInputs } from './tool-inputs.js';
import { renderToolchainKeys } from './toolchain-keys.js';
import { renderToolsPage } from './tools-page.js';
import { renderTypes } from './types.js';
import { renderValidators } from './validators.js';

/** Each step reads what the one before it wrote: the table of tools comes from the registries. */
const steps: readonly (() => Promise<GeneratedFile[]>)[] = [
  async () => {
    const schemas = readSchemas();
    return [await renderTypes(schemas), ...renderValidators(schemas), ...renderTemplates(), ...renderReferencePages(schemas), ...renderExecutorSchemas(schemas), ...renderToolRegistries(schemas)];
  },
  async () => {
    const facts = await readToolFacts();
    return [renderToolsPage(facts), renderToolInputs(facts), renderToolchainKeys(facts), ...renderGeneratorSchemas(facts)];
  },
];

function isStale({ path, text }: GeneratedFile): boolean {
  const absolute = join(repository, path);
  return !existsSync(absolute) || readFileSync(absolute, 'utf8') !== text;
}

async function main(check: boolean): Promise<number> {
  let code = 0;
  for (const step of steps) {
    for (const file of (await step()).filter(isStale)) {
      if (check) process.stderr.write(`stale: ${file.path}; run npm run generate\n`);
      else write(file);
      code = check ? 1 : 0;
    }
  }
  return code;
}

function write({ path, text }: GeneratedFile): void {
  mkdirSync(dirname(join(repository, path)), { recursive: true });
  writeFileSync(join(repository, path), text);
  process.stdout.write(`wrote ${path}\n`);
}

main(process.argv.includes('--check')).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
