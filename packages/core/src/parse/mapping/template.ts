/** Text in which `{...}` stands for what the output holds; `{{` is a brace. */
export type Template = readonly ({ text: string } | { hole: string })[];

const piece = /\{\{|\{([^{}]+)\}|([^{]+)/y;

/** Reads a template; null where a brace is opened and not closed, or encloses nothing. */
export function parseTemplate(written: string): Template | null {
  const parts: ({ text: string } | { hole: string })[] = [];
  for (let at = 0; at < written.length; ) {
    piece.lastIndex = at;
    const found = piece.exec(written);
    if (found === null) return null;
    const [whole, hole, text = '{'] = found;
    parts.push(hole === undefined ? { text } : { hole });
    at += whole.length;
  }
  return parts;
}

/** The names or paths that a template needs. */
export function holesOf(template: Template): string[] {
  return template.flatMap((part) => ('hole' in part ? part.hole : []));
}

/** The text with every hole filled; null where one has nothing to be filled with. */
export function fillTemplate(template: Template, lookUp: (hole: string) => string | null): string | null {
  const filled = template.map((part) => ('text' in part ? part.text : lookUp(part.hole)));
  return filled.includes(null) ? null : filled.join('');
}
