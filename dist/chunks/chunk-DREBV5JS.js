const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  FrugalHeap,
  Tally
} from "./chunk-KMAZ7YCN.js";
import {
  filesBelow
} from "./chunk-KFQ3OR7F.js";
import {
  openTraffic
} from "./chunk-COLHGKYQ.js";
import {
  redactionLines
} from "./chunk-TZBLFOMY.js";
import {
  isZip,
  openZip
} from "./chunk-G3VFAWKC.js";
import {
  ProgressLine
} from "./chunk-7BZZY76H.js";
import {
  NO_COUNTS,
  TRAFFIC_FORMATS,
  TrafficInput,
  knownFormats,
  openRuns,
  unpack
} from "./chunk-6ZUW57B3.js";
import {
  renderIngest
} from "./chunk-BYL2NBM7.js";
import {
  $performance
} from "./chunk-ESXIIXJN.js";
import {
  MAX_OTLP_BYTES
} from "./chunk-2SGQDVVG.js";
import {
  UserError,
  cut,
  messageOf
} from "./chunk-V5MOI6JN.js";
import {
  $zstdDecompressSync
} from "./chunk-MA7E5CPD.js";
import {
  $open,
  $stat
} from "./chunk-OPI4XJCE.js";
import {
  $join,
  $resolve
} from "./chunk-UVWFDZNQ.js";
import {
  $createReadStream
} from "./chunk-IIMPM4BQ.js";
import {
  $Readable,
  $addAbortSignal
} from "./chunk-YA26JW5W.js";

// src/commands/ingest-inputs.ts
async function inputsOf(paths, directory, stdin) {
  const problems = [];
  const inputs = [];
  for (const path of new Set(paths)) {
    if (path === "-") {
      inputs.push({ kind: "pipe", path: "standard input", open: stdin });
      continue;
    }
    const found = await inputsAt(path, $resolve(directory, path)).catch(messageOf);
    if (typeof found === "string") problems.push({ where: path, message: found, hint: null });
    else inputs.push(...found);
  }
  if (problems.length > 0) throw new UserError(problems);
  return inputs;
}
async function inputsAt(path, file) {
  const found = await $stat(file);
  if (found.isFile()) return [fileInput(path, file, found, true)];
  if (found.isFIFO()) return [{ kind: "pipe", path, open: () => $createReadStream(file) }];
  if (!found.isDirectory()) return "expected a file or a folder";
  const inputs = [];
  for (const name of await filesBelow(file)) {
    const below = await $stat($join(file, name)).catch(messageOf);
    if (typeof below === "string") inputs.push({ kind: "unreadable", path: $join(path, name), reason: below });
    else if (below.isFile()) inputs.push(fileInput($join(path, name), $join(file, name), below, false));
  }
  return inputs.length > 0 ? inputs : "there is no file in this folder";
}
function fileInput(path, file, { size, mtimeMs }, named) {
  return { kind: "file", path, file, bytes: size, modifiedMs: mtimeMs, named };
}

