import { formatDuration } from '@benchline/core/model';
import { escapeTerminal } from '@benchline/core/render';
import type { World } from '../ports/world.js';

/** Tells people on stderr how far the work is: one changing line on a terminal, a line for each step otherwise. */
export interface Progress {
  step(text: string): void;
  /** A line the tool printed: shown behind the step, on a terminal only. */
  detail(line: string): void;
  end(): void;
}

/** A terminal is written to at most this often, ms: it must not disturb what is measured. */
const leastPause = 200;

/** `lines`: a line for each step on a terminal too, where other lines come between. */
export function createProgress(world: Pick<World, 'stderr' | 'clock'>, { lines = false }: { lines?: boolean } = {}): Progress {
  const { stderr, clock } = world;
  if (!stderr.isTerminal || lines) return { step: (text) => stderr.write(`${text}\n`), detail: () => undefined, end: () => undefined };
  let current = '';
  let shownAt = -Infinity;
  const show = (text: string): void => {
    shownAt = clock.monotonic();
    stderr.write(`\r\u001b[K${[...escapeTerminal(text)].slice(0, Math.max(20, stderr.columns - 1)).join('')}`);
  };
  return {
    step(text) {
      current = text;
      show(text);
    },
    detail(line) {
      if (line.trim() !== '' && clock.monotonic() - shownAt >= leastPause) show(`${current}  ${line.trim()}`);
    },
    end: () => stderr.write('\r\u001b[K'),
  };
}

/** "decode: round 2 of 5, about 40 s left". */
export function roundStep({ suite, round, rounds, leftMs }: { suite: string; round: number; rounds: number; leftMs: number | null }): string {
  const left = leftMs === null ? '' : `, about ${formatDuration(leftMs)} left`;
  return `${suite}: round ${round} of ${rounds}${left}`;
}
