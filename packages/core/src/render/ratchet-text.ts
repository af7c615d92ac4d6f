import type { RatchetAdvice } from '../judge/index.js';
import { createLimitFormat, type SloPolicy } from '../model/index.js';
import { wrapWords } from './display-width.js';
import { escapeTerminal } from './escape.js';
import type { TextOptions } from './palette.js';
import { plural } from './gate-words.js';

/** Advice to tighten limits, for the policies that it speaks of; `needed` runs are the least it is given from. */
export function renderRatchetText({ runs, needed, advice }: { runs: number; needed: number; advice: readonly RatchetAdvice[] }, policies: readonly SloPolicy[], { columns }: TextOptions): string {
  const recorded = `${plural(runs, 'recorded run')}`;
  const none = runs < needed ? `Ratchet: ${recorded}; advice is given from ${needed} on.` : `Ratchet: ${recorded}; no limit is so easy that it could be tighter.`;
  const lines = advice.length === 0 ? [none] : [`Ratchet, from ${recorded}; nothing changes by itself:`, ...advice.flatMap((one) => adviceLine(one, policies))];
  return `${lines.flatMap((line) => wrapWords(escapeTerminal(line), columns)).join('\n')}\n`;
}

function adviceLine({ objective, runs, factor, worst, proposed }: RatchetAdvice, policies: readonly SloPolicy[]): string[] {
  const policy = policies[objective];
  if (policy === undefined) return [];
  const { benchmark, metric, kind, limit, unit } = policy;
  const show = createLimitFormat(limit, unit);
  const held = `holds ${kind === 'floor' ? 'the floor' : 'the ceiling'} of ${show(limit)} ${Number(factor.toPrecision(2))} times over in all ${runs} runs (worst: ${show(worst)})`;
  return [`- ${benchmark} ${metric} ${held}: tighten "${kind === 'floor' ? 'min' : 'max'}" to "${proposed}".`];
}
