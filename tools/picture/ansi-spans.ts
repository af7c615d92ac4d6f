/** A run of characters in one look. */
export interface Span {
  text: string;
  color: string | null;
  bold: boolean;
  dim: boolean;
}

const palette: Readonly<Record<number, string>> = { 31: '#f47067', 32: '#57ab5a', 33: '#c69026', 34: '#539bf5', 35: '#b083f0', 36: '#39c5cf', 90: '#768390' };

/** Splits a terminal line at its SGR sequences; other escape sequences are dropped. */
export function ansiSpans(line: string): Span[] {
  const spans: Span[] = [];
  let look: Omit<Span, 'text'> = { color: null, bold: false, dim: false };
  // eslint-disable-next-line no-control-regex
  for (const part of line.split(/(\u001b\[[0-9;]*m)/)) {
    // eslint-disable-next-line no-control-regex
    const sequence = /^\u001b\[([0-9;]*)m$/.exec(part);
    if (sequence === null) {
      if (part !== '') spans.push({ text: part, ...look });
      continue;
    }
    for (const code of sequence[1]!.split(';').map(Number)) look = changed(look, code);
  }
  return spans;
}

function changed(look: Omit<Span, 'text'>, code: number): Omit<Span, 'text'> {
  if (code === 0) return { color: null, bold: false, dim: false };
  if (code === 1) return { ...look, bold: true };
  if (code === 2) return { ...look, dim: true };
  if (code === 22) return { ...look, bold: false, dim: false };
  if (code === 39) return { ...look, color: null };
  return code in palette ? { ...look, color: palette[code]! } : look;
}
