import type { Clock } from '../ports/clock.js';
import type { Forge, ForgeComment } from '../ports/forge.js';
import { ForgeFailure } from './forge-failure.js';
import { isNewer, parseMarker, renderMarker, type Marker } from './marker.js';

export interface CommentQuestion {
  forge: Pick<Forge, 'author' | 'listComments' | 'createComment' | 'updateComment' | 'deleteComment'>;
  marker: Marker;
  /** Markdown, without the marker. */
  markdown: string;
  clock: Clock;
  signal: AbortSignal;
}

/**
 * `created` and `updated`: ours is the only one there. `superseded`: a newer run has spoken. `altered`: the forge keeps another text than was sent.
 * `contested`: others wrote the same comment again and again.
 */
export interface CommentOutcome {
  kind: 'created' | 'updated' | 'superseded' | 'altered' | 'contested';
  url: string | null;
}

type Own = ForgeComment & { marker: Marker };

/** Looks and writes; more would only make a quarrel longer. */
const mostRounds = 12;
/** From a write to the next look: another run may have read before it and write after it. GitHub asks for as much between two writes. ms. */
const settling = 1000;

/**
 * Brings the one comment of a scope up to date. Only comments of our own author with our marker at their start are looked at; the oldest is kept and written,
 * the others are removed; an older run never writes over a newer one. Forges have no compare-and-swap, so after each write everything is read again, but not
 * before all who might have read earlier must have written.
 */
export async function publishComment({ forge, marker, markdown, clock, signal }: CommentQuestion): Promise<CommentOutcome> {
  const body = `${renderMarker(marker)}\n${markdown}`;
  const mine: Mine = { author: await forge.author(), created: new Set(), writes: 0 };
  for (let round = 0; round < mostRounds; round += 1) {
    const started = clock.monotonic();
    const own = ownComments(await forge.listComments(), mine.author, marker.scope);
    const reading = clock.monotonic() - started;
    if (own.some((other) => isNewer(other.marker.run, marker.run))) return await withdraw(forge, own, mine.created);
    const step = await takeStep({ forge, own, body, marker, mine });
    const [{ id, url } = { id: '', url: null }] = own;
    if (step === 'altered') return { kind: 'altered', url };
    if (step === 'rests') return { kind: mine.created.has(id) ? 'created' : 'updated', url };
    await clock.wait(Math.max(settling, Math.min(2 * reading, 5 * settling)), signal);
    if (signal.aborted) throw new ForgeFailure('uncertain', 'interrupted');
  }
  return { kind: 'contested', url: null };
}

interface Mine {
  /** null until the forge has told it. */
  author: string | null;
  created: Set<string>;
  writes: number;
}

interface Step {
  forge: CommentQuestion['forge'];
  own: readonly Own[];
  body: string;
  marker: Marker;
  mine: Mine;
}

/** One change at most, besides removing doubles. `rests`: there is nothing to change. */
async function takeStep({ forge, own, body, marker, mine }: Step): Promise<'wrote' | 'rests' | 'altered'> {
  const [kept, ...doubles] = own;
  if (kept === undefined) {
    await create(forge, body, mine);
    return 'wrote';
  }
  if (normalised(kept.body) !== normalised(body)) {
    const isOurRun = kept.marker.id === marker.id && !isNewer(marker.run, kept.marker.run);
    if (mine.writes >= 2 && isOurRun) return 'altered';
    mine.writes += 1;
    await forge.updateComment(kept.id, body);
    return 'wrote';
  }
  for (const double of doubles) await forge.deleteComment(double.id);
  return doubles.length === 0 ? 'rests' : 'wrote';
}

/** Without an answer the next look tells whether it was stored. The answer tells who we are, where nothing else did. */
async function create(forge: CommentQuestion['forge'], body: string, mine: Mine): Promise<void> {
  mine.writes += 1;
  try {
    const { id, author } = await forge.createComment(body);
    mine.created.add(id);
    mine.author = author;
  } catch (cause) {
    if (!(cause instanceof ForgeFailure) || cause.kind !== 'uncertain' || mine.writes >= 4) throw cause;
  }
}

/** A newer run has spoken: what this one has added goes, unless it is the oldest, which the newer one keeps and writes. */
async function withdraw(forge: CommentQuestion['forge'], own: readonly Own[], created: ReadonlySet<string>): Promise<CommentOutcome> {
  for (const [index, comment] of own.entries()) if (index > 0 && created.has(comment.id)) await forge.deleteComment(comment.id);
  return { kind: 'superseded', url: own[0]?.url ?? null };
}

function ownComments(comments: readonly ForgeComment[], author: string | null, scope: string): Own[] {
  return comments.flatMap((comment) => {
    const marker = comment.author === author ? parseMarker(comment.body) : null;
    return marker === null || marker.scope !== scope ? [] : [{ ...comment, marker }];
  });
}

/** Forges change line ends and cut white space at the end. */
function normalised(body: string): string {
  return body.replaceAll('\r\n', '\n').trimEnd();
}
