const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  openZip
} from "./chunk-G3VFAWKC.js";
import {
  fetchUpload,
  listUploads,
  newestOnly,
  readRunFileName
} from "./chunk-WFO4ORFU.js";
import {
  MAX_UPLOAD_BYTES,
  readAnswers,
  readPlan,
  readShard
} from "./chunk-5OPVBMT5.js";
import {
  UserError,
  messageOf
} from "./chunk-V5MOI6JN.js";
import {
  $mkdir,
  $mkdtemp,
  $open
} from "./chunk-OPI4XJCE.js";
import {
  $join
} from "./chunk-UVWFDZNQ.js";
import {
  __callDispose,
  __using
} from "./chunk-GPPT27SZ.js";

// src/commands/run-artifacts.ts
var RunArtifacts = class _RunArtifacts {
  #kept;
  #folder;
  #timeoutMs;
  constructor(kept, folder, timeoutMs) {
    this.#kept = kept;
    this.#folder = folder;
    this.#timeoutMs = timeoutMs;
  }
  /** @throws UserError */
  static async list({
    key,
    runner,
    temporary,
    fetchTimeoutMs
  }) {
    const kept = (await listUploads(runner, fetchTimeoutMs)).flatMap((upload) => {
      const file = readRunFileName(key, upload.name);
      return file === null ? [] : [{ file, upload }];
    });
    return new _RunArtifacts(newestOnly(kept), await $mkdtemp($join(temporary, "pawl-run-")), fetchTimeoutMs);
  }
  /** @throws UserError */
  async plan(round) {
    const kept = this.#kept.find(({ file }) => file.kind === "plan" && file.round === round);
    if (kept === void 0) throw noPlan(round);
    const read = await this.#read(kept.upload);
    if ("problem" in read)
      throw new UserError({ where: kept.upload.name, message: read.problem, hint: "run the job that plans again" });
    return readPlan(read.found, kept.upload.name);
  }
  /** What shards brought. */
  async shards(rounds, wanted = () => true) {
    const given = [];
    for (const { file, upload } of this.#kept) {
      if (file.kind !== "shard" || !rounds.includes(file.round) || !wanted(file.shard)) continue;
      const read = await this.#read(upload);
      const name = `round-${file.round}-shard-${file.shard}-attempt-${file.attempt}`;
      given.push({
        name,
        read: "found" in read ? readShard(read.found) : { kind: "refused", problems: [read.problem] }
      });
    }
    return given;
  }
  /** What a shard need not ask again, by a job before it; none = it asks. */
  async answers(shard) {
    const kept = this.#kept.find(({ file }) => file.kind === "answers" && file.shard === shard);
    const read = kept === void 0 ? null : await this.#read(kept.upload);
    return read !== null && "found" in read ? readAnswers(read.found) ?? [] : [];
  }
  async #read(upload) {
    const folder = $join(this.#folder, String(upload.id));
    await $mkdir(folder);
    const fetched = await fetchUpload(upload, folder, { maxBytes: MAX_UPLOAD_BYTES, timeoutMs: this.#timeoutMs });
    return "problem" in fetched ? fetched : textIn(fetched.path);
  }
};
async function textIn(path) {
  try {
    var _stack = [];
    try {
      const file = __using(_stack, await $open(path), true);
      const { names, read } = await openZip(file);
      const [name, ...others] = names;
      if (name === void 0 || others.length > 0)
        return { problem: `expected one file in it, received ${names.length}` };
      const bytes = await read(name, MAX_UPLOAD_BYTES);
      return { found: Buffer.from(bytes ?? []).toString("utf8") };
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  } catch (error) {
    return { problem: messageOf(error) };
  }
}
function noPlan(round) {
  return new UserError({
    where: null,
    message: `no job of this run has left a plan of round ${round}`,
    hint: `a job with mode: plan${round === 2 ? " and round: 2" : ""} must have succeeded before this one, with the same key`
  });
}

export {
  RunArtifacts,
  textIn
};
