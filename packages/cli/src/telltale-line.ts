import type { ProcessResult } from './ports/processes.js';

/** What go test says last of every failure, whatever the reason. */
const saysNothing = /^(?:FAIL(?:\s.*)?|exit status \d+|)$/;
/** Node's last line when a program threw; the error stands above its stack and its fields. */
const endOfNode = /^Node\.js v\d/;
const thrown = /^(?:Uncaught )?(?:\w+\.)*\w*(?:Error|Exception)(?: \[\w+\])?(?:: |$)/;

/** The last line with a reason that a failing program printed, on stderr if there is one, else its last line. null: it printed nothing. */
export function telltaleLine({ stdout, stderr }: Pick<ProcessResult, 'stdout' | 'stderr'>): string | null {
  const streams = [stderr, stdout].map((text) => text.trimEnd().split('\n').map((line) => line.trim()));
  return streams.map(reasonIn).find((line) => line !== undefined) ?? streams.map((lines) => lines.at(-1)).find((line) => line !== '') ?? null;
}

function reasonIn(lines: readonly string[]): string | undefined {
  const last = lines.findLast((line) => !saysNothing.test(line));
  if (last === undefined || !endOfNode.test(last)) return last;
  return lines.findLast((line) => thrown.test(line)) ?? last;
}
