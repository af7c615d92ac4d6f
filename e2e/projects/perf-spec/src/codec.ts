/** Run lengths of equal bytes: [length, byte]. */
export function encode(bytes: Uint8Array): Uint8Array {
  const out: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    let end = at + 1;
    while (end < bytes.length && end - at < 255 && bytes[end] === bytes[at]) end += 1;
    out.push(end - at, bytes[at] as number);
    at = end;
  }
  return Uint8Array.from(out);
}
