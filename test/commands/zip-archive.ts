import { crc32, deflateRawSync, zstdCompressSync } from 'node:zlib';

const METHODS = { stored: 0, deflate: 8, zstd: 93, other: 99 } as const;
export type ZipMethod = keyof typeof METHODS;

/** A zip archive as APPNOTE 4.3 has it; `comment` stands behind its end. */
export function zipArchive(files: Readonly<Record<string, string>>, method: ZipMethod, comment = ''): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const plain = Buffer.from(text);
    const data = method === 'deflate' ? deflateRawSync(plain) : method === 'zstd' ? zstdCompressSync(plain) : plain;
    const common = Buffer.alloc(22);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(METHODS[method], 4);
    common.writeUInt32LE(crc32(plain), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(plain.length, 18);
    const nameBytes = Buffer.from(name);
    const lengths = Buffer.alloc(4);
    lengths.writeUInt16LE(nameBytes.length, 0);
    // The local extra field has four bytes that the directory's does not have.
    const localLengths = Buffer.from(lengths);
    localLengths.writeUInt16LE(4, 2);
    const local = Buffer.concat([signature(0x04034b50), common, localLengths, nameBytes, Buffer.alloc(4), data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([signature(0x02014b50), Buffer.from([20, 0]), common, lengths, rest, nameBytes]));
    locals.push(local);
    offset += local.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(offset, 12);
  end.writeUInt16LE(comment.length, 16);
  return Buffer.concat([...locals, entries, signature(0x06054b50), end, Buffer.from(comment)]);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
