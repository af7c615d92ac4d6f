import { renderCanonicalJson } from '../artefacts/canonical-json.js';
import { main } from '../main.js';
import { createFakeWorld, type FakeWorld, type FakeWorldOptions } from './fake-world.js';
import { sampleReport, type SampleReport } from './sample-report.js';

/** The report as a file has it. */
export function reportText(report: SampleReport = {}): string {
  return [...renderCanonicalJson(sampleReport(report))].join('');
}

/** A project in /repo with a config and a measured report. */
export function sampleProject({ config = {}, report = {}, ...options }: { config?: object; report?: SampleReport } & FakeWorldOptions = {}): FakeWorld {
  return createFakeWorld({ ...options, files: { 'benchline.json': JSON.stringify({ project: 'core', ...config }), '.benchline/report.json': reportText(report), ...options.files } });
}

/** Runs a command line; what it printed, and not what was printed before. */
export async function runLine(world: FakeWorld, ...argv: string[]): Promise<{ exitCode: number; stdout: string; stderr: string }> {
  const [printed, complained] = [world.printed().length, world.complained().length];
  const exitCode = await main(argv, world);
  return { exitCode, stdout: world.printed().slice(printed), stderr: world.complained().slice(complained) };
}
