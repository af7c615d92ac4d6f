import { extname } from 'node:path';
import { createFinding, type Finding } from '@benchline/core/model';
import { parseJson } from '@benchline/core/parse';
import { userError, UserError } from '../user-error.js';
import { plainValue } from './plain-value.js';

/* YAML and TOML are loaded only where such a file stands. */
/* eslint-disable @typescript-eslint/no-require-imports */

/** Longest config file, bytes. */
export const longestConfig = 1024 * 1024;
const mostAliases = 100;

/** Text of a config file to its value, by the file's extension: JSON, YAML or TOML. Size, nesting and YAML aliases are limited; errors name line and column. */
export function parseConfigText(text: string, path: string): unknown {
  if (Buffer.byteLength(text) > longestConfig) throw userError('BNL012', { limit: '1 MiB', found: `${Math.ceil(Buffer.byteLength(text) / 1024)} KiB` }, { file: path });
  const language = extname(path).toLowerCase();
  if (language === '.yaml' || language === '.yml') return plainValue(parseYaml(text, path), path);
  if (language === '.toml') return plainValue(parseToml(text, path), path);
  const outcome = parseJson(text, path, subject);
  if ('finding' in outcome) throw new UserError([worded(outcome.finding)], 2);
  return outcome.value;
}

const subject = 'the config file';

/** A person wrote this file, no tool. */
function worded(finding: Finding): Finding {
  if (finding.code !== 'BNL002') return finding;
  const fix = 'Correct the place named. JSON has no comments and no comma before a closing bracket; benchline.yaml may have comments.';
  return { ...finding, what: finding.what.replace(`Output of ${subject}`, 'The config file'), why: 'Nothing is measured or judged by settings that cannot be read with certainty.', fix };
}

function parseYaml(text: string, path: string): unknown {
  const { parseDocument, LineCounter } = require('yaml') as typeof import('yaml');
  const lineCounter = new LineCounter();
  return attempt(path, () => {
    const document = parseDocument(text, { lineCounter, prettyErrors: false });
    const error = document.errors[0];
    if (error === undefined) return document.toJS({ maxAliasCount: mostAliases }) as unknown;
    const { line, col } = lineCounter.linePos(error.pos[0]);
    throw broken(path, error.message, { line, column: col });
  });
}

function parseToml(text: string, path: string): unknown {
  const { parse, TomlError } = require('smol-toml') as typeof import('smol-toml');
  return attempt(path, () => {
    try {
      return parse(text.replace(/^\uFEFF/, ''));
    } catch (cause) {
      if (!(cause instanceof TomlError)) throw cause;
      throw broken(path, cause.message.split('\n')[0] ?? '', { line: cause.line, column: cause.column });
    }
  });
}

/** What the parsers throw of their own accord: the stack's end on nested input, too many aliases. */
function attempt(path: string, parse: () => unknown): unknown {
  try {
    return parse();
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    if (cause instanceof RangeError) throw userError('BNL012', { limit: '64 levels of nesting', found: 'more' }, { file: path });
    if (/alias count/i.test((cause as Error).message)) throw userError('BNL012', { limit: `${mostAliases} aliases`, found: 'more' }, { file: path });
    throw broken(path, (cause as Error).message, {});
  }
}

function broken(path: string, problem: string, position: { line?: number; column?: number }): UserError {
  return new UserError([worded(createFinding('BNL002', { tool: subject, problem: problem.replace(/\.$/, '') }, { file: path, ...position }))], 2);
}
