/**
 * Text from tools, files and git is hostile until it is escaped for the place where it is shown. Every renderer escapes
 * at the last moment, once, with the function of its own medium.
 */

/** Controls, directional overrides, zero-width and other invisible characters, lone surrogates: all but the plain space. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;

/** Characters that nobody sees become visible: a newline `\n`, a tab `\t`, the rest their code (`\u001b`). */
export function visible(text: string): string {
  return text.replace(invisible, codeOf);
}

function codeOf(character: string): string {
  if (character === '\n') return '\\n';
  if (character === '\r') return '\\r';
  if (character === '\t') return '\\t';
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
}

/** CI systems read commands out of a log: `::error` where a line or word begins, `##[error]`, `##vso[...]`, `##teamcity[...]`. */
const wordCommand = /(^|\s)::/gu;
const hashCommand = /##(?=\w*\[)/gu;

/** For a terminal or a log: nothing moves the cursor, colours the text, begins a line or speaks to the CI system. */
export function escapeTerminal(text: string): string {
  return visible(text).replace(wordCommand, '$1\\u003a:').replace(hashCommand, '\\u0023#');
}

const markup = /[&<>|`*~[\]\\$!^@]|#(?=\w)|:(?=\/\/)|(?<=www|GH)[.-]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/giu;
const lineStart = /^[-+=#](?=[-=#\s]|$)|(?<=^\d+)[.)](?=\s|$)/u;
/** What a forge turns into a mention, reference (GitLab's `!1`, `$1`, `&1`, `~1` too), link or emoji after Markdown is done; a character without width cuts it. */
const linked = /&#(?:64|35|58|46|45);|&#(?:33|36|38|126);(?=\w)|:(?=[\w+-]+:)/gu;

/** A name as code in a Markdown cell. Not with backticks: in them neither `|` nor a backslash before it can be written. */
export function codeMarkdown(text: string): string {
  return `<code>${withoutMarkup(text)}</code>`;
}

/** For a Markdown table cell or a line of prose: no markup, link, mention, reference, emoji or new line comes out of it. */
export function escapeMarkdown(text: string): string {
  return withoutMarkup(text).replace(linked, '$&&#8203;');
}

function withoutMarkup(text: string): string {
  return visible(text).replace(markup, entity).replace(lineStart, entity);
}

function entity(character: string): string {
  return `&#${character.codePointAt(0) ?? 0};`;
}

/** The message of a GitHub Actions annotation; a line break stays one. */
export function escapeAnnotation(text: string): string {
  return text.replace(/%/gu, '%25').replace(/\r/gu, '%0D').replace(/\n/gu, '%0A');
}

/** A property (title, file, line) of a GitHub Actions annotation. */
export function escapeAnnotationProperty(text: string): string {
  return escapeAnnotation(text).replace(/:/gu, '%3A').replace(/,/gu, '%2C');
}
