import { readFile } from 'node:fs/promises';
import { configFacts, malformedConfig, type ConfigFacts } from './config-facts.js';

/** Reads the facts of a config file; a file that cannot be read or parsed gives `malformedConfig`. */
export async function readConfigFacts(path: string): Promise<ConfigFacts> {
  try {
    return configFacts(await parse(path, await readFile(path, 'utf8')));
  } catch {
    return malformedConfig;
  }
}

/** JSON needs nothing else; the other languages' parsers are loaded only where such a file stands. */
async function parse(path: string, text: string): Promise<unknown> {
  if (path.endsWith('.json')) return JSON.parse(text);
  const { parseConfigText } = await import('benchline');
  return parseConfigText(text, path);
}