// src/commands/read-input.ts
var CHUNK_BYTES = 256 * 1024;
async function readInput(input, following) {
  if (input.kind === "pipe") return readBytes(input.path, input.open(), following);
  const opened = await openFile(input.file);
  if (typeof opened === "string") return { format: "unreadable", damage: opened };
  try {
    if (await isZip(opened)) return await readArchive(opened, input, following);
  } finally {
    await opened.close();
  }
  return readBytes(input.path, $createReadStream(input.file, { highWaterMark: CHUNK_BYTES }), following);
}
function openFile(path) {
  return $open(path).catch(messageOf);
}
async function readBytes(path, source, following) {
  const { format, take, read, signal } = following;
  const reading = new TrafficInput(path, format, take, unzstd);
  const own = new OwnFaults();
  async function* chunks() {
    for await (const chunk of $addAbortSignal(signal, source)) {
      yield chunk;
      await own.kept(() => read(chunk.length));
    }
  }
  let damage = null;
  try {
    await unpack($Readable.from(chunks()), (bytes) => own.keptSync(() => reading.push(bytes)));
  } catch (error) {
    own.rethrow();
    damage = signal.aborted ? "interrupted" : messageOf(error);
  }
  if (signal.aborted) return { format, damage };
  const known = reading.end();
  return { format: known, damage: damage ?? (reading.isCutShort ? "its end is not whole" : null) };
}
var OwnFaults = class {
  #faults = [];
  async kept(act) {
    try {
      await act();
    } catch (error) {
      this.#faults.push(error);
      throw error;
    }
  }
  keptSync(act) {
    try {
      act();
    } catch (error) {
      this.#faults.push(error);
      throw error;
    }
  }
  rethrow() {
    if (this.#faults.length > 0) throw this.#faults[0];
  }
};
function unzstd(bytes) {
  return $zstdDecompressSync(bytes, { maxOutputLength: MAX_OTLP_BYTES });
}
var HEADERS = ["header.json", "_journal/start.json"];
var SAMPLE = /^samples\/.*\.json$/;
async function readArchive(file, { path, bytes }, { format, take, read, signal }) {
  const runs = openRuns(path, format, take);
  const zip = await openZip(file).catch(messageOf);
  if (typeof zip === "string") return { format: null, damage: zip };
  const header = HEADERS.find((name) => zip.names.includes(name));
  const names = [...header === void 0 ? [] : [header], ...zip.names.filter((name) => SAMPLE.test(name))];
  const damages = [];
  for (const name of names) {
    if (signal.aborted) return { format: runs.format, damage: "interrupted" };
    const entry = await zip.read(name, MAX_OTLP_BYTES).then(utf8, (error) => error);
    if (typeof entry === "string") runs.entry(name, entry);
    else damages.push(`${name}: ${messageOf(entry)}`);
    await read(Math.round(bytes / names.length));
  }
  runs.end();
  return { format: runs.format, damage: damages.length === 0 ? null : damages.slice(0, 3).join("; ") };
}
function utf8(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes ?? new Uint8Array());
  } catch (error) {
    return error;
  }
}

