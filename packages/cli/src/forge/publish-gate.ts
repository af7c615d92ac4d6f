import { createFinding, worstExitCode, type ExitCode, type Finding, type GateResult } from '@benchline/core/model';
import { renderGateCheck, renderGateComment, type CommentContext } from '@benchline/core/render';
import type { Forge } from '../ports/forge.js';
import type { World } from '../ports/world.js';
import { connectClient, connectForge, forgeNames, tokenFix, tokenOf } from './connect-forge.js';
import { ForgeFailure } from './forge-failure.js';
import { findForge, type KnownPlace } from './forge-place.js';
import { publishComment, type CommentOutcome } from './publish-comment.js';
import { readEvent } from './read-event.js';

export interface PublishOptions {
  /** Post or update the comment of the pull request. */
  comment?: boolean;
  /** Publish a check of the commit. */
  checkRun?: boolean;
}

/** What became of it. */
export interface Published {
  comment: CommentOutcome | null;
  check: { url: string | null } | null;
  /** Why something was not published. */
  findings: Finding[];
  /** What else is worth a line. */
  notes: string[];
  /** 0, or 4: wrong credentials, or no way to the forge. */
  exitCode: ExitCode;
}

export interface PublishQuestion {
  gate: GateResult;
  options: PublishOptions;
  /** Default: where this run stands. */
  place?: KnownPlace;
  /** The numbers were handed over by code that nobody has looked at. */
  untrusted?: boolean;
  /** What goes wrong is told and fails nothing. */
  lenient?: boolean;
}

const nothing: Published = { comment: null, check: null, findings: [], notes: [], exitCode: 0 };

/**
 * Publishes a gate's result where the run stands. Outside a forge, or for no pull request, that is a note; a token that may not write is a warning, since a
 * fork's may not, and the job summary has the same text. Wrong credentials (BNL004) and a forge out of reach (BNL059) are exit code 4, unless it is asked leniently.
 */
export async function publishGate(world: World, { gate, options, place: given, untrusted = false, lenient = false }: PublishQuestion): Promise<Published> {
  if (options.comment !== true && options.checkRun !== true) return nothing;
  const place = given ?? findForge(world.env, await readEvent(world));
  if (place.kind === 'none') return { ...nothing, notes: [`Nothing was published: ${place.because}.`] };
  const token = tokenOf(world.env, place.kind);
  if (token === null) return withoutToken(place, options.comment === true ? 'comment' : 'check', lenient);
  const context: CommentContext = { head: place.head, runUrl: place.runUrl, untrusted, now: new Date(world.clock.now()).toISOString() };
  const forge = connectForge(connectClient(world, place, token), place);
  const parts = [
    ...(options.comment === true ? [await attempt({ place, what: 'comment', lenient }, () => comment(world, { forge, place, gate, context }))] : []),
    ...(options.checkRun === true ? [await attempt({ place, what: 'check', lenient }, () => check(forge, { place, gate, context }))] : []),
  ];
  return {
    comment: parts.find((part) => part.comment !== null)?.comment ?? null,
    check: parts.find((part) => part.check !== null)?.check ?? null,
    findings: parts.flatMap(({ findings }) => findings),
    notes: parts.flatMap(({ notes }) => notes),
    exitCode: worstExitCode(parts.map(({ exitCode }) => exitCode)),
  };
}

/** Of a fork's run that is how it has to be: secrets are not given to it. */
function withoutToken({ kind, isFork }: KnownPlace, what: string, lenient: boolean): Published {
  const forge = forgeNames[kind];
  if (isFork) return { ...nothing, findings: [createFinding('BNL058', { forge, what, because: 'a run for a fork gets no token', fix: forkFix })] };
  return { ...nothing, findings: [createFinding('BNL004', { forge, problem: 'no token is set', fix: tokenFix[kind] })], exitCode: lenient ? 0 : 4 };
}

const forkFix = 'Let a second workflow comment on forks\' pull requests: benchline comment --from-workflow-run.';

interface Part {
  forge: Forge;
  place: KnownPlace;
  gate: GateResult;
  context: CommentContext;
}

async function comment(world: World, { forge, place, gate, context }: Part): Promise<Partial<Published>> {
  if (place.pullRequest === null) return { notes: ['No comment: this run is for no pull request.'] };
  const marker = { scope: place.scope, run: place.run, id: place.runId, head: place.head };
  const outcome = await publishComment({ forge, marker, markdown: renderGateComment(gate, context), clock: world.clock, signal: world.signal });
  if (outcome.kind === 'altered') throw new ForgeFailure('refused', 'it keeps another text than was sent');
  if (outcome.kind === 'contested') throw new ForgeFailure('busy', 'other runs wrote the same comment again and again');
  const words = outcome.kind === 'superseded' ? 'Comment left as it is, since a newer run wrote it' : `Comment ${outcome.kind}`;
  return { comment: outcome, notes: [`${words}${outcome.url === null ? '.' : `: ${outcome.url}`}`] };
}

async function check(forge: Forge, { place, gate, context }: Omit<Part, 'forge'>): Promise<Partial<Published>> {
  const commit = place.head ?? gate.commit.sha;
  if (forge.checks === null) return { notes: [`No check: ${forge.name} has none; its pipeline shows the exit code.`] };
  if (commit === null) return { notes: ['No check: the commit is not known.'] };
  const url = await forge.checks.publish({ name: 'Benchline', commit, key: `${place.scope}#${place.runId}.${place.run.attempt}`, url: place.runUrl, ...renderGateCheck(gate, context) });
  return { check: { url }, notes: [`Check published${url === null ? '.' : `: ${url}`}`] };
}

async function attempt({ place, what, lenient }: { place: KnownPlace; what: string; lenient: boolean }, publish: () => Promise<Partial<Published>>): Promise<Published> {
  try {
    return { ...nothing, ...(await publish()) };
  } catch (cause) {
    if (!(cause instanceof ForgeFailure)) throw cause;
    const findings = [findingOf(cause, place, what)];
    return { ...nothing, findings, exitCode: findings[0]?.level === 'error' && !lenient ? 4 : 0 };
  }
}

function findingOf({ kind, message }: ForgeFailure, place: KnownPlace, what: string): Finding {
  const forge = forgeNames[place.kind];
  if (kind === 'credentials') return createFinding('BNL004', { forge, problem: message, fix: tokenFix[place.kind] });
  if (kind === 'uncertain') return createFinding('BNL059', { forge, problem: message });
  const fix = place.isFork ? forkFix : kind === 'forbidden' || kind === 'missing' ? tokenFix[place.kind] : 'Run the job again later.';
  return createFinding('BNL058', { forge, what, because: message, fix });
}
