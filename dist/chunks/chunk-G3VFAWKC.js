const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  $inflateRawSync,
  $zstdDecompressSync
} from "./chunk-MA7E5CPD.js";

// src/commands/zip.ts
var END_SIGNATURE = 101010256;
var ENTRY_SIGNATURE = 33639248;
var LOCAL_SIGNATURE = 67324752;
var END_SIZE = 22;
var ENTRY_SIZE = 46;
var LOCAL_SIZE = 30;
var MAX_TAIL = END_SIZE + 65535;
var MAX_DIRECTORY = 64 * 1024 * 1024;
async function isZip(file) {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
  return bytesRead === 4 && buffer.readUInt32LE(0) === LOCAL_SIGNATURE;
}
async function openZip(file) {
  const directory = await readDirectory(file);
  return {
    names: [...directory.keys()],
    async read(name, maxBytes) {
      const entry = directory.get(name);
      return entry === void 0 ? null : await readEntry(file, name, entry, maxBytes);
    }
  };
}
async function readDirectory(file) {
  const { size } = await file.stat();
  const tail = await bytesAt(file, Math.max(0, size - MAX_TAIL), Math.min(size, MAX_TAIL));
  const end = tail.lastIndexOf(Uint8Array.of(80, 75, 5, 6));
  if (end === -1 || end + END_SIZE > tail.length || tail.readUInt32LE(end) !== END_SIGNATURE) {
    throw new Error("the zip archive has no end: it was cut off");
  }
  const directorySize = tail.readUInt32LE(end + 12);
  const directoryOffset = tail.readUInt32LE(end + 16);
  if (directoryOffset === 4294967295 || directorySize > MAX_DIRECTORY) throw new Error("the zip archive is too large");
  const bytes = await bytesAt(file, directoryOffset, directorySize);
  const entries = /* @__PURE__ */ new Map();
  for (let at = 0; at + ENTRY_SIZE <= bytes.length; ) {
    if (bytes.readUInt32LE(at) !== ENTRY_SIGNATURE) throw new Error("the zip archive's directory is torn");
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString("utf8", at + ENTRY_SIZE, at + ENTRY_SIZE + nameLength);
    const method = bytes.readUInt16LE(at + 10);
    entries.set(name, { method, compressedSize: bytes.readUInt32LE(at + 20), offset: bytes.readUInt32LE(at + 42) });
    at += ENTRY_SIZE + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}
async function readEntry(file, name, entry, maxBytes) {
  if (entry.compressedSize > maxBytes || entry.offset === 4294967295) throw new Error(`${name} in it is too large`);
  const local = await bytesAt(file, entry.offset, LOCAL_SIZE);
  if (local.readUInt32LE(0) !== LOCAL_SIGNATURE) throw new Error(`${name} is not where the zip archive says`);
  if ((local.readUInt16LE(6) & 1) === 1) throw new Error(`${name} in it is encrypted`);
  const start = entry.offset + LOCAL_SIZE + local.readUInt16LE(26) + local.readUInt16LE(28);
  const data = await bytesAt(file, start, entry.compressedSize);
  switch (entry.method) {
    case 0:
      return data;
    case 8:
      return $inflateRawSync(data, { maxOutputLength: maxBytes });
    case 93:
      return $zstdDecompressSync(data, { maxOutputLength: maxBytes });
    default:
      throw new Error(`${name} is compressed with method ${entry.method}, known are 0, 8 and 93`);
  }
}
async function bytesAt(file, position, length) {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead < length) throw new Error("the zip archive was cut off");
  return buffer;
}

export {
  isZip,
  openZip
};
