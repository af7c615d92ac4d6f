const shape = /^\s*(\d{1,9}(?:\.\d{1,6})?)\s*(ms|s|sec|min|h)\s*$/;

const msPer: Record<string, number> = { ms: 1, s: 1000, sec: 1000, min: 60_000, h: 3_600_000 };

/** Reads a time with its unit ("30 min", "90 s") into ms. null: not a time. */
export function parseDuration(text: string): number | null {
  const [, digits, unit] = shape.exec(text) ?? [];
  const scale = unit === undefined ? undefined : msPer[unit];
  return scale === undefined ? null : Number(digits) * scale;
}

/** A time in ms for people: "250 ms", "2.5 s", "1 min 30 s", "2 h". */
export function formatDuration(ms: number): string {
  if (ms < 1000) return `${Number(ms.toPrecision(3))} ms`;
  if (ms < 59_950) return `${Number((ms / 1000).toPrecision(3))} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 3600) return parts([Math.floor(seconds / 60), 'min'], [seconds % 60, 's']);
  const minutes = Math.round(seconds / 60);
  return parts([Math.floor(minutes / 60), 'h'], [minutes % 60, 'min']);
}

function parts(...all: [number, string][]): string {
  return all
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ');
}
