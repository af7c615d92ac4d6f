import type { Finding } from '../model/index.js';
import { escapeTerminal } from './escape.js';
import { createPalette, type Paint } from './palette.js';

const paints: Record<Finding['level'], Paint> = { error: 'red', warning: 'yellow', note: 'cyan' };

/** Each finding: level and code, where, then one line of what, one of why, one of what to do. */
export function renderFindings(findings: readonly Finding[], { color }: { color: boolean }): string {
  const paint = createPalette(color);
  const blocks = findings.map((finding) => {
    const { level, code, what, why, fix } = finding;
    const place = placeText(finding);
    const head = paint(paints[level], paint('bold', `${level} ${escapeTerminal(code)}`));
    return [`${head}${place === '' ? '' : ` ${escapeTerminal(place)}`}`, `  ${escapeTerminal(what)}`, `  ${paint('dim', escapeTerminal(why))}`, `  → ${escapeTerminal(fix)}`].join('\n');
  });
  return blocks.length === 0 ? '' : `${blocks.join('\n')}\n`;
}

/** file:line:column as editors open it, else file#pointer; then suite and benchmark. */
export function placeText({ file, line, column, pointer, suite, benchmark }: Finding): string {
  const position = [line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':');
  const within = position === '' ? '' : `:${position}`;
  const inFile = file === undefined ? '' : `${file}${within}${pointer === undefined ? '' : `#${pointer}`}`;
  const subject = [suite, benchmark].filter((part) => part !== undefined).join(' › ');
  return [inFile, subject].filter((part) => part !== '').join(' ');
}
