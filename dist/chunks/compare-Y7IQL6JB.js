import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  showReport
} from "./chunk-4HBA53NI.js";
import {
  buildExternalReport,
  compareResults,
  decompress,
  defaultPolicy,
  isJsonObject,
  parseResults,
  selectResults
} from "./chunk-TIUGAQ74.js";
import {
  UserError,
  cut,
  messageOf
} from "./chunk-RUYBUABK.js";
import "./chunk-T5QWDGR7.js";

// src/commands/compare.ts
import { resolve } from "node:path";
import { performance } from "node:perf_hooks";

// src/commands/result-files.ts
import { open } from "node:fs/promises";
import { createGunzip, createZstdDecompress } from "node:zlib";

// src/commands/zip.ts
import { inflateRawSync, zstdDecompressSync } from "node:zlib";
var END_SIGNATURE = 101010256;
var ENTRY_SIGNATURE = 33639248;
var LOCAL_SIGNATURE = 67324752;
var END_SIZE = 22;
var ENTRY_SIZE = 46;
var LOCAL_SIZE = 30;
var MAX_TAIL = END_SIZE + 65535;
var MAX_DIRECTORY = 64 * 1024 * 1024;
async function readZipEntries(file, names2, maxBytes) {
  const directory = await readDirectory(file);
  const found = /* @__PURE__ */ new Map();
  for (const name of names2) {
    const entry = directory.get(name);
    if (entry !== void 0) found.set(name, await readEntry(file, name, entry, maxBytes));
  }
  return found;
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
      return inflateRawSync(data, { maxOutputLength: maxBytes });
    case 93:
      return zstdDecompressSync(data, { maxOutputLength: maxBytes });
    default:
      throw new Error(`${name} is compressed with method ${entry.method}, known are 0, 8 and 93`);
  }
}
async function bytesAt(file, position, length) {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead < length) throw new Error("the zip archive was cut off");
  return buffer;
}

// src/commands/result-files.ts
var MAX_BYTES = 256 * 1024 * 1024;
var GZIP = [31, 139];
var ZSTD = [40, 181, 47, 253];
var ZIP = [80, 75, 3, 4];
var HEADER = "header.json";
var SUMMARIES = "summaries.json";
async function readResultText(path) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await readBytes(path));
  } catch (error) {
    throw new UserError({ where: path, message: `could not be read: ${messageOf(error)}`, hint: null });
  }
}
async function readBytes(path) {
  const file = await open(path);
  try {
    const first = await firstBytes(file);
    const begins = (magic) => magic.every((byte, index) => first[index] === byte);
    if (begins(ZIP)) return await inspectLog(file);
    const decoder = begins(GZIP) ? createGunzip : begins(ZSTD) ? createZstdDecompress : null;
    return await streamed(file, decoder);
  } finally {
    await file.close();
  }
}
async function streamed(file, decoder) {
  const source = file.createReadStream({ start: 0, autoClose: false });
  const pieces = [];
  let size = 0;
  const tooLarge = new Error(`more than ${MAX_BYTES} bytes when decompressed: compare parts of it`);
  const take = (bytes) => {
    size += bytes.length;
    if (size <= MAX_BYTES) pieces.push(bytes);
    else source.destroy(tooLarge);
  };
  if (decoder === null) for await (const bytes of source) take(bytes);
  else await decompress(source, decoder, take);
  if (size > MAX_BYTES) throw tooLarge;
  return Buffer.concat(pieces);
}
async function inspectLog(file) {
  const entries = await readZipEntries(file, [HEADER, SUMMARIES], MAX_BYTES);
  const header = entries.get(HEADER);
  const summaries = entries.get(SUMMARIES);
  if (header === void 0 || summaries === void 0) {
    throw new Error(
      `a zip archive without ${HEADER} and ${SUMMARIES}: no Inspect log, or one of a run that did not end`
    );
  }
  const parts = [header, summaries].map((bytes) => JSON.parse(new TextDecoder().decode(bytes)));
  const [log, samples] = parts;
  return Buffer.from(JSON.stringify({ ...isJsonObject(log) ? log : {}, samples }));
}
async function firstBytes(file) {
  const { bytesRead, buffer } = await file.read(new Uint8Array(4), 0, 4, 0);
  return buffer.subarray(0, bytesRead);
}

// src/commands/compare.ts
var MAX_PROBLEMS = 100;
async function compareCommand(base, head, options, surroundings) {
  const startedAtMs = performance.now();
  const baseSide = await readSide(base, options, "base", surroundings);
  const headSide = await readSide(head, options, "head", surroundings);
  const { rows, fields } = baseSide.selected;
  if (options.gateOn === "cluster" && rows.every(({ cluster }) => cluster === null)) {
    const hint = "name the attribute that tells tasks apart with --cluster";
    throw new UserError({ where: "--gate-on cluster", message: "base's results name no cluster", hint });
  }
  const all = [...headSide.selected.rows, ...rows];
  const report = buildExternalReport({
    decision: compareResults(rows, headSide.selected.rows, defaultPolicy(), options.gateOn),
    base: baseSide.facts,
    head: headSide.facts,
    gateOn: options.gateOn,
    unitBy: fields.unitBy,
    clusterBy: fields.clusterBy,
    slicesOf: new Map(all.map(({ caseId, slices }) => [caseId, slices])),
    onInconclusive: options.inconclusive,
    durationMs: performance.now() - startedAtMs
  });
  return showReport(report, options, surroundings);
}
async function readSide(path, options, side, { directory }) {
  const conditions = conditionsOf([
    ["--where", options.where ?? []],
    side === "base" ? ["--base-where", options.baseWhere ?? []] : ["--head-where", options.headWhere ?? []]
  ]);
  const parsed = parseResults(await readResultText(resolve(directory, path)), path, options.format ?? null);
  const selected = selectResults(parsed, { conditions, fields: fieldsOf(options) }, path);
  const { rows, problems, leftOut } = selected;
  const facts = {
    path,
    format: parsed.format.name,
    conditions: conditions.map(({ key, value }) => `${key}=${value}`),
    results: rows.length,
    leftOut,
    problems: problems.slice(0, MAX_PROBLEMS),
    problemCount: problems.length,
    keptCount: problems.filter(({ kept }) => kept).length
  };
  return { selected, facts };
}
function conditionsOf(flags) {
  const problems = [];
  const conditions = flags.flatMap(
    ([where, written]) => written.flatMap((text) => {
      const at = text.indexOf("=");
      if (at > 0) return [{ key: text.slice(0, at), value: text.slice(at + 1), where }];
      const message = `expected ATTRIBUTE=VALUE, received ${JSON.stringify(cut(text, 60))}`;
      problems.push({ where, message, hint: "an absent value is written null" });
      return [];
    })
  );
  if (problems.length > 0) throw new UserError(problems);
  return conditions;
}
function fieldsOf({ caseBy, trialBy, sliceBy, cluster, unit }) {
  return {
    ...caseBy === void 0 ? {} : { caseBy: names(caseBy) },
    ...trialBy === void 0 ? {} : { trialBy },
    ...sliceBy === void 0 ? {} : { sliceBy: names(sliceBy) },
    ...cluster === void 0 ? {} : { clusterBy: names(cluster) },
    ...unit === void 0 ? {} : { unitBy: names(unit) }
  };
}
function names(written) {
  return written.split(",").map((name) => name.trim()).filter((name) => name !== "");
}
export {
  compareCommand
};
