/** A value of unknown origin as a message quotes it: short, and unmistakably data. */
export function shownJson(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) return 'a number too large';
  return value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 64);
}
