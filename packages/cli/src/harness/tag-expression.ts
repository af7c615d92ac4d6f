/**
 * Whether tags satisfy `perf,!slow`: with words, one of them is there; of those behind `!`, none is. An empty expression is satisfied. Pure.
 */
export function matchesTags(expression: string | null, tags: readonly string[]): boolean {
  const words = (expression ?? '').split(',').map((word) => word.trim()).filter((word) => word !== '' && word !== '!');
  const wanted = words.filter((word) => !word.startsWith('!'));
  const unwanted = words.filter((word) => word.startsWith('!')).map((word) => word.slice(1).trim());
  return (wanted.length === 0 || wanted.some((word) => tags.includes(word))) && !unwanted.some((word) => tags.includes(word));
}
