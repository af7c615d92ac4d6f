import { escapeMarkdown } from '../escape.js';
import { shorten } from './code-span.js';

/** Nobody reads a longer sentence in a comment; code points. */
const longest = 600;

/** A sentence from an artefact as Markdown prose on one line. */
export function prose(text: string, most = longest): string {
  return escapeMarkdown(shorten(text, most));
}
