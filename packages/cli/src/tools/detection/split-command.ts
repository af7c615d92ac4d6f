/**
 * A simple shell command as program and arguments: words, single and double quotes.
 * Null where a shell would be needed (pipes, variables, substitutions, redirections, globs).
 */
export function splitCommand(command: string): string[] | null {
  const words: string[] = [];
  const pattern = /\s*((?:'[^']*'|"[^"$`\\]*"|[^\s'"$`\\|&;<>()*?[\]{}~#]+)+)(?=\s|$)/y;
  const trimmed = command.trim();
  while (pattern.lastIndex < trimmed.length) {
    const match = pattern.exec(trimmed);
    if (match === null) return null;
    words.push(match[1]!.replace(/'([^']*)'|"([^"]*)"/g, (_, single?: string, double?: string) => single ?? double ?? ''));
  }
  return words.length === 0 ? null : words;
}
