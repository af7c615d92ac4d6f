import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { AcceptedList } from '@benchline/core/judge';
import { createFinding, parseShare, type AcceptedRegressions, type Finding, type GatePolicy } from '@benchline/core/model';
import { checkSchema } from '../artefacts/check-schema.js';
import { longestConfig, parseConfigText } from '../config/parse-config-text.js';
import type { World } from '../ports/world.js';
import { UserError, userError } from '../user-error.js';

export const acceptedNames = ['json', 'yaml', 'yml', 'toml'].map((extension) => `benchline.accepted.${extension}`);

/** The reviewed list of accepted regressions, and what the artefact says of it; both null where there is none. */
export interface ReadAccepted {
  list: AcceptedList | null;
  file: GatePolicy['accepted'];
}

/** Reads the list at the root of the policy's world. What cannot be read with certainty is an error with its place: exit code 2. */
export async function readAccepted({ files, clock }: World, root: string): Promise<ReadAccepted> {
  const present = (await Promise.all(acceptedNames.map(async (name) => ((await files.exists(join(root, name))) ? [name] : [])))).flat();
  const [name, second] = present;
  if (name === undefined) return { list: null, file: null };
  if (second !== undefined) throw userError('BNL016', { problem: `Both ${name} and ${second} stand in ${root}`, fix: 'Keep one of them.' }, { file: second });
  const text = await files.readText(join(root, name), longestConfig);
  const value = parseConfigText(text, name);
  checkSchema('accepted-regressions', value, name);
  const today = new Date(clock.now()).toISOString().slice(0, 10);
  return { list: { entries: entriesOf(value as AcceptedRegressions, name), today, file: name }, file: { path: name, digest: `sha256:${createHash('sha256').update(text).digest('hex')}` } };
}

function entriesOf({ accepted }: AcceptedRegressions, file: string): AcceptedList['entries'] {
  const findings: Finding[] = [];
  const entries = accepted.map(({ project, suite = null, benchmark, metric = null, limit, reason, acceptedBy, expires }, index) => {
    const share = parseShare(limit);
    const wrong = (pointer: string, expected: string, found: string): void => void findings.push(createFinding('BNL003', { artefact: 'accepted regressions', expected, found }, { file, pointer: `/accepted/${index}/${pointer}` }));
    if (share === null) wrong('limit', 'a share such as "30%"', JSON.stringify(limit));
    if (!isCalendarDay(expires)) wrong('expires', 'a day of the calendar such as "2027-03-01"', JSON.stringify(expires));
    return { project, suite, benchmark, metric, limit: share ?? 0, reason, acceptedBy, expires };
  });
  if (findings.length > 0) throw new UserError(findings, 2);
  return entries;
}

function isCalendarDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(day);
}
