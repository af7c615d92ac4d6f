/** Makes texts that name places of the user's tree name the same places of a side: `/repo/target/x` becomes `/tmp/.../base/target/x`. */
export function createRelocation(top: string, side: string): (text: string) => string {
  const escaped = top.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const place = new RegExp(`(?<![\\w./\\\\-])${escaped}(?![\\w.-])`, 'g');
  return (text) => text.replace(place, () => side);
}

/** Every text of a list or of a record's values. */
export function relocateList(texts: readonly string[], relocate: (text: string) => string): string[] {
  return texts.map(relocate);
}

export function relocateValues<Value extends string | undefined>(values: Readonly<Record<string, Value>>, relocate: (text: string) => string): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value === undefined ? value : (relocate(value) as Value)]));
}
