import { join } from 'node:path';
import { createFinding } from '@benchline/core/model';
import { userError } from '../../user-error.js';
import { flagsAt, hasOption, loadProgram, loadRunner, type LoadTool } from '../load-program.js';
import { hasPlaceholder } from '../placeholders.js';
import { programRunner } from '../program-runner.js';
import type { ToolRunner } from '../tool-runner.js';

/** With which k6 ends when a threshold of the script was crossed. */
const thresholdCrossed = 99;
const output = 'k6.json';
const trendStats = 'avg,min,med,max,p(90),p(95),p(99),count';

const k6: LoadTool = {
  tool: 'k6',
  example: '["k6", "run", "load.js"]',
  install: 'Install k6: https://grafana.com/docs/k6/latest/set-up/install-k6/',
  programs: ['k6'],
  subcommand: 'run',
  flags: (own, file) => ['--summary-export', file, ...(hasOption(own, ['--summary-trend-stats']) ? [] : ['--summary-trend-stats', trendStats])],
  // --duration would take the place of the script's scenarios.
  duration: '"duration" in the options of the script',
  versionFlag: 'version',
  output,
  endsWell: [thresholdCrossed],
};

/** k6, read from the summary that it exports into the round's folder. */
export const runner: ToolRunner = {
  ...loadRunner(k6),
  async prepare(run, world) {
    const { command, name } = run.suite;
    if (command !== null && !hasPlaceholder(command, 'output')) requireExport(command, name);
    const prepared = await programRunner(loadProgram(k6)).prepare(run, world);
    return {
      ...prepared,
      async collect(place, result) {
        const thrown = exceptionOf(result.stderr);
        if (thrown !== null) throw userError('BNL011', { command: 'k6', outcome: `iterations ended in an exception, which its summary counts like any other: ${thrown}` }, { suite: name });
        const collected = await prepared.collect(place, result);
        const file = join(place.folder, output);
        const tells = result.code !== thresholdCrossed || !(await world.files.exists(file)) || (await world.files.readText(file)).includes('"thresholds"');
        return tells ? collected : { ...collected, findings: [...collected.findings, createFinding('BNL036', { tool: 'k6', limit: crossedOf(result.stderr) })] };
      },
    };
  },
};

/** Flags of ours can be put behind `k6 run` alone. */
function requireExport(command: readonly string[], suite: string): void {
  if (flagsAt(command, k6) === -1) {
    throw userError('BNL016', { problem: `The command of suite ${suite} does not call k6 run itself`, fix: 'Pass "{output}" in the command, for the file that k6 run --summary-export writes.' }, { suite });
  }
  if (hasOption(command, ['--summary-export'])) throw userError('BNL016', { problem: `The command of suite ${suite} exports its summary elsewhere`, fix: 'Remove --summary-export, or write "--summary-export", "{output}".' }, { suite });
}

/** The first exception of the script that k6 logged. */
function exceptionOf(stderr: string): string | null {
  const line = stderr.split('\n').find((text) => text.includes('level=error') && text.includes('source=stacktrace'));
  return line === undefined ? null : (/msg="((?:[^"\\]|\\.)*)"/.exec(line)?.[1]?.split('\\n')[0]?.slice(0, 400) ?? 'an error');
}

function crossedOf(stderr: string): string {
  return /thresholds on metrics '([^']*)'/.exec(stderr)?.[1]?.slice(0, 400) ?? 'one of its thresholds';
}
