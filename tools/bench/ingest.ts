import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from './figure.js';
import { benchline } from './installed.js';
import { writeCriterionTree } from './outputs/criterion.js';
import { writeGoText } from './outputs/go.js';
import { writeJmhJson, writePytestJson } from './outputs/json-files.js';
import { findProgram } from './programs.js';
import { interleaved, medianOf, type MeasuredCommand, type TimedRun } from './timed-run.js';

const times = 5;
const loadJson = 'import json,sys; json.load(open(sys.argv[1]))';
const loadTree = 'import json,pathlib,sys; [json.loads(p.read_bytes()) for n in ("benchmark","sample") for p in pathlib.Path(sys.argv[1]).rglob(f"new/{n}.json")]';

/** null: it is not installed. */
function program(name: string, args: readonly string[], { cwd, install = 'from the system\'s packages' }: { cwd: string; install?: string }): MeasuredCommand | null {
  const path = findProgram(name, install);
  return path === null ? null : { program: path, args, cwd };
}

/** What other programs take for the same input. */
interface Peer {
  name: string;
  command: MeasuredCommand | null;
}

interface Measured {
  seconds: number;
  peakMiB: number;
  /** For the column that says how. */
  how: string;
}

/** Reading tools' output, large and many. */
export async function ingest(folder: string): Promise<Figure[]> {
  return [...(await goText(folder)), ...(await criterionTree(folder)), ...(await jsonFiles(folder))];
}

async function goText(folder: string): Promise<Figure[]> {
  writeGoText(join(folder, 'go.txt'), { bytes: 100e6, benchmarks: 10_000 });
  const { size } = statSync(join(folder, 'go.txt'));
  const measured = await measure(folder, ['--tool', 'go', 'go.txt'], [
    { name: '`benchstat`', command: program('benchstat', ['go.txt'], { cwd: folder, install: 'go install golang.org/x/perf/cmd/benchstat@latest' }) },
    { name: '`wc -l`', command: program('wc', ['-l', 'go.txt'], { cwd: folder }) },
  ]);
  return sized(`\`ingest\` of ${inMegabytes(size)} of \`go test -bench\` text, 10,000 benchmarks`, size, measured);
}

/** What any Node program takes that lists the folders and reads the two files of each benchmark, one after the other, and does nothing else. */
const readTree = `const { readdirSync, readFileSync } = require('node:fs');
const walk = (folder) => { for (const entry of readdirSync(folder, { withFileTypes: true })) { const path = folder + '/' + entry.name; if (entry.isDirectory()) walk(path); else if (/(benchmark|sample)\\.json$/.test(entry.name)) JSON.parse(readFileSync(path, 'utf8')); } };
walk(process.argv[1]);`;

/** Where the time goes, as a profile shows it. */
const boundBy = 'what bounds it: 50,000 small files in 50,000 folders are listed, opened and parsed, then 5 million values sorted, described, written as JSON and compressed, and the files archived, all but the compression on one thread';

async function criterionTree(folder: string): Promise<Figure[]> {
  const benchmarks = 25_000;
  const size = writeCriterionTree(join(folder, 'criterion'), benchmarks);
  const measured = await measure(folder, ['--tool', 'criterion', 'criterion'], [
    { name: 'a Node program that only reads and parses the files', command: { program: process.execPath, args: ['-e', readTree, 'criterion'], cwd: folder } },
    { name: 'Python\'s json on the same files', command: program('python3', ['-c', loadTree, 'criterion'], { cwd: folder }) },
    { name: '`tar -cf`', command: program('tar', ['-cf', 'copy.tar', 'criterion'], { cwd: folder }) },
  ]);
  measured.how += `; ${boundBy}`;
  return sized(`\`ingest\` of ${inMegabytes(size)} of Criterion's folders, ${benchmarks.toLocaleString('en')} benchmarks`, size, measured);
}

async function jsonFiles(folder: string): Promise<Figure[]> {
  writePytestJson(join(folder, 'pytest.json'), 10_000);
  writeJmhJson(join(folder, 'jmh.json'), 10_000);
  const figures: Figure[] = [];
  for (const [tool, file] of [['pytest-benchmark', 'pytest.json'], ['jmh', 'jmh.json']] as const) {
    const { seconds, how } = await measure(folder, ['--tool', tool, file], [
      { name: 'Python\'s json', command: program('python3', ['-c', loadJson, file], { cwd: folder }) },
      { name: '`jq length`', command: program('jq', ['length', file], { cwd: folder }) },
    ]);
    figures.push({ what: `\`ingest\` of 10,000 benchmarks of ${tool} (${inMegabytes(statSync(join(folder, file)).size)})`, measured: seconds, bound: 1, unit: 's', how });
  }
  return figures;
}

/** One warm-up, then all in turns. */
async function measure(folder: string, args: readonly string[], peers: readonly Peer[]): Promise<Measured> {
  const own = join(folder, 'project');
  mkdirSync(own, { recursive: true });
  const ours = benchline(['ingest', ...args.slice(0, -1), join(folder, args.at(-1) ?? '')], own);
  const others = peers.flatMap(({ name, command }) => (command === null ? [] : [{ name, command }]));
  await interleaved([ours], 1);
  const [runs, ...peerRuns] = await interleaved([ours, ...others.map(({ command }) => command)], times);
  const seconds = medianWall(runs ?? []);
  const cpu = medianOf((runs ?? []).map((run) => (run.cpuMs ?? 0) / 1000));
  const beside = others.map(({ name }, index) => `${name} ${medianWall(peerRuns[index] ?? []).toFixed(2)} s (ratio ${(seconds / medianWall(peerRuns[index] ?? [])).toFixed(1)})`);
  const how = [`whole process, cold start and writing the report included, median of ${times}: ${seconds.toFixed(2)} s (CPU ${cpu.toFixed(2)} s)`, ...beside].join('; ');
  return { seconds, peakMiB: medianOf((runs ?? []).map((run) => run.peakMiB ?? 0)), how };
}

function medianWall(runs: readonly TimedRun[]): number {
  return medianOf(runs.map((run) => run.wallMs / 1000));
}

function sized(what: string, bytes: number, { seconds, peakMiB, how }: Measured): Figure[] {
  return [
    { what, measured: bytes / 1e6 / seconds, bound: 50, unit: 'MB/s', atLeast: true, how },
    { what: `memory of that \`ingest\``, measured: peakMiB, bound: 400, unit: 'MiB', how: 'peak resident set, the idle Node process included, median of the same runs' },
  ];
}

function inMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}
