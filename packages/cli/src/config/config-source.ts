import type { Finding, WrittenConfig } from '@benchline/core/model';
import { checkSchema } from '../artefacts/check-schema.js';
import { valueAt } from '../artefacts/schema-wording.js';
import { loadValidator } from '../artefacts/validators.js';
import type { World } from '../ports/world.js';
import { userError, UserError } from '../user-error.js';
import { locateSetting } from './locate-setting.js';
import { longestConfig, parseConfigText } from './parse-config-text.js';

/** A config file that was read. */
export interface ConfigSource {
  layer: 'project' | 'workspace';
  /** Absolute. */
  file: string;
  text: string;
  value: WrittenConfig;
}

/** Reads a config file and checks it; errors name line and column. */
export async function readConfigSource({ files }: Pick<World, 'files'>, layer: ConfigSource['layer'], file: string): Promise<ConfigSource> {
  if (!(await files.exists(file))) throw userError('BNL008', { path: file, purpose: 'the config file' }, { file });
  const text = await files.readText(file, longestConfig);
  const value = parseConfigText(text, file);
  try {
    checkSchema('config', value, file);
  } catch (cause) {
    if (!(cause instanceof UserError)) throw cause;
    throw new UserError(cause.findings.map((finding) => placed(finding, text, unexpectedKey())), cause.exitCode);
  }
  return { layer, file, text, value: value as WrittenConfig };
}

/** Of a key that should not be there its name is the place, not the whole that it stands in. */
function unexpectedKey(): { key?: string } {
  const error = loadValidator('config').errors?.at(-1);
  const key = error?.keyword === 'additionalProperties' ? error.params['additionalProperty'] : undefined;
  return typeof key === 'string' ? { key } : {};
}

function placed(finding: Finding, text: string, more: { key?: string } = {}): Finding {
  if (finding.pointer === undefined || finding.file === undefined) return finding;
  return { ...finding, ...locateSetting(text, finding.file, { pointer: finding.pointer, ...more }) };
}

/** A finding about the merged config, at its place in the file that says it: the project's where that says it, else the workspace's. */
export function placeFinding(finding: Finding, sources: readonly (ConfigSource | null)[], fallback: string): Finding {
  const given = sources.filter((source) => source !== null);
  const { pointer } = finding;
  const says = (source: ConfigSource): boolean => pointer !== undefined && valueAt(source.value, pointer) !== undefined;
  const source = given.find(says) ?? given[0];
  return source === undefined ? { file: fallback, ...finding } : placed({ file: source.file, ...finding }, source.text);
}
