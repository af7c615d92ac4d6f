import { extname } from 'node:path';
import { positionOf } from '@benchline/core/parse';
import { locateInYaml } from './locate-in-yaml.js';
import { findTomlPlaces } from './toml-places.js';

/** Both from 1. */
export interface SettingPlace {
  line: number;
  column: number;
}

/** What is looked for: the value that keys lead to, or the last key itself. */
export interface SoughtSetting {
  keys: readonly string[];
  part: 'key' | 'value';
}

/** Where a JSON pointer leads in the text of a config file that could be read: JSON, YAML or TOML, by its extension. As far as it leads; null where it cannot be told. */
export function locateSetting(text: string, file: string, { pointer, key }: { pointer: string; key?: string }): SettingPlace | null {
  const keys = [...keysOf(pointer), ...(key === undefined ? [] : [key])];
  const sought: SoughtSetting = { keys, part: key === undefined ? 'value' : 'key' };
  try {
    return extname(file).toLowerCase() === '.toml' ? locateInToml(text, sought) : locateInYaml(text, sought);
  } catch {
    // The finding is told all the same, without a place.
    return null;
  }
}

function locateInToml(text: string, { keys, part }: SoughtSetting): SettingPlace | null {
  const places = findTomlPlaces(text);
  const named = part === 'key' ? places.keys.get(JSON.stringify(keys)) : undefined;
  for (let length = keys.length; length >= 0; length -= 1) {
    const offset = named ?? places.values.get(JSON.stringify(keys.slice(0, length)));
    if (offset !== undefined) return positionOf(text, offset);
  }
  return null;
}

/** '/slo/0/min' as ['slo', '0', 'min']; '/' is the whole. */
export function keysOf(pointer: string): string[] {
  if (pointer === '/' || pointer === '') return [];
  return pointer.split('/').slice(1).map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}
