import type { Entry, ZipFile } from 'yauzl';

export interface ZipDemand {
  /** The only entry there may be. */
  name: string;
  /** Of its content, bytes. */
  largest: number;
}

/** More than that is no JSON of ours; a bomb has 1000:1. */
const highestRatio = 300;
const fileTypeMask = 0o170000;
const plainFile = 0o100000;

/** The content of a zip's one entry, in memory: nothing is extracted. Another name, more entries, links, encryption, or more than was promised are an error. */
export async function readZipEntry(bytes: Uint8Array, { name, largest }: ZipDemand): Promise<Uint8Array> {
  const zip = await openZip(bytes);
  try {
    const entry = await onlyEntry(zip);
    const type = (entry.externalFileAttributes >>> 16) & fileTypeMask;
    if (entry.fileName !== name) throw new Error(`its entry is not called ${name}`);
    if (type !== 0 && type !== plainFile) throw new Error('its entry is no plain file');
    if (entry.isEncrypted()) throw new Error('it is encrypted');
    if (entry.uncompressedSize > largest) throw new Error(`it holds more than ${largest} bytes`);
    if (entry.uncompressedSize > highestRatio * Math.max(entry.compressedSize, 1)) throw new Error(`it was packed more than ${highestRatio} to 1`);
    return await contentOf(zip, entry, largest);
  } finally {
    zip.close();
  }
}

async function openZip(bytes: Uint8Array): Promise<ZipFile> {
  const { fromBuffer } = await import('yauzl');
  return new Promise((resolve, reject) => fromBuffer(Buffer.from(bytes), { lazyEntries: true, strictFileNames: true, validateEntrySizes: true }, (error, zip) => (error === null || error === undefined ? resolve(zip) : reject(error))));
}

function onlyEntry(zip: ZipFile): Promise<Entry> {
  if (zip.entryCount !== 1) return Promise.reject(new Error(`it has ${zip.entryCount} entries where one is expected`));
  return new Promise((resolve, reject) => {
    zip.on('error', reject).on('entry', resolve).on('end', () => reject(new Error('it has no entry')));
    zip.readEntry();
  });
}

function contentOf(zip: ZipFile, entry: Entry, largest: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null && error !== undefined) return reject(error);
      const pieces: Uint8Array[] = [];
      let bytes = 0;
      stream.on('error', reject).on('end', () => resolve(Buffer.concat(pieces))).on('data', (piece: Uint8Array) => {
        bytes += piece.byteLength;
        if (bytes > largest) stream.destroy(new Error(`it holds more than ${largest} bytes`));
        else pieces.push(piece);
      });
    });
  });
}
