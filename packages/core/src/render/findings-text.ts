import type { Finding } from '../model/index.js';
import { escapeTerminal } from './escape.js';
import { createPalette, type Paint } from './palette.js';

const paints: Record<Finding['level'], Paint> = { error: 'red', warning: 'yellow', note: 'cyan' };

/** Each finding: level and code, where, then one line of what, one of why, one of what to do. Neighbours that differ in what alone share the rest. */
export function renderFindings(findings: readonly Finding[], { color }: { color: boolean }): string {
  const paint = createPalette(color);
  const blocks = grouped(findings).map(([finding, ...others]) => {
    const { level, code, why, fix } = finding;
    const place = placeText(finding);
    const head = paint(paints[level], paint('bold', `${level} ${escapeTerminal(code)}`));
    const whats = [finding, ...others].map(({ what }) => `  ${escapeTerminal(what)}`);
    return [`${head}${place === '' ? '' : ` ${escapeTerminal(place)}`}`, ...whats, `  ${paint('dim', escapeTerminal(why))}`, `  → ${escapeTerminal(fix)}`].join('\n');
  });
  return blocks.length === 0 ? '' : `${blocks.join('\n')}\n`;
}

type Group = [Finding, ...Finding[]];

function grouped(findings: readonly Finding[]): Group[] {
  const groups: Group[] = [];
  for (const finding of findings) {
    const last = groups.at(-1);
    if (last !== undefined && restOf(last[0]) === restOf(finding)) last.push(finding);
    else groups.push([finding]);
  }
  return groups;
}

function restOf(finding: Finding): string {
  const { level, code, why, fix } = finding;
  return JSON.stringify([level, code, placeText(finding), why, fix]);
}

/** file:line:column as editors open it, else file#pointer; then suite and benchmark. */
export function placeText({ file, line, column, pointer, suite, benchmark }: Finding): string {
  const position = [line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':');
  const within = position === '' ? '' : `:${position}`;
  const inFile = file === undefined ? '' : `${file}${within}${pointer === undefined ? '' : `#${pointer}`}`;
  const subject = [suite, benchmark].filter((part) => part !== undefined).join(' › ');
  return [inFile, subject].filter((part) => part !== '').join(' ');
}
