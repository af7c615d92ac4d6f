import { readFile } from 'node:fs/promises';
import { configFacts, malformedConfig, type ConfigFacts } from './config-facts.js';

/** Reads the facts of a config file; a file that cannot be read or parsed gives `malformedConfig`. */
export async function readConfigFacts(path: string): Promise<ConfigFacts> {
  try {
    return await parseConfigFacts(await readFile(path, 'utf8'), path);
  } catch {
    return malformedConfig;
  }
}

/** The facts of a config's text, whose language its path tells; `malformedConfig` if it cannot be parsed. */
export async function parseConfigFacts(text: string, path: string): Promise<ConfigFacts> {
  try {
    return configFacts(await parse(text, path));
  } catch {
    return malformedConfig;
  }
}

/** JSON needs nothing else; the other languages' parsers are loaded only where such a file stands. */
async function parse(text: string, path: string): Promise<unknown> {
  if (path.endsWith('.json')) return JSON.parse(text);
  const { parseConfigText } = await import('benchline');
  return parseConfigText(text, path);
}
