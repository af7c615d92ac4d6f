/** A file of an archive. */
export interface ArchivedFile {
  /** Relative, with slashes. */
  path: string;
  content: Uint8Array;
}

const blockBytes = 512;
const longestName = 100;
/** Pieces of an archive are at least this long, but for the last. */
const pieceBytes = 1024 * 1024;

/** A tar archive of plain files, as POSIX has it (pax), in pieces. Times and owners are left out: same files, same bytes. */
export async function* tarArchive(files: AsyncIterable<ArchivedFile>): AsyncGenerator<Uint8Array> {
  let open: Uint8Array[] = [];
  let length = 0;
  for await (const file of files) {
    for (const part of entriesOf(file)) {
      open.push(part);
      length += part.byteLength;
    }
    if (length < pieceBytes) continue;
    yield Buffer.concat(open);
    open = [];
    length = 0;
  }
  yield Buffer.concat([...open, Buffer.alloc(2 * blockBytes)]);
}

/** A name too long for a header stands before its file, in an entry of its own. */
function entriesOf({ path, content }: ArchivedFile): Uint8Array[] {
  const name = Buffer.from(path);
  const file = [header(name, content.byteLength, '0'), content, padding(content)];
  if (name.byteLength <= longestName) return file;
  const record = paxRecord('path', path);
  return [header(Buffer.from('PaxHeader/path'), record.byteLength, 'x'), record, padding(record), ...file];
}

/** `<length of all of it> path=<name>\n`. */
function paxRecord(key: string, value: string): Uint8Array {
  const rest = Buffer.byteLength(` ${key}=${value}\n`);
  let length = rest;
  while (rest + String(length).length !== length) length = rest + String(length).length;
  return Buffer.from(`${length} ${key}=${value}\n`);
}

const zeros = Buffer.alloc(blockBytes);

function padding({ byteLength }: Uint8Array): Uint8Array {
  return zeros.subarray(0, (blockBytes - (byteLength % blockBytes)) % blockBytes);
}

const offsets = { name: 0, mode: 100, owner: 108, group: 116, size: 124, modified: 136, checksum: 148, kind: 156, magic: 257 };

function header(name: Uint8Array, size: number, kind: keyof typeof blanks): Uint8Array {
  const { block: blank, sum } = blanks[kind];
  const block = Buffer.from(blank);
  const shown = name.subarray(0, longestName);
  block.set(shown, offsets.name);
  const length = size.toString(8).padStart(11, '0');
  block.write(length, offsets.size);
  // The checksum is taken with spaces in its own place.
  const checksum = sum + sumOf(shown) + sumOf(Buffer.from(length));
  block.write(`${checksum.toString(8).padStart(6, '0')}\0 `, offsets.checksum);
  return block;
}

/** What headers of a kind have in common, and its sum: of tens of thousands of them each byte need not be added anew. */
const blanks = { '0': blankHeader('0'), x: blankHeader('x') };

function blankHeader(kind: string): { block: Buffer; sum: number } {
  const block = Buffer.alloc(blockBytes);
  block.write('0000644\0', offsets.mode);
  block.write('0000000\0', offsets.owner);
  block.write('0000000\0', offsets.group);
  block.write('00000000000\0', offsets.modified);
  block.write(kind, offsets.kind);
  block.write('ustar\x0000', offsets.magic);
  block.write('        ', offsets.checksum);
  return { block, sum: sumOf(block) };
}

function sumOf(bytes: Uint8Array): number {
  let sum = 0;
  for (const byte of bytes) sum += byte;
  return sum;
}
