const line = '.benchline/';

/** The .gitignore with Benchline's working folder in it; null if it is there already. */
export function extendIgnoreFile(text: string | null): string | null {
  const covered = (text ?? '').split(/\r?\n/).some((present) => /^(\*\*\/)?\.benchline\/?$/.test(present.trim()));
  if (covered) return null;
  const before = text === null || text === '' || text.endsWith('\n') ? (text ?? '') : `${text}\n`;
  return `${before}${before === '' ? '' : '\n'}# What Benchline measured last; baselines/ is committed, this is not.\n${line}\n`;
}
