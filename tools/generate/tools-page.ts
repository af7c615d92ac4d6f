import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeclaredMetric } from '../../packages/core/src/parse/index.js';
import type { GeneratedFile } from './artefacts.js';
import { repository } from './read-schemas.js';
import type { ToolFacts } from './read-traits.js';

const introduction = `# Tools

Generated from what the adapters (\`packages/core/src/parse/tools\`) and runners (\`packages/cli/src/tools\`) say of themselves.

Benchline measures with the tool that a project has already. A tool has its **own runner** where Benchline knows how to start it: flags, output, version, filter and
times are then Benchline's business. Of **any other** the suite gives the command, and where its output is. What exists already is read by
\`benchline ingest --tool TOOL FILE...\`, whatever made it. What each tool gets wrong, and what is done about it, stands on its page under
"Traps"; what many of them get wrong, on [one page](traps.md).`;

function isTriedInCi(tool: string): boolean {
  const setup = join(repository, 'e2e/projects', tool, 'setup.json');
  return existsSync(setup) && (JSON.parse(readFileSync(setup, 'utf8')) as { ci?: false }).ci !== false;
}

/** docs/tools/README.md: every tool, what Benchline reads of it and how it runs it. */
export function renderToolsPage(facts: readonly ToolFacts[]): GeneratedFile {
  const sorted = [...facts].sort((a, b) => (a.title.toLowerCase() < b.title.toLowerCase() ? -1 : 1));
  const sections = [introduction, table(overview, sorted), meanings, '## What the output says', table(output, sorted), '## How a tool is got', table(installation, sorted.filter(({ runs }) => runs.install !== null))];
  return { path: 'docs/tools/README.md', text: `${sections.join('\n\n')}\n` };
}

const meanings = `*Values*: \`each run\` is every iteration, \`means\` are means of batches, \`summary\` is the tool's own summary alone: then only further rounds show how much a number
varies. *In order*: whether values can stand in the order they were measured; sorted ones tell nothing of drift. *A round* is what counts as independent
evidence: a run of the tool, or each of the processes that a run starts. *Filter*: whether \`--filter\` keeps the tool from measuring the others, or only from
reporting them. *Exact*: whether there are numbers that repeat exactly, of which any change counts. *In CI*: whether a real project of the tool is measured end to
end in Benchline's own tests, by the commands of its page.`;

type Column = readonly [head: string, cell: (facts: ToolFacts) => string];

const name: Column = ['tool', ({ tool, title }) => `[${title}](${tool}.md)`];

const overview: readonly Column[] = [
  name,
  ['`--tool`', ({ tool }) => `\`${tool}\``],
  ['is run by', ({ hasRunner }) => (hasRunner ? 'own runner' : 'any command')],
  ['reads', ({ reads }) => reads.versions],
  ['values', ({ reads }) => valuesOf(reads.metrics)],
  ['in order', ({ reads }) => yes(reads.ordered)],
  ['a round is', ({ reads }) => (reads.nesting === null ? 'a run' : `a ${reads.nesting}`)],
  ['filter', ({ runs }) => (runs.filter === 'tool' ? 'measures less' : 'reports less')],
  ['memory', ({ runs }) => (runs.memory === 'none' ? '' : runs.memory)],
  ['exact', ({ reads }) => yes(reads.metrics.some(({ kinds }) => kinds.includes('exact')))],
  ['in CI', ({ tool }) => yes(isTriedInCi(tool))],
];

const output: readonly Column[] = [
  name,
  ['metrics', ({ reads }) => reads.metrics.map(metricText).join(', ')],
  ['a benchmark that failed', ({ reads }) => reads.failure],
  ['a run that ran nothing', ({ reads }) => reads.nothingRun],
];

const installation: readonly Column[] = [
  name,
  ['command by itself', ({ runs }) => (runs.start === null ? '' : `\`${runs.start.join(' ')}\``)],
  ['install', ({ runs }) => runs.install ?? ''],
];

const valueWords = [['raw', 'each run'], ['batch-mean', 'means'], ['exact', 'exact'], ['summary', 'summary']] as const;

function valuesOf(metrics: readonly DeclaredMetric[]): string {
  const kinds = new Set(metrics.flatMap((metric) => metric.kinds));
  return valueWords.filter(([kind]) => kinds.has(kind)).map(([, words]) => words).join(', ');
}

function metricText({ name: metric, unit, direction }: DeclaredMetric): string {
  const better = direction === 'told' ? 'direction told' : direction === null ? 'no direction' : `${direction} is better`;
  return `${metric === null ? 'named by the output' : `\`${metric}\``} (${unit ?? 'unit told'}, ${better})`;
}

function yes(is: boolean): string {
  return is ? 'yes' : '';
}

function table(columns: readonly Column[], facts: readonly ToolFacts[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(columns.map(([head]) => head)), line(columns.map(() => '---')), ...facts.map((each) => line(columns.map(([, cell]) => cell(each))))].join('\n');
}
