const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  readPlan,
  writePlan
} from "./chunk-5OPVBMT5.js";
import {
  renderShardPlan
} from "./chunk-BYL2NBM7.js";
import {
  UserError,
  messageOf
} from "./chunk-V5MOI6JN.js";
import {
  $readFile,
  $stat,
  $writeFile
} from "./chunk-OPI4XJCE.js";
import {
  $resolve
} from "./chunk-UVWFDZNQ.js";

// src/commands/plan-files.ts
var MAX_PLAN_BYTES = 64 * 1024 * 1024;
async function planAt(directory, file) {
  const path = $resolve(directory, file);
  let text;
  try {
    const { size } = await $stat(path);
    if (size > MAX_PLAN_BYTES) throw new Error(`it has ${size} bytes, and a plan at most ${MAX_PLAN_BYTES}`);
    text = await $readFile(path, "utf8");
  } catch (error) {
    throw new UserError({ where: file, message: `no plan: ${messageOf(error)}`, hint: "pawl plan --out writes one" });
  }
  return readPlan(text, file);
}
function keepPlan(directory, file, plan) {
  return keepText($resolve(directory, file), writePlan(plan));
}
async function keepText(file, text) {
  try {
    await $writeFile(file, text);
  } catch (error) {
    const message = `it could not be written: ${messageOf(error)}`;
    throw new UserError({ where: file, message, hint: "is the folder there, and the disk not full?" });
  }
}
function planInWords({ gatePlan, known, forecast, plan }) {
  const casesByShard = plan.limits.map(({ shard }) => plan.cases.filter((one) => one.shard === shard).length);
  return renderShardPlan({ changes: gatePlan.changes, known, forecast, slices: plan.slices, casesByShard });
}

export {
  planAt,
  keepPlan,
  keepText,
  planInWords
};
