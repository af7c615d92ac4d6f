/** Marks and joiners take no column; East Asian wide and emoji characters take two. Text is expected to be escaped before. */
const zeroWidth = /^\p{M}$/u;
const wide = /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1faff}\u{20000}-\u{3fffd}]$/u;
const onlyAscii = /^[\x20-\x7e]*$/u;

/** Columns that a text takes on a terminal. */
export function displayWidth(text: string): number {
  return onlyAscii.test(text) ? text.length : [...text].reduce((sum, character) => sum + widthOf(character), 0);
}

function widthOf(character: string): number {
  if (wide.test(character)) return 2;
  return zeroWidth.test(character) ? 0 : 1;
}

/** Shortened in the middle, since benchmark names differ at both ends: `decode/lar…/1080p`. */
export function fitMiddle(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  const characters = [...text];
  const end = takeWhileFits(characters.slice().reverse(), Math.floor((columns - 1) / 2)).reverse();
  const start = takeWhileFits(characters, columns - 1 - displayWidth(end.join('')));
  return `${start.join('')}…${end.join('')}`;
}

function takeWhileFits(characters: readonly string[], columns: number): string[] {
  let left = columns;
  const end = characters.findIndex((character) => (left -= widthOf(character)) < 0);
  return end === -1 ? [...characters] : characters.slice(0, end);
}

/** Lines of at most so many columns, broken at spaces; a word longer than a line stays whole. */
export function wrapWords(text: string, columns: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ').filter((part) => part !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && displayWidth(last) + 1 + displayWidth(word) <= columns) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
