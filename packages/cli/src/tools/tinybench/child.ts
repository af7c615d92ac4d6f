import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { TinybenchOutput, TinybenchTask } from '@benchline/core/parse';
import type { ChildJob } from './child-job.js';
import { collectBenchmarks, type Measurable, type TinybenchModule } from './collect-benchmarks.js';

/** The program that runs JavaScript benchmark files: `node child.js JOB`. Writes the job's output; ends with 1 and one line on stderr where it cannot. */
async function main(job: ChildJob): Promise<void> {
  const library = (await import(pathToFileURL(job.library).href)) as TinybenchModule;
  const benchmarks = await collectBenchmarks(job, library);
  const filter = job.filter === null ? null : new RegExp(job.filter);
  const tasks: TinybenchTask[] = [];
  for (const benchmark of benchmarks) {
    const id = `${benchmark.group}/${benchmark.name}`;
    if (filter !== null && !filter.test(id)) continue;
    process.stdout.write(`${id}\n`);
    tasks.push(await measure(benchmark));
  }
  const output: TinybenchOutput = { tinybench: libraryVersion(job.library), runtime: { name: 'node', version: process.versions.node }, tasks };
  writeFileSync(job.output, JSON.stringify(output));
}

async function measure({ name, group, run }: Measurable): Promise<TinybenchTask> {
  try {
    return { name, group, ...(await run()) };
  } catch (error) {
    const { name: kind, message } = error instanceof Error ? error : new Error(String(error));
    process.stderr.write(`${group}/${name} failed: ${message}\n`);
    return { name, group, runs: 0, batch: 1, ordered: false, result: { state: 'errored', error: { name: kind, message }, latency: null } };
  }
}

/** .../tinybench/dist/index.js: the manifest stands beside dist. */
function libraryVersion(entry: string): string {
  const manifest = entry.slice(0, entry.lastIndexOf('tinybench') + 'tinybench'.length);
  return (JSON.parse(readFileSync(`${manifest}/package.json`, 'utf8')) as { version: string }).version;
}

main(JSON.parse(process.argv[2] ?? '') as ChildJob).then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    process.stderr.write(`${message.split('\n')[0] ?? ''}\n`, () => process.exit(1));
  },
);
