import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from './figure.js';
import { benchline } from './installed.js';
import { interleaved, medianOf, timedRun, type MeasuredCommand } from './timed-run.js';

interface Contest {
  what: string;
  folder: string;
  direct: MeasuredCommand;
  config: object;
}

function isThere(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
}

/** hyperfine for about ten seconds, directly and under Benchline. */
function hyperfineContest(folder: string): Contest {
  const command = ['hyperfine', '--shell=none', '--warmup', '2', '--runs', '200', 'sleep 0.05'];
  const [program, ...args] = command as [string, ...string[]];
  return {
    what: 'overhead over hyperfine', folder,
    direct: { program, args: [...args, '--export-json', 'direct.json'], cwd: folder },
    config: { project: 'overhead', suites: [{ name: 'sleep', tool: 'hyperfine', command }] },
  };
}

/** A real Criterion crate whose benchmarks take about ten seconds. */
function criterionContest(folder: string): Contest {
  cpSync(join(__dirname, 'crate'), folder, { recursive: true });
  const command = ['cargo', 'bench'];
  return {
    what: 'overhead over `cargo bench` (Criterion.rs)', folder,
    direct: { program: 'cargo', args: ['bench'], cwd: folder },
    config: { project: 'overhead', suites: [{ name: 'sum', tool: 'criterion', command }] },
  };
}

async function ran({ what, folder, direct, config }: Contest, times: number): Promise<Figure> {
  writeFileSync(join(folder, 'benchline.json'), JSON.stringify(config));
  await timedRun(direct);
  const [alone, ours] = await interleaved([direct, benchline(['bench'], folder)], times);
  const aloneMs = medianOf(alone!.map((run) => run.wallMs));
  const oursMs = medianOf(ours!.map((run) => run.wallMs));
  const how = `whole processes, interleaved, medians of ${times}: ${(oursMs / 1000).toFixed(2)} s under Benchline, ${(aloneMs / 1000).toFixed(2)} s directly`;
  return { what, measured: 100 * (oursMs / aloneMs - 1), bound: 2, unit: '%', how };
}

/** `benchline bench` against the same tool run directly; a tool that is absent is said to be left out. */
export async function overhead(folder: string): Promise<Figure[]> {
  const contests: { program: string; make: (folder: string) => Contest }[] = [
    { program: 'hyperfine', make: hyperfineContest },
    { program: 'cargo', make: criterionContest },
  ];
  const figures: Figure[] = [];
  for (const { program, make } of contests) {
    if (!isThere(program)) {
      process.stderr.write(`SKIPPED: ${program} is not installed; its overhead is not measured.\n`);
      continue;
    }
    const own = join(folder, program);
    mkdirSync(own, { recursive: true });
    figures.push(await ran(make(own), 7));
  }
  return figures;
}
