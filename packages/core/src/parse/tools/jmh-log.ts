import type { SourceFile } from '../parsed.js';
import type { JmhIdentity } from './jmh-name.js';

/** A benchmark that failed, which JMH leaves out of its JSON. */
export interface JmhFailure {
  identity: JmhIdentity;
  /** The exception, or what JMH said of the process. */
  problem: string;
  line: number;
}

/** What is told on the console of the modes that the JSON abbreviates. */
const modes: readonly (readonly [beginning: string, mode: string])[] = [
  ['Throughput', 'thrpt'],
  ['Average time', 'avgt'],
  ['Sampling time', 'sample'],
  ['Single shot', 'ss'],
];

const longestProblem = 400;

/** Whether the text is what JMH prints while it measures. */
export function isJmhLog({ text }: SourceFile): boolean {
  return /^\s*(?:WARNING[^\n]*\n\s*)*# JMH version: /.test(text.slice(0, 4096));
}

/** The benchmarks that failed by JMH's console output (1.21 to 1.37, verbosity NORMAL or EXTRA), each once. */
export function readJmhFailures({ text }: SourceFile): JmhFailure[] {
  const failures = new Map<string, JmhFailure>();
  const lines = text.split('\n');
  const heading = { mode: '', threads: 1, benchmark: '', params: [] as [string, string][] };
  for (const [index, line] of lines.entries()) {
    const [, key, value = ''] = /^# (Threads|Benchmark mode|Benchmark|Parameters): (.*?)\r?$/.exec(line) ?? [];
    if (key === 'Threads') Object.assign(heading, { threads: Number.parseInt(value, 10) || 1, params: [] });
    else if (key === 'Benchmark mode') heading.mode = modes.find(([beginning]) => value.startsWith(beginning))?.[1] ?? value;
    else if (key === 'Benchmark') heading.benchmark = value;
    else if (key === 'Parameters') heading.params = readParameters(value);
    else if (heading.benchmark !== '' && isFailure(line)) {
      const identity = { ...heading };
      const problem = problemAt(lines, index);
      const same = JSON.stringify(identity);
      if (!failures.has(same)) failures.set(same, { identity, problem, line: index + 1 });
    }
  }
  return [...failures.values()];
}

/** "(size = 1024, name = a, b)": a comma is part of a value unless a name and = follow. */
function readParameters(written: string): [string, string][] {
  return written
    .replace(/^\(|\)\s*$/g, '')
    .split(/, (?=[\w$]+ = )/)
    .flatMap((pair): [string, string][] => {
      const at = pair.indexOf(' = ');
      return at > 0 ? [[pair.slice(0, at), pair.slice(at + 3)]] : [];
    });
}

function isFailure(line: string): boolean {
  return /^(?:# Warmup )?Iteration +\d+: .*<failure\b|^<forked VM failed with exit code /.test(line);
}

/** The exception stands on the next line that is not empty; what JMH itself found stands between the brackets. */
function problemAt(lines: readonly string[], index: number): string {
  const own = /<(?:failure: )?([^<>]+)>/.exec((lines[index] ?? '').replace('<failure>', ''))?.[1];
  const said = own ?? lines.slice(index + 1, index + 5).find((line) => line.trim() !== '') ?? 'no reason is told';
  return said.trim().slice(0, longestProblem).replace(/[.?]$/, '');
}
