const LIMIT = 64;

/**
 * Remembers what was computed for a key. Emptied when it is full: a run asks for a handful of keys over and over,
 * and anything that asks for more must not grow without end.
 */
export function createCache<Value>(): (key: string, compute: () => Value) => Value {
  const known = new Map<string, Value>();
  return (key, compute) => {
    const remembered = known.get(key);
    if (remembered !== undefined) return remembered;
    const value = compute();
    if (known.size >= LIMIT) known.clear();
    known.set(key, value);
    return value;
  };
}
