import type { Node } from 'yaml';
import type { SettingPlace, SoughtSetting } from './locate-setting.js';

/* YAML is loaded only where something is wrong with a config file. */
/* eslint-disable @typescript-eslint/no-require-imports */

/** Where keys lead in a YAML text that could be read; JSON is YAML. As far as they lead: of a missing one, its parent's place. null: not even that. */
export function locateInYaml(text: string, { keys, part }: SoughtSetting): SettingPlace | null {
  const { parseDocument, isAlias, isMap, isSeq, isScalar, LineCounter } = require('yaml') as typeof import('yaml');
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: false });
  let found: unknown = document.contents;
  let place: unknown = found;
  for (const [index, key] of keys.entries()) {
    if (isAlias(found)) found = found.resolve(document);
    const pair = isMap(found) ? found.items.findLast(({ key: name }) => isScalar(name) && String(name.value) === key) : undefined;
    found = isSeq(found) ? found.items[Number(key)] : pair?.value;
    const next = part === 'key' && index === keys.length - 1 ? (pair?.key ?? found) : (found ?? pair?.key);
    if (next === undefined || next === null) break;
    place = next;
  }
  const start = (place as Node | null)?.range?.[0];
  if (start === undefined) return null;
  const { line, col } = lineCounter.linePos(start);
  return { line, column: col };
}
