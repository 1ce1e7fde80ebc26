import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  showReport
} from "./chunk-TWAMS3D4.js";
import {
  buildExternalReport,
  compareResults,
  defaultConfigPath,
  gateSettings,
  parseResults,
  readGateSettings,
  selectResults,
  unpack
} from "./chunk-RYNOJVJC.js";
import {
  isJsonObject,
  jsonFault,
  parsePythonJson
} from "./chunk-FVIUIGLH.js";
import {
  UserError,
  cut,
  messageOf
} from "./chunk-RUYBUABK.js";
import "./chunk-WD6H2GOG.js";

// src/commands/compare.ts
import { readFile } from "node:fs/promises";
import { resolve as resolve2 } from "node:path";
import { performance } from "node:perf_hooks";

// src/commands/result-files.ts
import { open, readdir, stat } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";

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
var HEADER = "header.json";
var SUMMARIES = "summaries.json";
var MAX_FILES = 1e4;
async function readResultTexts(directory, path) {
  const names2 = await filesBelow(resolve(directory, path));
  if (names2 === null) return [{ file: path, text: await readResultText(resolve(directory, path), path) }];
  if (names2.length === 0 || names2.length > MAX_FILES) {
    const message = `expected a folder of 1 to ${MAX_FILES} files, received ${names2.length}`;
    throw new UserError({ where: path, message, hint: null });
  }
  const texts = [];
  for (const name of names2) {
    const file = join(path, name);
    texts.push({ file, text: await readResultText(resolve(directory, file), file) });
  }
  return texts;
}
async function filesBelow(folder) {
  if ((await stat(folder).catch(() => null))?.isDirectory() !== true) return null;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names2 = entries.filter((entry) => entry.isFile() || entry.isSymbolicLink()).map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  return names2.filter((name) => !name.split(sep).some((part) => part.startsWith("."))).sort(inOrder);
}
function inOrder(a, b) {
  return a.localeCompare(b, "en", { numeric: true }) || (a < b ? -1 : 1);
}
async function readResultText(path, file) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await readBytes(path));
  } catch (error) {
    throw new UserError({ where: file, message: `could not be read: ${messageOf(error)}`, hint: null });
  }
}
async function readBytes(path) {
  const file = await open(path);
  try {
    if (await isZip(file)) return await inspectLog(file);
    const pieces = [];
    let size = 0;
    await unpack(file.createReadStream({ start: 0, autoClose: false }), (bytes) => {
      size += bytes.length;
      if (size > MAX_BYTES) throw new Error(`more than ${MAX_BYTES} bytes when decompressed: compare parts of it`);
      pieces.push(bytes);
    });
    return Buffer.concat(pieces);
  } finally {
    await file.close();
  }
}
async function inspectLog(file) {
  const zip = await openZip(file);
  const header = await zip.read(HEADER, MAX_BYTES);
  const summaries = await zip.read(SUMMARIES, MAX_BYTES);
  if (header === null || summaries === null) {
    throw new Error(
      `a zip archive without ${HEADER} and ${SUMMARIES}: no Inspect log, or one of a run that did not end`
    );
  }
  const log = jsonOf(HEADER, header);
  return Buffer.from(JSON.stringify({ ...isJsonObject(log) ? log : {}, samples: jsonOf(SUMMARIES, summaries) }));
}
function jsonOf(name, bytes) {
  const text = new TextDecoder().decode(bytes);
  const value = parsePythonJson(text);
  if (value === void 0) throw new Error(`${name} in it: ${jsonFault(text)}`);
  return value;
}

// src/commands/compare.ts
var MAX_PROBLEMS = 100;
async function compareCommand(base, head, options, surroundings) {
  const startedAtMs = performance.now();
  const gate = await gateOf(options.config ?? null, surroundings);
  const baseSide = await readSide(base, options, "base", surroundings);
  const headSide = await readSide(head, options, "head", surroundings);
  const { rows, fields } = baseSide.selected;
  if (options.gateOn === "cluster" && rows.every(({ cluster }) => cluster === null)) {
    const hint = "name the attribute that tells tasks apart with --cluster";
    throw new UserError({ where: "--gate-on cluster", message: "base's results name no cluster", hint });
  }
  const all = [...headSide.selected.rows, ...rows];
  const report = buildExternalReport({
    decision: compareResults(rows, headSide.selected.rows, gate.policy, options.gateOn),
    base: baseSide.facts,
    head: headSide.facts,
    gateOn: options.gateOn,
    unitBy: fields.unitBy,
    clusterBy: fields.clusterBy,
    slicesOf: new Map(all.map(({ caseId, slices }) => [caseId, slices])),
    policyFile: gate.file,
    onInconclusive: options.inconclusive ?? gate.onInconclusive,
    durationMs: performance.now() - startedAtMs
  });
  return showReport(report, options, surroundings);
}
async function gateOf(path, { directory }) {
  const file = path ?? defaultConfigPath;
  try {
    const text = await readFile(resolve2(directory, file), "utf8");
    return { ...readGateSettings(text, file), file };
  } catch (error) {
    if (error instanceof UserError) throw error;
    const isAbsent = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (path === null && isAbsent) return { ...gateSettings({}), file: null };
    throw new UserError({ where: file, message: `could not be read: ${messageOf(error)}`, hint: null });
  }
}
async function readSide(path, options, side, { directory }) {
  const conditions = conditionsOf([
    ["--where", options.where ?? []],
    side === "base" ? ["--base-where", options.baseWhere ?? []] : ["--head-where", options.headWhere ?? []]
  ]);
  const parsed = parseResults(await readResultTexts(directory, path), options.format ?? null);
  const selected = selectResults(parsed, { conditions, fields: fieldsOf(options) }, path);
  const { rows, problems, leftOut, skipped } = selected;
  const facts = {
    path,
    format: parsed.format.name,
    conditions: conditions.map(({ key, value }) => `${key}=${value}`),
    results: rows.length,
    leftOut,
    skipped,
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
