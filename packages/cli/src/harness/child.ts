import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PerfSpecOutput, PerfSpecReading } from '@benchline/core/parse';
import { listMark, type PerfJob } from './child-job.js';
import { chooseInstances } from './choose-instances.js';
import { emptyCallMs } from './empty-call.js';
import type { DeclaredLimit } from './expectation.js';
import { createNodeWorld } from '../ports/node-world.js';
import { joinRounds } from './join-rounds.js';
import { measureInstance, unmeasured, type Engine, type MeasuringTimes } from './measure-instance.js';
import { measureLoad, type LoadGenerator } from './measure-load.js';
import { durationOf } from './measuring-times.js';
import { currentProcessFacts } from './process-facts.js';
import { withRatios } from './relative-times.js';
import { releaseProblems } from './release-conditions.js';
import type { SpecInstance } from './spec-instance.js';

/** The program that runs performance specs: `node --import register-typescript.js child.js JOB`. Writes the job's output; ends with 1 and one line on stderr where it cannot. */
async function main(job: PerfJob): Promise<void> {
  const instances = await chooseInstances(job);
  if (job.list) return void process.stdout.write(`${listMark}${JSON.stringify(instances.map(({ id, tags }) => ({ id, tags })))}\n`);
  const engine = (await import(pathToFileURL(job.library).href)) as Engine;
  const empty = emptyCallMs();
  const readings: PerfSpecReading[] = [];
  const limits = new Map<string, DeclaredLimit[]>();
  for (const instance of instances) {
    process.stdout.write(`${instance.id}\n`);
    measuring = instance.id;
    const measured = await measureOne(instance, { job, engine, empty });
    readings.push(measured.reading);
    limits.set(instance.id, measured.limits);
  }
  const specs = withRatios(readings, limits);
  const output: PerfSpecOutput = { perfSpec: 1, harness: { version: job.version, engine: job.engine }, runtime: { name: 'node', version: process.versions.node }, emptyCallMs: empty, specs };
  writeFileSync(job.output, JSON.stringify(output));
}

/** The spec under way; null: the files are loaded. */
let measuring: string | null = null;
let ending = false;

interface Measuring {
  job: PerfJob;
  engine: Engine;
  empty: number;
}

async function measureOne(instance: SpecInstance, { job, engine, empty }: Measuring): Promise<{ reading: PerfSpecReading; limits: DeclaredLimit[] }> {
  const { options } = instance;
  if (options.skip === true) return { reading: unmeasured(instance, null), limits: [] };
  try {
    refuseNonRelease(instance, job);
    if (instance.load !== null) return await measureLoad(instance, { projectRoot: job.root, folder: dirname(job.output), warmupMs: job.warmupMs, measureMs: job.measureMs }, { generate: loadGenerator(), world: createNodeWorld() });
    const times: MeasuringTimes = { warmupMs: job.warmupMs ?? durationOf(options.warmup, 250), measureMs: job.measureMs ?? durationOf(options.measure, 1000), emptyCallMs: empty };
    const { reading, limits } = await measureInstance(instance, times, engine);
    const rounds = job.isRound ? [] : Array.from({ length: (options.rounds ?? 1) - 1 }, () => measureInFreshProcess(instance.id, job));
    return { reading: joinRounds(reading, rounds), limits };
  } catch (error) {
    process.stderr.write(`${instance.id} failed: ${error instanceof Error ? error.message : String(error)}\n`);
    return { reading: unmeasured(instance, error), limits: [] };
  }
}

/** As CommonJS, joined into one file when the package is built. Loaded for load tests alone. */
function loadGenerator(): LoadGenerator {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return (require('./load-generator.js') as { default: LoadGenerator }).default;
}

function refuseNonRelease({ options }: SpecInstance, { allowNonRelease }: PerfJob): void {
  if (allowNonRelease) return;
  const problems = releaseProblems(currentProcessFacts(), options.allow ?? []);
  if (problems.length > 0) throw new Error(`it is not measured: ${problems.join('; ')}`);
}

/** One more round of one spec, in a process as fresh as this one was. */
function measureInFreshProcess(id: string, job: PerfJob): PerfSpecReading {
  const folder = mkdtempSync(join(tmpdir(), 'benchline-round-'));
  const output = join(folder, 'round.json');
  try {
    const own: PerfJob = { ...job, filter: `^${id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`, tags: null, output, isRound: true };
    const { status } = spawnSync(process.execPath, [...process.execArgv, __filename, JSON.stringify(own)], { stdio: ['ignore', 'ignore', 'inherit'] });
    const [reading] = status === 0 ? (JSON.parse(readFileSync(output, 'utf8')) as PerfSpecOutput).specs : [];
    if (reading?.status !== 'completed') throw new Error(`a further round failed: ${reading?.error?.message ?? `its process ended with ${String(status)}`}`);
    return reading;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Ends the process with 1, for the first thing that went wrong; what it says last is one line. */
function fail(error: unknown, where = ''): void {
  if (ending) return;
  ending = true;
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  process.stderr.write(`${where}${message.split('\n')[0] ?? ''}\n`, () => process.exit(1));
}

function culprit(): string {
  return measuring ?? 'a spec file';
}

// Node ends a process in which nothing can happen any more, and calls that a success; a spec may end it, too.
process.once('beforeExit', () => fail(new Error(`${culprit()} never finished: it awaits a promise that nothing can settle`)));
process.once('exit', () => {
  if (ending) return;
  writeSync(process.stderr.fd, `Error: ${culprit()} ended the process\n`);
  process.exitCode = 1;
});
process.on('uncaughtException', (error) => fail(error, `${culprit()} threw where nothing awaits it: `));

main(JSON.parse(process.argv[2] ?? '') as PerfJob).then(
  () => {
    ending = true;
    process.exit(0);
  },
  (error: unknown) => fail(error),
);
