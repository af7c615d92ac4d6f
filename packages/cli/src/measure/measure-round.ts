import { adapterFor, type Parsed } from '@benchline/core/parse';
import type { World } from '../ports/world.js';
import type { PreparedTool, RoundPlace, SuiteRun } from '../tools/tool-runner.js';
import { filterReadings } from './filter-readings.js';
import { redacting, type Redactor } from './redaction.js';
import { runTool } from './run-tool.js';

export interface RoundRequest {
  run: SuiteRun;
  prepared: PreparedTool;
  place: RoundPlace;
  redactor: Redactor;
  onLine?: (line: string) => void;
}

/** One process of a suite's tool, read. Its raw output stays in the round's folder, which is made anew. */
export async function measureRound({ run, prepared, place, redactor, onLine }: RoundRequest, world: World): Promise<Parsed> {
  await world.files.remove(place.folder);
  await world.files.makeFolder(place.folder);
  const command = await prepared.plan(place);
  const start = { run, command, timeoutMs: run.suite.timeoutMs, outputFolder: place.folder, ...(onLine === undefined ? {} : { onLine }) };
  const { parsed, findings } = await redacting(redactor, { folder: place.folder, files: world.files }, async () => {
    const collected = await prepared.collect(place, await runTool(start, world));
    return { parsed: adapterFor(run.suite.tool).parse(collected.files), findings: collected.findings };
  });
  const kept = filterReadings(parsed, run.suite);
  return redactor.value({ ...kept, findings: [...findings, ...kept.findings].map((finding) => ({ suite: run.suite.name, ...finding })) });
}
