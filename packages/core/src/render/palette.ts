/** How a text is painted; data, so that the core needs to know no terminal. */
export type Paint = 'red' | 'yellow' | 'green' | 'cyan' | 'dim' | 'bold' | 'plain';
export type Palette = (paint: Paint, text: string) => string;

const codes: Record<Exclude<Paint, 'plain'>, readonly [open: number, close: number]> = {
  red: [31, 39],
  yellow: [33, 39],
  green: [32, 39],
  cyan: [36, 39],
  dim: [2, 22],
  bold: [1, 22],
};

/** Paints with ANSI codes, or not at all. Text must be escaped before it is painted. */
export function createPalette(color: boolean): Palette {
  return (paint, text) => {
    if (!color || paint === 'plain' || text === '') return text;
    const [open, close] = codes[paint];
    return `\u001b[${open}m${text}\u001b[${close}m`;
  };
}

/** What a text renderer must know of where its text goes. */
export interface TextOptions {
  color: boolean;
  /** Width of the terminal; lines are fitted to it. */
  columns: number;
}
