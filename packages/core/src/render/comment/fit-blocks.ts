import { utf8Length } from './utf8-length.js';

/** A part of a Markdown text whose rows can be left out; what stands around them closes what it opened, however few rows are shown. */
export interface Block {
  before: string;
  rows: readonly string[];
  /** More are never shown. */
  most: number;
  /** What is said of the rows left out. */
  left: (count: number) => string;
  after: string;
}

/** A block without rows. */
export function plainBlock(text: string): Block {
  return { before: text, rows: [], most: 0, left: () => '', after: '' };
}

/**
 * Joins blocks into a text of at most `budget` bytes of UTF-8: whole rows are left out and counted, those of later blocks first. What is not a row is always
 * there, so the blocks' own words have to be short.
 */
export function fitBlocks(blocks: readonly Block[], budget: number): string {
  const present = blocks.filter(({ before }) => before !== '');
  let free = budget - present.reduce((sum, block) => sum + utf8Length(emptied(block)) + 2, 0);
  const texts = present.map((block) => {
    const rows: string[] = [];
    for (const row of block.rows.slice(0, block.most)) {
      free -= utf8Length(row) + 1;
      if (free < 0) break;
      rows.push(row);
    }
    return textOf(block, rows);
  });
  return `${texts.join('\n\n')}\n`;
}

function emptied(block: Block): string {
  return block.rows.length === 0 ? textOf(block, []) : `${textOf(block, [])}\n`;
}

function textOf({ before, rows, left, after }: Block, shown: readonly string[]): string {
  const more = rows.length > shown.length ? [`\n${left(rows.length - shown.length)}`] : [];
  return [before, ...shown, ...more, ...(after === '' ? [] : [after])].join('\n');
}
