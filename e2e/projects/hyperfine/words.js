const [, , count = '1000'] = process.argv;
const seen = new Map();
for (let at = 0; at < Number(count); at += 1) {
  const word = `word-${(at * 7919) % 997}`;
  seen.set(word, (seen.get(word) ?? 0) + 1);
}
console.log(seen.size);
