const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  filesBelow
} from "./chunk-KFQ3OR7F.js";
import {
  settingsPart
} from "./chunk-HR2PY3HY.js";
import {
  showReport
} from "./chunk-L23VSNQE.js";
import {
  isZip,
  openZip
} from "./chunk-G3VFAWKC.js";
import {
  compareResults
} from "./chunk-OEXYAH2O.js";
import {
  parseResults,
  readGateSettings,
  selectResults,
  unpack
} from "./chunk-6ZUW57B3.js";
import {
  buildExternalReport
} from "./chunk-BYL2NBM7.js";
import {
  $performance
} from "./chunk-ESXIIXJN.js";
import {
  isJsonObject,
  jsonFault,
  parsePythonJson
} from "./chunk-2SGQDVVG.js";
import "./chunk-LCFO2RCO.js";
import {
  UserError,
  cut,
  messageOf
} from "./chunk-V5MOI6JN.js";
import "./chunk-MA7E5CPD.js";
import "./chunk-K6CKMPLV.js";
import {
  $open,
  $stat
} from "./chunk-OPI4XJCE.js";
import {
  $join,
  $resolve
} from "./chunk-UVWFDZNQ.js";
import "./chunk-S5GBO2VV.js";
import "./chunk-IIMPM4BQ.js";
import "./chunk-YA26JW5W.js";
import "./chunk-GPPT27SZ.js";

// src/commands/result-files.ts
var MAX_BYTES = 256 * 1024 * 1024;
var HEADER = "header.json";
var SUMMARIES = "summaries.json";
var MAX_FILES = 1e4;
async function readResultTexts(directory, path) {
  const isFolder = (await $stat($resolve(directory, path)).catch(() => null))?.isDirectory() === true;
  if (!isFolder) return [{ file: path, text: await readResultText($resolve(directory, path), path) }];
  const names2 = await filesBelow($resolve(directory, path));
  if (names2.length === 0 || names2.length > MAX_FILES) {
    const message = `expected a folder of 1 to ${MAX_FILES} files, received ${names2.length}`;
    throw new UserError({ where: path, message, hint: null });
  }
  const texts = [];
  for (const name of names2) {
    const file = $join(path, name);
    texts.push({ file, text: await readResultText($resolve(directory, file), file) });
  }
  return texts;
}
async function readResultText(path, file) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await readBytes(path));
  } catch (error) {
    throw new UserError({ where: file, message: `could not be read: ${messageOf(error)}`, hint: null });
  }
}
async function readBytes(path) {
  const file = await $open(path);
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
  const startedAtMs = $performance.now();
  const { part: gate, file: policyFile } = await settingsPart(options.config, surroundings, readGateSettings);
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
    policyFile,
    onInconclusive: options.inconclusive ?? gate.onInconclusive,
    durationMs: $performance.now() - startedAtMs
  });
  return showReport(report, options, surroundings);
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
