const line = '.benchline/';

/** The .gitignore with Benchline's working folder in it, and what else is not to be committed; null if all is there already. */
export function extendIgnoreFile(text: string | null, more: readonly string[] = []): string | null {
  const present = (text ?? '').split(/\r?\n/).map((each) => each.trim());
  const covered = present.some((each) => /^(\*\*\/)?\.benchline\/?$/.test(each));
  const missing = [...(covered ? [] : [line]), ...more.filter((each) => !present.includes(each))];
  if (missing.length === 0) return null;
  const before = text === null || text === '' || text.endsWith('\n') ? (text ?? '') : `${text}\n`;
  return `${before}${before === '' ? '' : '\n'}# What Benchline measured last; baselines/ is committed, this is not.\n${missing.join('\n')}\n`;
}
