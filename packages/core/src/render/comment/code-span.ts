import { visible } from '../escape.js';

/** Nobody reads a longer name in a table; code points. */
const longest = 120;

/** What no code span in a table cell can hold is shown by its double. */
const doubles: Readonly<Record<string, string>> = { '`': 'ˋ', '|': '¦', '\\': '⧵' };

/**
 * A name as code in Markdown, in a table cell too. A code span, since there every forge leaves mentions, references, links and emoji alone; `<code>` with
 * entities does not stop cmark-gfm from linking an e-mail address. Long names lose their middle.
 */
export function codeSpan(text: string): string {
  const shown = shorten(visible(text), longest).replace(/[`|\\]/gu, (character) => doubles[character] ?? '').trim();
  return shown === '' ? '` `' : `\`${shown}\``;
}

/** At most so many code points; what is left out in the middle is `…`. */
export function shorten(text: string, most: number): string {
  const characters = [...text];
  if (characters.length <= most) return text;
  const tail = Math.floor((most - 1) / 2);
  return `${characters.slice(0, most - 1 - tail).join('')}…${characters.slice(characters.length - tail).join('')}`;
}
