import { rescale } from '../rescale.js';

/** How wrk and wrk2 scale what they print: times by 1000 and 60, bytes by 1024 although they call it KB and MB. */
const nanoseconds: Readonly<Record<string, number>> = { us: 1e3, ms: 1e6, s: 1e9, m: 60e9, h: 3600e9 };
const bytes: Readonly<Record<string, number>> = { B: 1, KB: 2 ** 10, MB: 2 ** 20, GB: 2 ** 30, TB: 2 ** 40, PB: 2 ** 50 };

/** "198.00us", "1.02m" -> ns; null for anything else, "-nan" among it. */
export function parseWrkTime(text: string | undefined): number | null {
  return scaled(text, nanoseconds);
}

/** "5.67MB" -> bytes; null for anything else. */
export function parseWrkBytes(text: string | undefined): number | null {
  return scaled(text, bytes);
}

/** "46632.17" -> 46632.17; null for anything else, "-nan" and "inf" among it. */
export function parseWrkNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,18}(?:\.\d{1,12})?$/.test(text) ? Number(text) : null;
}

function scaled(text: string | undefined, scales: Readonly<Record<string, number>>): number | null {
  const [, number, unit = ''] = /^(\d{1,18}(?:\.\d{1,12})?)([A-Za-z]{1,2})$/.exec(text ?? '') ?? [];
  const scale = Object.hasOwn(scales, unit) ? scales[unit] : undefined;
  return number === undefined || scale === undefined ? null : rescale(Number(number), scale);
}
