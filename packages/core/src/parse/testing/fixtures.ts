import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { ToolName, WrittenMapping } from '../../model/index.js';
import { normalizeMapping } from '../../model/normalize-mapping.js';
import { adapterFor } from '../adapters.js';
import { createMappingAdapter } from '../mapping/index.js';
import type { Parsed, SourceFile, ToolAdapter } from '../parsed.js';

const root = join(__dirname, '../../../fixtures/parse');

/** One case: a tool's output, what reading it must give, and where the output comes from. */
export interface Fixture {
  tool: string;
  /** "tool/case". */
  name: string;
  files: SourceFile[];
  expected: Parsed;
  origin: string;
  /** The tool's; of a mapping the one that has the rules of mapping.json. */
  adapter: ToolAdapter;
}

/** Every case under fixtures/parse. */
export function readFixtures(): Fixture[] {
  return foldersIn(root).flatMap((tool) =>
    foldersIn(join(root, tool)).map((name) => {
      const folder = join(root, tool, name);
      return {
        tool,
        name: `${tool}/${name}`,
        files: filesIn(join(folder, 'input')),
        expected: JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Parsed,
        origin: readFileSync(join(folder, 'origin.md'), 'utf8'),
        adapter: adapterOf(tool, join(folder, 'mapping.json')),
      };
    }),
  );
}

function adapterOf(tool: string, rules: string): ToolAdapter {
  if (!existsSync(rules)) return adapterFor(tool as ToolName);
  const mapping = normalizeMapping({ name: 'fixture', tool: 'mapping', mapping: JSON.parse(readFileSync(rules, 'utf8')) as WrittenMapping }, '', () => undefined);
  const created = mapping === null ? { problems: [] } : createMappingAdapter(mapping);
  if ('problems' in created) throw new Error(`${rules}: ${JSON.stringify(created.problems)}`);
  return created.adapter;
}

/** The input files of one case, named "tool/case". */
export function readFixtureInput(name: string): SourceFile[] {
  return filesIn(join(root, name, 'input'));
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

function filesIn(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path: relative(folder, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));
}
