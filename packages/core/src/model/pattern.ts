/** Whether a name fits a pattern: `*` stands for any text, also none, also with `/`; everything else stands for itself. */
export function matchesPattern(pattern: string, name: string): boolean {
  let at = 0;
  let inPattern = 0;
  let star = -1;
  let resume = 0;
  // No regular expression: a hostile pattern must not cost more than pattern length times name length.
  while (at < name.length) {
    if (pattern[inPattern] === '*') {
      star = inPattern;
      inPattern += 1;
      resume = at;
    } else if (pattern[inPattern] === name[at]) {
      inPattern += 1;
      at += 1;
    } else if (star >= 0) {
      resume += 1;
      at = resume;
      inPattern = star + 1;
    } else {
      return false;
    }
  }
  while (pattern[inPattern] === '*') inPattern += 1;
  return inPattern === pattern.length;
}
