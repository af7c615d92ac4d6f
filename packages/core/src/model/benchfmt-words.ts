import type { Metric } from './generated/types.js';

/** The first line of an export in the benchmark format of golang.org/x/perf: whoever reads it knows that names are encoded and that each line is a round. Other readers pass it over. */
export const benchfmtExportMark = '# benchline export 1: names are percent-encoded, each line of a benchmark is a round';

/** What may not stand in a word there: blanks of any kind, control and format characters, halves of surrogate pairs, and the sign of the encoding itself. */
const unsafe = /[%\s\p{Z}\p{Cc}\p{Cf}\p{Cs}]/gu;

/** Text as one word: what may not stand there is percent-encoded, as in URLs (UTF-8); half of a surrogate pair as %uXXXX. */
export function encodeBenchfmtWord(text: string): string {
  return text.replace(unsafe, encodeCharacter);
}

/** The text of a word; what is not encoding stays as it is. */
export function decodeBenchfmtWord(word: string): string {
  return word.replace(/%u([0-9A-F]{4})|(?:%[0-9A-F]{2})+/g, (encoded, unit: string | undefined) => (unit === undefined ? decodeBytes(encoded) : String.fromCharCode(Number.parseInt(unit, 16))));
}

/** A benchmark's name as one word. A number at its end is kept from looking like the suffix of GOMAXPROCS. */
export function encodeBenchfmtName(id: string): string {
  return encodeBenchfmtWord(id).replace(/-(?=\d+$)/, '%2D');
}

/** Units which the format knows of itself. */
const plain: ReadonlyMap<string, string> = new Map([
  ['time ns', 'ns/op'],
  ['throughput B/s', 'B/s'],
]);

/**
 * A metric as a unit of the format, which has no names for metrics: `ns/op`, `B/s`, else name and unit, `memory-B`. In a name the words ns and MB, which benchstat would
 * convert, and the signs of a quotient are encoded.
 */
export function benchfmtUnitOf({ name, unit }: Pick<Metric, 'name' | 'unit'>): string {
  const known = plain.get(`${name} ${unit}`);
  if (known !== undefined) return known;
  const safeName = encodeBenchfmtWord(name).replace(/[*/]/g, encodeCharacter).replace(/(?<=^|-)(?:ns|MB)(?=$|-)/g, (word) => encodeCharacter(word[0] as string) + word.slice(1));
  return `${safeName}-${encodeBenchfmtWord(unit).replaceAll('-', '%2D')}`;
}

/** The metric that benchfmtUnitOf has written so; null: it has not. */
export function metricOfBenchfmtUnit(written: string): Pick<Metric, 'name' | 'unit'> | null {
  const known = [...plain].find(([, unit]) => unit === written)?.[0].split(' ');
  const at = written.lastIndexOf('-');
  if (known === undefined && at < 1) return null;
  const [name = '', unit = ''] = known ?? [decodeBenchfmtWord(written.slice(0, at)), decodeBenchfmtWord(written.slice(at + 1))];
  return { name, unit };
}

function encodeCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (character.length === 1 && code >= 0xd800 && code <= 0xdfff) return `%u${code.toString(16).toUpperCase()}`;
  const encoded = encodeURIComponent(character);
  return encoded === character ? `%${code.toString(16).toUpperCase()}` : encoded;
}

function decodeBytes(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}
