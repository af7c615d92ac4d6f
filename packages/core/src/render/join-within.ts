import { displayWidth } from './display-width.js';
import type { Paint, Palette } from './palette.js';

/** Parts joined by commas, on as many lines as the width needs; a part is never broken. */
export function joinWithin(parts: readonly { text: string; paint: Paint }[], columns: number, paint: Palette): string[] {
  const lines: string[] = [];
  let width = Infinity;
  parts.forEach(({ text, paint: colour }, index) => {
    const shown = index === parts.length - 1 ? text : `${text},`;
    const painted = shown.replace(text, () => paint(colour, text));
    const taken = displayWidth(shown);
    const fits = width + 1 + taken <= columns;
    if (fits) lines[lines.length - 1] += ` ${painted}`;
    else lines.push(painted);
    width = fits ? width + 1 + taken : taken;
  });
  return lines;
}
