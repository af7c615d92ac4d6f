import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { extractOperations } from './extract-operations.js';
import { descriptions, source } from './operations.js';

/*
 * Writes github/*.json from GitHub's own OpenAPI descriptions. The package is 400 MB large and needed by nothing else, so it is installed beside the repository
 * when the operations change: `npm install @octokit/openapi@23.0.2` in an empty folder, then `npx tsx tools/forge-contract/main.ts FOLDER`.
 */
const folder = resolve(process.argv[2] ?? '.');
const require = createRequire(join(folder, 'x.js'));
const { version } = require(`${source.package}/package.json`) as { version: string };
if (version !== source.version) throw new Error(`${source.package} is ${version} in ${folder}; operations.ts names ${source.version}`);
for (const name of descriptions) {
  const description = JSON.parse(readFileSync(require.resolve(`${source.package}/generated/${name}.deref.json`), 'utf8')) as Parameters<typeof extractOperations>[0];
  writeFileSync(join(__dirname, 'github', `${name}.json`), `${JSON.stringify(extractOperations(description, name), null, 1)}\n`);
}