// src/commands/ingest.ts
var CHECKPOINT_INTERVAL_MS = 15e3;
async function ingestCommand(paths, options, surroundings) {
  const format = formatOf(options.format);
  const inputs = await inputsOf(paths, surroundings.directory, surroundings.stdin);
  const store = await openTraffic(options, surroundings);
  try {
    const tally = new Tally(store);
    const ends = await readAll(inputs, format, store, tally, surroundings);
    const { signal } = surroundings;
    if (!signal.aborted) tally.count(await foldAll(store, surroundings));
    if (!signal.aborted) await store.compact(false, signal);
    const redacted = redactionLines(store.redactor);
    surroundings.print(renderIngest(tally.report(ends, store.notices)));
    for (const line of redacted) surroundings.print(line);
    if (ends.some(({ whole, format: known }) => !whole && known === null)) surroundings.warn(knownText());
    if (signal.aborted) surroundings.warn("interrupted: run the same command again to go on from here");
    return signal.aborted || ends.some(({ whole }) => !whole) ? 4 : 0;
  } finally {
    store.close();
  }
}
function formatOf(format) {
  if (format === void 0 || TRAFFIC_FORMATS.includes(format)) return format ?? null;
  const message = `expected one of ${TRAFFIC_FORMATS.join(", ")}, received ${JSON.stringify(cut(format, 40))}`;
  throw new UserError({ where: "--format", message, hint: "leave it out: the content of a file tells its format" });
}
function knownText() {
  return `formats that are known:
    otlp: OpenTelemetry requests, JSON or protobuf, also one a line
${knownFormats()}`;
}
async function readAll(inputs, format, store, tally, surroundings) {
  const { signal } = surroundings;
  const progress = new ProgressLine(surroundings, "bytes");
  const bytes = inputs.map((input) => input.kind === "file" ? input.bytes : null);
  progress.plan("reading", bytes.includes(null) ? null : bytes.reduce((sum, size) => sum + (size ?? 0), 0));
  const checkpoints = new Checkpoints(store, format);
  const heap = surroundings.alone ? new FrugalHeap() : null;
  const ends = [];
  try {
    for (const input of inputs) {
      const end = input.kind === "unreadable" ? unread(input, tally) : await readOne(input, format, checkpoints, tally, { progress, heap, signal });
      if (signal.aborted) break;
      ends.push(end);
    }
    if (signal.aborted) await checkpoints.write();
  } finally {
    progress.end();
  }
  return ends;
}
function unread({ path, reason }, tally) {
  tally.problem("input that could not be read", `${path}: ${reason}`);
  return { path, format: "unreadable", whole: false };
}
async function readOne(input, format, checkpoints, tally, { progress, heap, signal }) {
  const { path } = input;
  if (input.kind === "file" && input.bytes === 0) {
    tally.problem("empty file", path);
    return { path, format: "empty", whole: true };
  }
  let skip = checkpoints.done(input);
  let records = 0;
  let misread = 0;
  const take = (batch) => {
    const known = Math.min(skip, batch.records.length);
    skip -= known;
    records += batch.records.length;
    misread += batch.problems.length;
    tally.take({ ...batch, records: batch.records.slice(known) });
  };
  const read = async (bytes) => {
    progress.step(bytes);
    heap?.check();
    checkpoints.note(input, records);
    tally.count(await checkpoints.relieve(signal));
  };
  const end = await readInput(input, { format, take, read, signal });
  checkpoints.note(input, records);
  if (end.damage !== null && !signal.aborted)
    tally.problem("input that is damaged or ends early", `${path}: ${end.damage}`);
  const isLeftOut = end.format === null && input.kind === "file" && !input.named;
  const isLost = end.damage === null && end.format !== null && records === 0 && misread > 0;
  if (isLost && !signal.aborted) tally.problem("input of which nothing could be read", path);
  return { path, format: end.format, whole: end.damage === null && !isLost && (end.format !== null || isLeftOut) };
}
var Checkpoints = class {
  #store;
  #format;
  #inputs = /* @__PURE__ */ new Map();
  #writtenAtMs = $performance.now();
  constructor(store, format) {
    this.#store = store;
    this.#format = format;
  }
  /** Records of the file that an earlier run has given to the store. */
  done(input) {
    if (input.kind === "pipe") return 0;
    const { file, bytes, modifiedMs } = input;
    const known = this.#store.inputs.find(({ path }) => path === file);
    const isSame = known?.bytes === bytes && known.modifiedMs === modifiedMs && known.format === this.#format;
    return isSame ? known.records : 0;
  }
  note(input, records) {
    if (input.kind === "pipe") return;
    const { file, bytes, modifiedMs } = input;
    this.#inputs.set(file, { path: file, bytes, modifiedMs, format: this.#format, records });
  }
  /** Lets the store take in what it holds, or write down what it has on the disk. */
  async relieve(signal) {
    const counts = await this.#store.relieve([...this.#inputs.values()], signal);
    if (this.#store.scatters && $performance.now() - this.#writtenAtMs >= CHECKPOINT_INTERVAL_MS) await this.write();
    return counts ?? NO_COUNTS;
  }
  async write() {
    await this.#store.checkpoint([...this.#inputs.values()]);
    this.#writtenAtMs = $performance.now();
  }
};
async function foldAll(store, surroundings) {
  const waiting = store.waitingBytes;
  if (waiting === 0) return store.fold(surroundings.signal);
  const progress = new ProgressLine(surroundings, "bytes");
  progress.plan("joining traces", waiting);
  let done = 0;
  try {
    return await store.fold(surroundings.signal, (doneBytes) => {
      progress.step(doneBytes - done);
      done = doneBytes;
    });
  } finally {
    progress.end();
  }
}

export {
  ingestCommand,
  foldAll
};
