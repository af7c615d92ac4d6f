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

function padding({ byteLength }: Uint8Array): Uint8Array {
  return Buffer.alloc((blockBytes - (byteLength % blockBytes)) % blockBytes);
}

const offsets = { name: 0, mode: 100, owner: 108, group: 116, size: 124, modified: 136, checksum: 148, kind: 156, magic: 257 };

function header(name: Uint8Array, size: number, kind: '0' | 'x'): Uint8Array {
  const block = Buffer.alloc(blockBytes);
  block.set(name.subarray(0, longestName), offsets.name);
  block.write('0000644\0', offsets.mode);
  block.write('0000000\0', offsets.owner);
  block.write('0000000\0', offsets.group);
  block.write(`${size.toString(8).padStart(11, '0')}\0`, offsets.size);
  block.write('00000000000\0', offsets.modified);
  block.write(kind, offsets.kind);
  block.write('ustar\x0000', offsets.magic);
  // The checksum is taken with spaces in its own place.
  block.write('        ', offsets.checksum);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, offsets.checksum);
  return block;
}
