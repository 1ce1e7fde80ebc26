import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  diffArrays
} from "./chunk-5MMGI77S.js";
import {
  canonicalJson,
  dayOf,
  isJsonObject,
  parseJson,
  require_ajv
} from "./chunk-AFQDZWKC.js";
import {
  UserError,
  cut
} from "./chunk-RUYBUABK.js";
import {
  __commonJS,
  __toESM
} from "./chunk-H6IZPVF7.js";

// node_modules/picocolors/picocolors.js
var require_picocolors = __commonJS({
  "node_modules/picocolors/picocolors.js"(exports, module) {
    var p = process || {};
    var argv = p.argv || [];
    var env = p.env || {};
    var isColorSupported = !(!!env.NO_COLOR || argv.includes("--no-color")) && (!!env.FORCE_COLOR || argv.includes("--color") || p.platform === "win32" || (p.stdout || {}).isTTY && env.TERM !== "dumb" || !!env.CI);
    var formatter = (open, close, replace = open) => (input) => {
      let string = "" + input, index = string.indexOf(close, open.length);
      return ~index ? open + replaceClose(string, close, replace, index) + close : open + string + close;
    };
    var replaceClose = (string, close, replace, index) => {
      let result = "", cursor = 0;
      do {
        result += string.substring(cursor, index) + replace;
        cursor = index + close.length;
        index = string.indexOf(close, cursor);
      } while (~index);
      return result + string.substring(cursor);
    };
    var createColors = (enabled = isColorSupported) => {
      let f = enabled ? formatter : () => String;
      return {
        isColorSupported: enabled,
        reset: f("\x1B[0m", "\x1B[0m"),
        bold: f("\x1B[1m", "\x1B[22m", "\x1B[22m\x1B[1m"),
        dim: f("\x1B[2m", "\x1B[22m", "\x1B[22m\x1B[2m"),
        italic: f("\x1B[3m", "\x1B[23m"),
        underline: f("\x1B[4m", "\x1B[24m"),
        inverse: f("\x1B[7m", "\x1B[27m"),
        hidden: f("\x1B[8m", "\x1B[28m"),
        strikethrough: f("\x1B[9m", "\x1B[29m"),
        black: f("\x1B[30m", "\x1B[39m"),
        red: f("\x1B[31m", "\x1B[39m"),
        green: f("\x1B[32m", "\x1B[39m"),
        yellow: f("\x1B[33m", "\x1B[39m"),
        blue: f("\x1B[34m", "\x1B[39m"),
        magenta: f("\x1B[35m", "\x1B[39m"),
        cyan: f("\x1B[36m", "\x1B[39m"),
        white: f("\x1B[37m", "\x1B[39m"),
        gray: f("\x1B[90m", "\x1B[39m"),
        bgBlack: f("\x1B[40m", "\x1B[49m"),
        bgRed: f("\x1B[41m", "\x1B[49m"),
        bgGreen: f("\x1B[42m", "\x1B[49m"),
        bgYellow: f("\x1B[43m", "\x1B[49m"),
        bgBlue: f("\x1B[44m", "\x1B[49m"),
        bgMagenta: f("\x1B[45m", "\x1B[49m"),
        bgCyan: f("\x1B[46m", "\x1B[49m"),
        bgWhite: f("\x1B[47m", "\x1B[49m"),
        blackBright: f("\x1B[90m", "\x1B[39m"),
        redBright: f("\x1B[91m", "\x1B[39m"),
        greenBright: f("\x1B[92m", "\x1B[39m"),
        yellowBright: f("\x1B[93m", "\x1B[39m"),
        blueBright: f("\x1B[94m", "\x1B[39m"),
        magentaBright: f("\x1B[95m", "\x1B[39m"),
        cyanBright: f("\x1B[96m", "\x1B[39m"),
        whiteBright: f("\x1B[97m", "\x1B[39m"),
        bgBlackBright: f("\x1B[100m", "\x1B[49m"),
        bgRedBright: f("\x1B[101m", "\x1B[49m"),
        bgGreenBright: f("\x1B[102m", "\x1B[49m"),
        bgYellowBright: f("\x1B[103m", "\x1B[49m"),
        bgBlueBright: f("\x1B[104m", "\x1B[49m"),
        bgMagentaBright: f("\x1B[105m", "\x1B[49m"),
        bgCyanBright: f("\x1B[106m", "\x1B[49m"),
        bgWhiteBright: f("\x1B[107m", "\x1B[49m")
      };
    };
    module.exports = createColors();
    module.exports.createColors = createColors;
  }
});

// src/report/escape.ts
import { stripVTControlCharacters } from "node:util";
var DECEPTIVE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
var CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;
var BREAKS = /\r\n?|[\u2028\u2029]/g;
var PILED_MARKS = new RegExp("(\\p{Mn}{3})\\p{Mn}+", "gu");
var ZERO_WIDTH_SPACE = "\u200B";
var MARKUP = /[&<>`*~[\]|\\$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
function plainText(text3, max) {
  const capped = text3.length > max ? `${text3.slice(0, max)}\u2026` : text3;
  return stripVTControlCharacters(capped.toWellFormed()).replaceAll(BREAKS, "\n").replaceAll(CONTROL, "").replaceAll(DECEPTIVE, "").replaceAll(PILED_MARKS, "$1").replaceAll(/<!--|-->/g, "");
}
function oneLine(text3, max) {
  return plainText(text3, max).replaceAll(/\s+/g, " ").trim();
}
function terminalText(text3, max) {
  return oneLine(text3, max).replaceAll("##[", "## [").replace(/^::/, ": :");
}
function markdownText(text3, max) {
  return breakReferences(oneLine(text3, max)).replaceAll(MARKUP, (character) => `&#${character.codePointAt(0)};`);
}
function breakReferences(text3) {
  return text3.replaceAll("@", `@${ZERO_WIDTH_SPACE}`).replaceAll(/#(?=\w)/g, `#${ZERO_WIDTH_SPACE}`).replaceAll(/\b(gh)-(?=\d)/gi, `$1-${ZERO_WIDTH_SPACE}`).replaceAll("://", `:${ZERO_WIDTH_SPACE}//`).replaceAll(/\b(www)\./gi, `$1${ZERO_WIDTH_SPACE}.`).replaceAll(/\b(mailto|xmpp|javascript|data):/gi, `$1${ZERO_WIDTH_SPACE}:`).replace(/^([#=]|[+-](?=[\s-])|\d+[.)](?=\s))/, `${ZERO_WIDTH_SPACE}$1`);
}
function markdownFence(text3, language, max) {
  const body = plainText(text3, max);
  const longest = Math.max(2, ...[...body.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}
${body}
${fence}`;
}

// src/report/format.ts
function percent(rate) {
  return `${(100 * rate).toFixed(1)}%`;
}
function points(difference) {
  return `${signed(difference)} pp`;
}
function signed(difference) {
  const text3 = (100 * difference).toFixed(1);
  return difference > 0 && text3 !== "0.0" ? `+${text3}` : text3.replace(/^-0\.0$/, "0.0");
}
function pValue(p) {
  if (p < 1e-15) return "p<1e-15";
  return p < 1e-3 ? `p=${p.toExponential(1)}` : `p=${p.toFixed(3)}`;
}
function number(n) {
  const [whole = "", decimals = ""] = Math.abs(n).toFixed(3).split(".");
  const fraction = decimals.replace(/0+$/, "");
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ",") + (fraction === "" ? "" : `.${fraction}`);
  return n < 0 ? `-${digits}` : digits;
}
function count(n, singular, plural = `${singular}s`) {
  return `${number(n)} ${n === 1 ? singular : plural}`;
}
function duration(ms) {
  const seconds = ms / 1e3;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${whole % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
function dollars(costUsd) {
  if (costUsd === null) return "cost unknown";
  if (costUsd === 0 || costUsd >= 0.01) return `$${costUsd.toFixed(2)}`;
  return costUsd < 1e-4 ? "less than $0.0001" : `$${costUsd.toFixed(4)}`;
}
function list(items, max) {
  if (items.length <= max) return items.join(", ");
  return `${items.slice(0, max).join(", ")} and ${items.length - max} more`;
}
function shortSha(sha) {
  return /^[0-9a-f]{40}$/.test(sha) ? sha.slice(0, 8) : sha;
}

// src/report/markdown-parts.ts
var MAX_CODE = 200;
var MAX_BULLET = 400;
function code(foreign) {
  return `<code>${markdownText(foreign, MAX_CODE)}</code>`;
}
function bullet(foreign) {
  return `- ${markdownText(foreign, MAX_BULLET)}`;
}
function details(summary, body) {
  return `<details><summary>${summary}</summary>

${body}

</details>`;
}
function table(head, align, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const rule = [...align].map((side) => side === "r" ? "--:" : ":--");
  return [line(head), line(rule), ...rows.map(line)].join("\n");
}

// src/report/attribution.ts
var MAX_PATHS = 5;
var MAX_NAMED = 10;
var MAX_COMMITS = 50;
function renderAttribution(attribution) {
  return render(attribution, {
    text: (foreign) => terminalText(foreign, 120),
    title: (text3) => text3,
    item: (text3) => `  ${text3}`,
    table: (head, rows) => {
      const widths = head.map((_, at) => Math.max(...[head, ...rows].map((cells) => (cells[at] ?? "").length)));
      const line = (cells) => `  ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join("  ")}`.trimEnd();
      return [head, ...rows].map(line).join("\n");
    }
  });
}
function renderAttributionMarkdown(attribution) {
  return `${render(attribution, {
    text: (foreign) => markdownText(foreign, 120),
    title: (text3) => `### ${text3}`,
    item: (text3) => `- ${text3}`,
    table: (head, rows) => table(head, "l".repeat(head.length), rows)
  })}
`;
}
function render({ base, head, slices, regressed, result, verdict, warnings }, style) {
  const where = regressed.length === 0 ? "" : `, in ${list(regressed.map(style.text), MAX_PATHS)}`;
  return [
    style.title(titleOf(result, style)),
    `${shortSha(head)} against ${shortSha(base)}: ${verdict}${where}`,
    ...result.kind === "factors" ? factorParts(result, style) : bisectionParts(result, style),
    ...slices === null ? [] : [`Only the cases of ${list(slices.map(style.text), MAX_NAMED)} were replayed.`],
    ...warnings.map((warning) => `note: ${style.text(warning)}`)
  ].join("\n\n");
}
function titleOf(result, { text: text3 }) {
  const { conclusion } = result;
  switch (conclusion.kind) {
    case "no_regression":
      return "Nothing to attribute: head is not seen to be worse than base";
    case "inconclusive":
      return `Inconclusive: ${text3(conclusion.why)}`;
    case "factors":
      return factorsTitle(conclusion.factors, result);
    case "commits": {
      const named = (result.kind === "bisection" ? result.commits : []).slice(conclusion.from, conclusion.to + 1);
      const [only, ...others] = named.map(({ sha, subject }) => `${shortSha(sha)} ${text3(subject)}`);
      if (others.length === 0) return `Caused by ${only}`;
      const ids = named.map(({ sha }) => shortSha(sha));
      return `Caused by one of ${count(named.length, "commit")}: ${list(ids, MAX_NAMED)}`;
    }
    default:
      return conclusion;
  }
}
function factorsTitle(named, result) {
  const names2 = named.map((at) => namesOf([at], result));
  const factors = result.kind === "factors" ? result.factors : [];
  const areSeen = named.every((at) => (factors[at]?.effect?.high ?? 0) < 0);
  return areSeen ? `Caused by ${names2.join(" and ")}` : `Caused by ${names2.join(" or ")}, or by several of them: their effects cannot be told apart`;
}
function factorParts(result, style) {
  const { factors, cells, interactions, measured } = result;
  if (factors.length === 0) return ["No file of the agent differs."];
  const rows = factors.map(({ name, paths, effect, alone }) => [
    name,
    effect === null ? "not measured" : effectText(effect),
    alone ?? "not replayed",
    list(paths.map(style.text), MAX_PATHS)
  ]);
  const joint = cells.filter((cell) => cell.factors.length > 1);
  return [
    style.table(["change", "effect on the pass rate", "alone", "files"], rows),
    ...measured === null ? [] : [measuredText(measured)],
    ...interactions.length === 0 ? [] : [interactions.map((one) => style.item(interactionText(one, result))).join("\n")],
    ...joint.length === 0 ? [] : [joint.map((cell) => style.item(`${namesOf(cell.factors, result)} against base: ${cell.verdict}`)).join("\n")],
    ...factors.length === 1 ? ["Only one kind of change differs; --bisect looks for the commit."] : []
  ];
}
function measuredText({ total, cases, leftOut }) {
  const missing = leftOut === 0 ? "" : `; ${count(leftOut, "case")} could not be judged in every combination`;
  return `all together ${points(total)} over ${count(cases, "case")}${missing}. The intervals hold together at 95 %, for cases like these.`;
}
function interactionText({ factors, ...effect }, result) {
  const names2 = namesOf(factors, result);
  const isSeen = effect.low > 0 || effect.high < 0;
  return isSeen ? `${names2} interact: ${effectText(effect)} beyond what they do apart` : `no interaction of ${names2} is seen: ${effectText(effect)}`;
}
function effectText({ value, low, high }) {
  return `${points(value)} (${points(low)} to ${points(high)})`;
}
function namesOf(factors, result) {
  const named = result.kind === "factors" ? result.factors : [];
  return factors.map((at) => named[at]?.name ?? "").join(" + ");
}
function bisectionParts({ commits }, style) {
  const shown4 = commits.slice(-MAX_COMMITS);
  const rows = shown4.map(({ sha, subject, author, verdict }) => [
    shortSha(sha),
    verdict ?? "not needed",
    style.text(subject),
    style.text(author)
  ]);
  const rest = commits.length - shown4.length;
  return [
    style.table(["commit", "against base", "subject", "author"], rows),
    ...rest > 0 ? [`and ${rest} older, all with --json`] : []
  ];
}

// src/report/backfill.ts
var MAX_NAMES = 5;
var MAX_GROUPS = 30;
var MAX_NAME_CHARS = 60;
var BAR_WIDTH = 30;
function renderBackfill(report) {
  const { by, says, plan, finished, days, trajectories, history } = report;
  const { scan, done, others, missing } = plan;
  const shares = [
    `${number(scan.length)} ${finished ? "scanned" : "to scan, ended before the last of them"}`,
    `${number(done.length)} known`,
    ...others > 0 ? [`${number(others)} left to other shards`] : []
  ];
  return [
    `${terminalText(by.name, MAX_NAME_CHARS)} (version ${by.version}): ${count(days, "day")}, ${count(trajectories, "trajectory", "trajectories")}`,
    ...says === null ? [] : [terminalText(says, 500)],
    `  ${shares.join(", ")}`,
    ...missing.length > 0 ? [`  no traffic on ${count(missing.length, "day")} in between: ${list(missing, MAX_NAMES)}`] : [],
    ...report.undated ? ["  traffic without a time is in no day"] : [],
    ...report.waitingBytes > 0 ? ['  records wait outside of the tables: "pawl traffic compact" takes them in'] : [],
    ...scan.length + done.length + days === 0 ? ["there is no traffic on any day that was asked for"] : [],
    ...history === null ? [] : historyLines(history)
  ].join("\n");
}
function historyLines({ unit, periods, groups }) {
  const most = Math.max(0.01, ...periods.map(({ limits }) => limits?.high ?? 0));
  const bar = ({ trials, successes }) => trials === 0 ? "" : "#".repeat(Math.round(BAR_WIDTH * successes / trials / most));
  const head = [unit === "day" ? "day" : "week from", "of", "holds", "rate", "95 % interval"];
  const rows = periods.map((one) => ({ cells: [one.from, ...rateCells(one)], tail: bar(one) }));
  const shown4 = groups.slice(0, MAX_GROUPS);
  const inGroups = shown4.map((one) => ({ cells: [groupName(one.group), ...rateCells(one)], tail: "" }));
  const rest = groups.length - shown4.length;
  return [
    "",
    ...table2(head, rows),
    "",
    ...table2(["in all of the time", ...head.slice(1)], inGroups),
    ...rest > 0 ? [`and ${count(rest, "more group")}, all with --json`] : []
  ];
}
function rateCells({ trials, successes, limits }) {
  const interval = limits === null ? "-" : `${percent(limits.low)} to ${percent(limits.high)}`;
  return [number(trials), number(successes), trials === 0 ? "-" : percent(successes / trials), interval];
}
function groupName(group) {
  return group.kind === "all" ? "all traffic" : `${group.kind} ${terminalText(group.name, MAX_NAME_CHARS)}`;
}
function table2(head, rows) {
  const widths = head.map((title2, at) => Math.max(title2.length, ...rows.map(({ cells }) => cells[at]?.length ?? 0)));
  const line = (cells, tail) => [...cells.map((cell, at) => at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)), tail].join("  ").trimEnd();
  return [line(head, ""), ...rows.map(({ cells, tail }) => line(cells, tail))];
}

// src/report/corpus-build.ts
var MAX_SLICES = 40;
var MAX_PROBLEMS = 20;
var MAX_NAME = 60;
function renderBuild(report, words) {
  const { out, seed, traffic, drawn, merged, slicesVersion } = report;
  return [
    `${terminalText(out, 200)}: ${count(merged.cases.length, "case")} from ${count(traffic, "trajectory", "trajectories")}${period(report)}`,
    `seed ${terminalText(seed, 40)}, slices ${slicesVersion}: ${number(merged.added)} new, ${number(merged.again)} drawn again, ${number(merged.kept)} kept as they were, ${number(merged.dropped)} dropped`,
    ...drawn.nearDuplicates > 0 ? [`${count(drawn.nearDuplicates, "near-duplicate")} left out: the newest of them stands for them`] : [],
    ...sliceLines(report),
    ...clusterLines(report),
    ...noteLines(report, words)
  ].join("\n");
}
function period({ days }) {
  const dated = days.filter((day3) => day3 !== null);
  const [first, last] = [dated[0], dated.at(-1)];
  if (first === void 0 || last === void 0) return "";
  return first === last ? ` of ${first}` : `, ${first} to ${last}`;
}
function sliceLines({ drawn }) {
  const total = drawn.cases.reduce((sum, { weight }) => sum + weight, 0);
  const rows = [...drawn.slices].sort((a, b) => b.traffic - a.traffic || (a.name < b.name ? -1 : 1));
  const shown4 = rows.slice(0, MAX_SLICES).map(({ name, traffic, eligible, cases, weight }) => [
    terminalText(name, MAX_NAME),
    ...[number(traffic), number(eligible), number(cases), total === 0 ? "-" : percent(weight / total)]
  ]);
  if (shown4.length === 0) return [];
  const table3 = aligned([["slice", "traffic", "could be cases", "drawn", "share by weight"], ...shown4]);
  const rest = rows.length > MAX_SLICES ? [`and ${count(rows.length - MAX_SLICES, "more slice")}`] : [];
  return ["", ...table3, ...rest, ""];
}
function aligned(rows) {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map(
    (row) => row.map((cell, column) => column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)).join("  ")
  );
}
function clusterLines({ clusters }) {
  if (clusters === null) return [];
  const { file, model, texts: texts2 } = clusters;
  const names2 = model.clusters.map(({ name }) => terminalText(name, MAX_NAME)).join("; ");
  return [
    `${terminalText(file, 200)}: ${count(model.clusters.length, "cluster")} of ${count(texts2, "text")} (${names2}): commit it`
  ];
}
function noteLines(report, words) {
  const { rejected, drawn, problems, sliceless, slow, isRead, out } = report;
  const missed = drawn.slices.filter(({ cases, wanted, eligible }) => cases < Math.min(wanted, eligible));
  const empty = drawn.slices.filter(({ cases }) => cases === 0);
  return [
    ...[...rejected].map(
      ([why, times]) => `no case: ${number(times)}: ${why === "taken" ? "a case already, or retired" : words[why]}`
    ),
    ...missed.map(
      ({ name, cases }) => `note: ${terminalText(name, MAX_NAME)} has ${count(cases, "case")}: what else was drawn for it is nearly the same`
    ),
    ...empty.map(
      ({ name }) => `note: no case stands for ${terminalText(name, MAX_NAME)}: none of its traffic can be replayed`
    ),
    ...drawn.rateError > 0.01 ? [`note: the weights are up to ${percent(drawn.rateError)} off the rates of a slice`] : [],
    ...sliceless > 0 ? [
      `note: ${count(sliceless, "trajectory", "trajectories")} in slices beyond the limit of 500: these have no cases of their own`
    ] : [],
    ...[...slow].map(
      ([rule, times]) => `note: the rule ${terminalText(rule, MAX_NAME)} took too long for ${number(times)} texts`
    ),
    ...isRead ? [] : [`note: no glob under corpus names ${terminalText(out, 200)}: the gate does not read it`],
    ...problems.slice(0, MAX_PROBLEMS).map((problem) => `not made: ${terminalText(problem, 300)}`),
    ...problems.length > MAX_PROBLEMS ? [`not made: and ${number(problems.length - MAX_PROBLEMS)} more`] : []
  ];
}

// src/report/corpus-cases.ts
function renderCases(entries) {
  const rows = entries.map(({ case: one, file, line }) => [
    terminalText(one.id, 60),
    one.status,
    String(Number(one.weight.toPrecision(4))),
    one.source.recordedAt?.slice(0, 10) ?? "-",
    one.source.drawn?.by ?? "-",
    terminalText(one.slices.join(", "), 60),
    terminalText(`${file}:${line}`, 100)
  ]);
  const widths = [0, 1, 2, 3, 4, 5].map(
    (column) => Math.max(0, ...[HEAD, ...rows].map((row) => row[column]?.length ?? 0))
  );
  const table3 = [HEAD, ...rows].map(
    (row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd()
  );
  return [...rows.length === 0 ? [] : table3, sums(entries)].join("\n");
}
var HEAD = ["id", "status", "weight", "recorded", "drawn by", "slices", "place"];
function sums(entries) {
  const of = (status) => entries.filter((entry) => entry.case.status === status).length;
  return `${count(entries.length, "case")}: ${of("active")} active, ${of("quarantined")} quarantined, ${of("retired")} retired`;
}
var MAX_TEXT = 2e3;
var MAX_STEPS = 200;
function renderCase({ case: one, file, line }) {
  const { id, status, retirement, slices, cohorts, weight, cluster, input, recordings, expectations } = one;
  const why = retirement === void 0 ? "" : ` since ${retirement.at}: ${retirement.reason}`;
  const texts2 = [
    ["case", id],
    ["place", `${file}:${line}`],
    ["status", `${status}${why}`],
    ["slices", slices.map((name) => withVersion(one, name)).join(", ")],
    ...cohorts.length === 0 ? [] : [["cohorts", cohorts.join(", ")]],
    ["weight", String(weight)],
    ...cluster === null ? [] : [["cluster", cluster]],
    ...sourceTexts(one),
    ["input", JSON.stringify(input)],
    [
      "expects",
      expectations === null ? "what pawl.yml says" : expectations.map((each) => JSON.stringify(each)).join(" and ")
    ]
  ];
  return [
    ...texts2.map(([name = "", text3 = ""]) => `${name.padEnd(9)} ${terminalText(text3, MAX_TEXT)}`),
    ...recordings.flatMap(recordingLines)
  ].join("\n");
}
function withVersion({ source }, name) {
  const version = source.drawn?.sliceVersions[name];
  return version === void 0 ? name : `${name} (definition ${version})`;
}
function sourceTexts({ source, contentHash }) {
  const { traceId, recordedAt, agentVersion, model, drawn } = source;
  const known = [
    ...recordedAt === null ? [] : [`recorded ${recordedAt}`],
    ...traceId === null ? [] : [`trace ${traceId}`],
    ...agentVersion === null ? [] : [`agent ${agentVersion}`],
    ...model === null ? [] : [`model ${model}`]
  ];
  if (drawn === void 0) return known.length === 0 ? [] : [["source", known.join(", ")]];
  const { by, trajectoryId, store, at, pawl, seed } = drawn;
  const edited = drawn.contentHash === contentHash ? "" : ", edited since";
  const how = `pawl ${pawl} corpus ${by}${seed === null ? "" : ` with seed ${seed}`} at ${at}`;
  return [
    ["source", known.join(", ")],
    ["drawn", `trajectory ${trajectoryId} of ${store} by ${how}${edited}`]
  ];
}
function recordingLines({ steps, output }, index) {
  const shown4 = steps.slice(0, MAX_STEPS).map((step, at) => {
    if (step.kind === "model_call") return `${at + 1} model ${step.model}`;
    const { name, outcome } = step;
    return `${at + 1} ${name} ${JSON.stringify(step.arguments)} -> ${outcome.kind} ${JSON.stringify(outcome.value)}`;
  });
  const rest = steps.length > MAX_STEPS ? [`and ${steps.length - MAX_STEPS} more steps`] : [];
  return [
    `recording ${index + 1}`,
    ...[...shown4, ...rest, `output ${JSON.stringify(output)}`].map((text3) => `  ${terminalText(text3, MAX_TEXT)}`)
  ];
}

// src/report/corpus-check.ts
var MAX_CASES = 50;
var MAX_PROBLEMS2 = 20;
function renderCheck({ checked, retired, problems, toolProblems, knowsTools }) {
  const stale = checked.filter((one) => one.stale.length > 0);
  const redefined = checked.filter((one) => one.redefined.length > 0);
  return [
    `${count(checked.length, "case")}: ${count(checked.length - stale.length, "good one")}, ${count(stale.length, "stale one")}; ${count(retired, "retired one")}; ${count(problems.length, "unreadable line")}`,
    ...stale.slice(0, MAX_CASES).flatMap(caseLines),
    ...stale.length > MAX_CASES ? [`and ${count(stale.length - MAX_CASES, "more stale case")}`] : [],
    ...problems.slice(0, MAX_PROBLEMS2).map(
      ({ file, line, reason }) => `unreadable: ${terminalText(`${file}${line === null ? "" : `:${line}`}: ${reason}`, 400)}`
    ),
    ...redefined.length > 0 ? [redefinedLine(redefined)] : [],
    ...toolProblems.map((problem) => `note: ${terminalText(problem, 300)}`),
    ...knowsTools ? [] : ["note: no tool definition is known (tools.files), so no contract was checked"]
  ].join("\n");
}
function caseLines({ entry, stale }) {
  const { file, line } = entry;
  return [
    `${terminalText(entry.case.id, 80)} (${terminalText(file, 200)}:${line})`,
    ...stale.map((why) => `  ${terminalText(stalenessText(why), 500)}`)
  ];
}
function stalenessText(why) {
  switch (why.kind) {
    case "tool_gone":
      return `tool contract: no tool is named ${why.tool} any more`;
    case "arguments_refused":
      return `tool contract: ${why.tool} refuses the recorded arguments: ${why.problem}`;
    case "call_not_on_tape":
      return `tape: the model called ${why.tool}, and the recording lacks such a call`;
    case "nothing_recorded":
      return "tape: nothing is recorded";
    case "unreachable":
      return `expectation ${why.expectation}: ${why.reason}`;
    default:
      return why;
  }
}
function redefinedLine(redefined) {
  const names2 = [...new Set(redefined.flatMap((one) => one.redefined))].map((name) => terminalText(name, 60));
  return `note: ${count(redefined.length, "case")} in slices that are defined otherwise by now (${list(names2, 5)}): pawl corpus build puts them right`;
}

// src/report/moment.ts
var US_A_DAY = 864e8;
var US_A_MINUTE = 6e7;
function momentText(us) {
  const day3 = dayOf(us);
  if (day3 === null) return "an unknown time";
  const minutes = Math.floor(us % US_A_DAY / US_A_MINUTE);
  const two = (n) => String(n).padStart(2, "0");
  return `${day3}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}Z`;
}

// src/report/ledger.ts
var MAX_SHOWN = 200;
var MAX_WHAT_CHARS = 300;
var MAX_NAME_CHARS2 = 60;
var COLUMNS = [
  ...[
    "at",
    "kind",
    "name",
    "from",
    "to",
    "what",
    "decides",
    "commit",
    "author",
    "pull_request",
    "subject",
    "trajectory",
    "id"
  ]
];
function renderLedger(entries) {
  const shown4 = entries.slice(-MAX_SHOWN);
  const left = entries.length - shown4.length;
  return [
    `${count(entries.length, "entry", "entries")} in the ledger`,
    ...left > 0 ? [`(${count(left, "earlier one")} not shown, all with --json or --csv)`] : [],
    ...shown4.flatMap((entry) => ["", ...entryLines(entry)])
  ].join("\n");
}
function entryTitle({ kind, what, commit }) {
  return `${commit === null ? "" : `${commitText(commit)}: `}${kind.replaceAll("_", " ")}, ${terminalText(what, MAX_WHAT_CHARS)}`;
}
function commitText({ sha, subject, author, pullRequest }) {
  const number3 = pullRequest === null ? "" : `, #${pullRequest}`;
  return `${sha.slice(0, 10)} ${terminalText(subject, MAX_NAME_CHARS2)} (${terminalText(author, MAX_NAME_CHARS2)}${number3})`;
}
function entryLines(entry) {
  const { atUs, kind, what, decides, commit, trajectoryId } = entry;
  const by = commit === null ? `seen in traffic, first in ${terminalText(trajectoryId ?? "an unknown run", 2 * MAX_NAME_CHARS2)}` : commitText(commit);
  return [
    `${momentText(atUs)}  ${kind.replaceAll("_", " ")}`,
    `  ${terminalText(what, MAX_WHAT_CHARS)}`,
    ...decides === null ? [] : [`  decides ${terminalText(decides, MAX_WHAT_CHARS)}`],
    `  ${by}`
  ];
}
function ledgerCsv(entries) {
  const rows = entries.map(({ id, kind, atUs, name, from, to, what, decides, commit, trajectoryId }) => [
    ...[momentText(atUs), kind, name, from, to, what, decides, commit?.sha, commit?.author],
    ...[commit?.pullRequest?.toString(), commit?.subject, trajectoryId, id]
  ]);
  return [[...COLUMNS], ...rows].map((cells) => cells.map(csvCell).join(",")).join("\r\n");
}
function csvCell(value) {
  const text3 = /^[=+\-@\t\r]/.test(value ?? "") ? `'${value}` : value ?? "";
  return /[",\r\n]/.test(text3) ? `"${text3.replaceAll('"', '""')}"` : text3;
}

// src/report/dimension.ts
var MAX_NAME_CHARS3 = 60;
function dimensionText(dimension) {
  const tool = "tool" in dimension ? terminalText(dimension.tool, MAX_NAME_CHARS3) : "";
  switch (dimension.kind) {
    case "success":
      return "success";
    case "tool_use":
      return `use of the tool ${tool}`;
    case "tool_failure":
      return `failures of the tool ${tool}`;
    case "tool_error":
      return "trajectories with a failed tool call";
    case "model_error":
      return "trajectories with a failed model call";
    case "refusal":
      return "trajectories with a refusal";
    case "retry":
      return "trajectories that made a failed call again";
    case "steps":
      return "steps";
    case "input_tokens":
      return "tokens sent";
    case "output_tokens":
      return "tokens answered";
    case "duration":
      return "duration";
    case "cost":
      return "cost";
    case "first_tool":
      return "first tool";
    case "finish_reason":
      return "finish reason";
    case "model":
      return "model";
    case "output_shape":
      return "shape of the answer";
    case "arguments_shape":
      return `shape of the arguments of ${tool}`;
    case "result_shape":
      return `shape of the results of ${tool}`;
    default:
      return dimension;
  }
}
function dimensionAmount({ kind }, value) {
  if (kind === "duration") return duration(value);
  if (kind === "cost") return dollars(value);
  if (kind === "steps" || kind === "input_tokens" || kind === "output_tokens")
    return value < 100 ? value.toFixed(1) : number(Math.round(value));
  return percent(value);
}

// src/report/drift.ts
var MAX_DRIFTS = 20;
var MAX_NAME_CHARS4 = 60;
var US_A_DAY2 = 864e8;
function renderDrift(report) {
  const { drifts, watched, tooThin, undated, skewed, since, lastDay } = report;
  const shown4 = drifts.slice(0, MAX_DRIFTS);
  const rest = drifts.length - shown4.length;
  return [
    `${drifts.length === 0 ? "no shift" : count(drifts.length, "shift")} from ${day(since)} to ${day(lastDay)}; ${count(watched, "stream")} watched`,
    ...tooThin > 0 ? [`${count(tooThin, "stream")} had too little traffic to be watched`] : [],
    ...undated > 0 ? [`${count(undated, "trajectory", "trajectories")} without a time are left out`] : [],
    ...skewed > 0 ? [skewText(skewed)] : [],
    ...shown4.flatMap((drift) => ["", ...driftLines(drift, report)]),
    ...rest > 0 ? ["", `and ${number(rest)} more, all with --json`] : []
  ].join("\n");
}
function skewText(trajectories) {
  return `${count(trajectories, "trajectory", "trajectories")} of clocks that are far ahead of all others are left out`;
}
function driftLines(drift, { entries }) {
  const { from, to, before, after, alarmAt, suspects, split, layers } = drift;
  const began = from === to ? day(from) : `between ${day(from)} and ${day(to)}`;
  const named = suspects.map(({ id, probability }) => {
    const entry = entries.find((one) => one.id === id);
    const what = entry === void 0 ? "nothing that is listed" : entryTitle(entry);
    return `    ${percent(probability).padStart(6)}  ${what}`;
  });
  return [
    `${title(drift)}: ${dimensionAmount(drift.dimension, before)} -> ${dimensionAmount(drift.dimension, after)}`,
    `  began ${began}; alarm on ${day(alarmAt)}, as strong as comes by chance once in ${years(drift.evidence)}`,
    ...split === null ? [] : splitLines(split),
    ...suspects.length > 1 ? ["  what changed then:", ...named] : [],
    ...layerLines(layers)
  ];
}
var MAX_SLICES2 = 3;
function splitLines({ kind, mix, rate, slices }) {
  const part = ({ value, low, high }) => `${points(value)} (${points(low)} to ${points(high)})`;
  const which = {
    mix: "a change of the mix",
    rate: "no change of the mix",
    both: "both",
    unclear: "too little to tell"
  };
  const moved = slices.slice(0, MAX_SLICES2).map((terms) => {
    const name = terminalText(terms.slice, MAX_NAME_CHARS4);
    return `    ${name}: mix ${points(terms.mix)}, rate ${points(terms.rate)}`;
  });
  return [`  ${which[kind]}: mix of slices ${part(mix)}, rates within them ${part(rate)}`, ...moved];
}
function layerLines(layers) {
  if (layers.every(({ layer }) => layer === "unknown")) return [];
  const named = layers.map(({ layer, probability }) => `${layer.replaceAll("_", " ")} ${percent(probability)}`);
  return [`  where it lies: ${named.join(", ")}`];
}
function title({ dimension, group, category }) {
  const where = group.kind === "all" ? "all traffic" : `${group.kind} ${terminalText(group.name, MAX_NAME_CHARS4)}`;
  const which = category === null ? "" : ` ${terminalText(category, MAX_NAME_CHARS4)}`;
  return `${dimensionText(dimension)}${which}, ${where}`;
}
function years(days) {
  return days > 365e6 ? "more than a million years" : count(Math.round(days / 365), "year");
}
function day(at) {
  return dayOf(at * US_A_DAY2) ?? "an unknown day";
}

// src/report/accepted.ts
function acceptedFacts({ entries, problems }, decision, slicesOf, diff) {
  const slices = new Set(decision.reasons.flatMap((one) => one.kind === "slice_accepted" ? [one.slice] : []));
  const cases = new Set(decision.reasons.flatMap((one) => one.kind === "case_accepted" ? [one.caseId] : []));
  for (const id of cases) for (const slice of slicesOf(id)) slices.add(slice);
  const edited = /* @__PURE__ */ new Set([...diff?.removed ?? [], ...diff?.edited ?? []]);
  const effectOf = ({ kind, name, standing: standing2 }) => {
    if (standing2 !== "counts") return standing2;
    if ({ case: cases, slice: slices }[kind].has(name)) return "regression";
    return kind === "case" && edited.has(name) ? "corpus_edit" : "nothing";
  };
  return {
    entries: entries.map(({ standing: standing2, ...entry }) => ({ ...entry, effect: effectOf({ ...entry, standing: standing2 }) })),
    problems
  };
}
function shownEntries({ entries }) {
  return entries.filter(({ earlier, effect }) => !earlier || effect === "regression" || effect === "corpus_edit");
}
function acceptedText({ kind, name, reason, until, earlier, effect, suggestion }) {
  const what = `${kind} ${name}`;
  const before = earlier ? ", as the target branch says already" : "";
  const said = ` ("${reason}", until ${until})`;
  switch (effect) {
    case "regression":
      return `${what} got worse, accepted until ${until}${before}: ${reason}`;
    case "corpus_edit":
      return `${what} is removed or edited, accepted until ${until}${before}: ${reason}`;
    case "nothing":
      return `${what} accepts nothing: it did not get worse${said}`;
    case "expired":
      return `${what} accepts nothing any more: its time is over${said}`;
    case "unknown":
      return `${what} accepts nothing: base's corpus has no such ${kind}${suggestion === null ? "" : `, did you mean ${suggestion}?`}${said}`;
    case "not_gating":
      return `${what} accepts nothing: it cannot block, since it is new or quarantined${said}`;
    default:
      return effect;
  }
}

// src/report/differences.ts
var MAX_DIFFERENCES = 5;
var MAX_VALUE_LENGTH = 120;
var TEXT_BEFORE_DIFFERENCE = 24;
function differencesOf(base, head) {
  const found = [];
  walk("", base, head, found);
  return found;
}
function textDifference(base, head) {
  let same = 0;
  while (same < base.length && same < head.length && base[same] === head[same]) same += 1;
  const start = Math.max(0, same - TEXT_BEFORE_DIFFERENCE);
  const from = (text3) => `${start > 0 ? "\u2026" : ""}${text3.slice(start)}`;
  return { path: "", base: shown(from(base)), head: shown(from(head)) };
}
function walk(path, base, head, found) {
  if (found.length >= MAX_DIFFERENCES) return;
  if (base !== void 0 && head !== void 0 && canonicalJson(base) === canonicalJson(head)) return;
  const baseMembers = membersOf(base);
  const headMembers = membersOf(head);
  if (baseMembers === null || headMembers === null || Array.isArray(base) !== Array.isArray(head)) {
    found.push({ path, base: valueText(base), head: valueText(head) });
    return;
  }
  for (const key of /* @__PURE__ */ new Set([...baseMembers.keys(), ...headMembers.keys()])) {
    walk(`${path}/${pointerToken(key)}`, baseMembers.get(key), headMembers.get(key), found);
  }
}
function membersOf(value) {
  if (Array.isArray(value)) return new Map(value.map((item, index) => [String(index), item]));
  return isJsonObject(value) ? new Map(Object.entries(value)) : null;
}
function pointerToken(key) {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
function valueText(value) {
  return value === void 0 ? null : shown(typeof value === "string" ? value : canonicalJson(value), value);
}
function shown(text3, value = text3) {
  const cut2 = text3.length > MAX_VALUE_LENGTH ? `${text3.slice(0, MAX_VALUE_LENGTH)}\u2026` : text3;
  return typeof value === "string" ? JSON.stringify(cut2) : cut2;
}

// src/report/first-divergence.ts
function firstDivergence(base, head) {
  const baseCalls = toolCalls(base);
  const headCalls = toolCalls(head);
  for (let index = 0; index < Math.max(baseCalls.length, headCalls.length); index += 1) {
    const divergence = compareCalls(index + 1, baseCalls[index], headCalls[index]);
    if (divergence !== null) return divergence;
  }
  if (base.end.kind !== head.end.kind) return { kind: "end", base: base.end.kind, head: head.end.kind };
  const differences = outputDifferences(base.trajectory.output, head.trajectory.output);
  return differences.length === 0 ? null : { kind: "output", differences };
}
function schemaErrorText(call) {
  if (call.outcome.kind === "missing") return call.outcome.reason;
  const { value } = call.outcome;
  const text3 = typeof value === "string" ? value : canonicalJson(value);
  const prefix = `invalid arguments for ${call.name}: `;
  return text3.startsWith(prefix) ? text3.slice(prefix.length) : text3;
}
function toolCalls(run) {
  return run.trajectory.steps.filter((step) => step.kind === "tool_call");
}
function compareCalls(call, base, head) {
  if (base === void 0) {
    if (head === void 0) return null;
    return refusal(call, head, "head") ?? { kind: "only_one_side", call, tool: head.name, side: "head" };
  }
  if (head === void 0) return { kind: "only_one_side", call, tool: base.name, side: "base" };
  if (base.match !== "schema_error") {
    const refused = refusal(call, head, "head");
    if (refused !== null) return refused;
  } else if (head.match !== "schema_error") return refusal(call, base, "base");
  const baseAs = base.recordedAs ?? base;
  const headAs = head.recordedAs ?? head;
  if (baseAs.name !== headAs.name) return { kind: "other_tool", call, baseTool: base.name, headTool: head.name };
  const inArguments = differencesOf(baseAs.arguments, headAs.arguments);
  if (inArguments.length > 0) return { kind: "arguments", call, tool: head.name, differences: inArguments };
  const inOutcome = differencesOf(outcomeValue(base), outcomeValue(head));
  if (base.outcome.kind === head.outcome.kind && inOutcome.length === 0) return null;
  const kinds = { base: base.outcome.kind, head: head.outcome.kind };
  return { kind: "tool_outcome", call, tool: head.name, ...kinds, differences: inOutcome };
}
function refusal(call, made, side) {
  if (made.match !== "schema_error") return null;
  return { kind: "schema_error", call, tool: made.name, side, message: schemaErrorText(made) };
}
function outcomeValue(call) {
  return call.outcome.kind === "missing" ? call.outcome.reason : call.outcome.value;
}
function outputDifferences(base, head) {
  if (typeof base === "string" && typeof head === "string") return base === head ? [] : [textDifference(base, head)];
  return differencesOf(base, head);
}

// src/report/case-evidence.ts
var MAX_STEPS2 = 30;
var MAX_UNCALLED = 5;
var MAX_TEXT_LENGTH = { none: 0, excerpt: 300, full: 4e3 };
var HIDDEN = "\u2026";
function caseEvidence(trials, content) {
  const base = ranked(trials, "base", "pass");
  const head = ranked(trials, "head", "fail");
  const [firstBase] = base;
  const [firstHead] = head;
  if (firstBase === void 0 || firstHead === void 0) return null;
  const sameKind = base.filter((one) => one.score.outcome.kind === firstBase.score.outcome.kind);
  const headPick = head.find((one) => isPairable(one, firstHead, sameKind)) ?? firstHead;
  const basePick = sameKind.find((one) => one.trial.number === headPick.trial.number) ?? firstBase;
  const divergence = firstDivergence(basePick.trial, headPick.trial);
  return {
    firstDivergence: divergence === null || content !== "none" ? divergence : withoutValues(divergence),
    base: viewOf(basePick, content),
    head: viewOf(headPick, content)
  };
}
function ranked(trials, side, wanted) {
  const rank = ({ score }) => score.outcome.kind === wanted ? 0 : 1;
  return trials.filter(({ trial }) => trial.side === side).toSorted((a, b) => rank(a) - rank(b) || a.trial.number - b.trial.number);
}
function isPairable(head, best, base) {
  const asTelling = head.score.outcome.kind === best.score.outcome.kind;
  return asTelling && base.some((one) => one.trial.number === head.trial.number);
}
function viewOf({ trial, score, uncalled }, content) {
  const { steps, output } = trial.trajectory;
  const views = steps.flatMap(
    (step, index) => viewStep(step, content, content === "none" ? null : subAgentOf(trial, index))
  );
  const models = steps.flatMap((step) => step.kind === "model_call" ? [step.model] : []);
  return {
    number: trial.number,
    models: [...new Set(models)],
    outcome: content === "none" && score.outcome.kind !== "pass" ? { ...score.outcome, reason: HIDDEN } : score.outcome,
    steps: views.slice(0, MAX_STEPS2),
    moreSteps: Math.max(0, views.length - MAX_STEPS2),
    uncalled: (uncalled?.calls ?? []).slice(0, MAX_UNCALLED).map(({ name, arguments: args }) => `${name} ${shown2(args, content)}`),
    output: output === null ? null : shown2(output, content)
  };
}
function viewStep(step, content, agent) {
  if (step.kind === "model_call") {
    const texts2 = (step.response?.parts ?? []).flatMap((part) => part.kind === "text" ? [part.text] : []);
    const text3 = texts2.join("\n").trim();
    return text3 === "" ? [] : [{ kind: "text", text: shown2(text3, content) }];
  }
  const { outcome } = step;
  const result = shown2(outcome.kind === "missing" ? outcome.reason : outcome.value, content);
  return [
    {
      kind: "tool",
      ...agent === null ? {} : { agent },
      tool: step.name,
      arguments: shown2(step.arguments, content),
      outcome: outcome.kind,
      result
    }
  ];
}
function subAgentOf({ telemetry }, stepIndex) {
  const [, ...below] = telemetry?.steps.find((one) => one.stepIndex === stepIndex)?.agent ?? [];
  return below.length === 0 ? null : shown2(below.join(" > "), "excerpt");
}
function shown2(value, content) {
  const text3 = typeof value === "string" ? value : canonicalJson(value);
  const max = MAX_TEXT_LENGTH[content];
  return text3.length <= max ? text3 : `${text3.slice(0, max)}${HIDDEN}`;
}
function withoutValues(divergence) {
  if (divergence.kind === "schema_error") return { ...divergence, message: HIDDEN };
  if (!("differences" in divergence)) return divergence;
  const hide = (value) => value === null ? null : HIDDEN;
  const differences = divergence.differences.map(({ base, head }) => ({
    path: "",
    base: hide(base),
    head: hide(head)
  }));
  return { ...divergence, differences };
}

// src/report/change-summary.ts
var MAX_LINES = 40;
var MAX_LINE_LENGTH = 300;
var MAX_PLACES = 100;
function summarise(change, affecting, places) {
  const read = change.kind === "prompt" || change.kind === "tool" || change.kind === "model_pin";
  const lines = change.kind === "prompt" ? change.lines : [];
  return {
    kind: change.kind,
    path: change.path,
    summary: summaryOf(change),
    lines: lines.slice(0, MAX_LINES).map(lineText),
    places: read ? places.slice(0, MAX_PLACES) : [],
    affecting
  };
}
function summaryOf(change) {
  switch (change.kind) {
    case "prompt": {
      const added = change.lines.filter((line) => line.kind === "added").length;
      const moved = change.oldPath === null ? "" : `, renamed from ${change.oldPath}`;
      const status = change.status === "added" || change.status === "removed" ? `${change.status}, ` : "";
      return `${status}+${added} -${change.lines.length - added} lines${moved}`;
    }
    case "tool":
      return `${change.tool}: ${change.effects.map(effectText2).join("; ")}`;
    case "model_pin":
      return `${change.pin}: ${change.from ?? "none"} \u2192 ${change.to ?? "none"}`;
    case "code":
    case "dependency":
    case "corpus":
    case "config":
      return change.oldPath === null ? change.status : `${change.status} from ${change.oldPath}`;
    default:
      return change;
  }
}
function lineText(line) {
  const text3 = line.text.length > MAX_LINE_LENGTH ? `${line.text.slice(0, MAX_LINE_LENGTH)}\u2026` : line.text;
  return `${line.kind === "added" ? "+" : "-"} ${text3}`;
}
function effectText2(effect) {
  switch (effect.kind) {
    case "tool_added":
      return "tool added";
    case "tool_removed":
      return "tool removed";
    case "tool_renamed":
      return `tool renamed from ${effect.from}`;
    case "description_changed":
      return "description changed";
    case "parameter_added":
      return `${effect.required ? "required" : "optional"} parameter ${effect.parameter} added`;
    case "parameter_removed":
      return `parameter ${effect.parameter} removed`;
    case "parameter_renamed":
      return `parameter ${effect.from} renamed to ${effect.to}`;
    case "parameter_type_changed":
      return `parameter ${effect.parameter} changed from ${effect.from} to ${effect.to}`;
    case "parameter_enum_changed":
      return enumText(effect);
    case "parameter_required_changed":
      return `parameter ${effect.parameter} is now ${effect.required ? "required" : "optional"}`;
    case "parameter_description_changed":
      return `description of ${effect.parameter} changed`;
    case "schema_changed":
      return effect.parameter === null ? "schema changed" : `schema of ${effect.parameter} changed`;
    case "unreadable":
      return `cannot be read on ${effect.side}: ${effect.reason}`;
    default:
      return effect;
  }
}
function enumText(effect) {
  const values = [...effect.added.map((value) => `+${value}`), ...effect.removed.map((value) => `-${value}`)];
  return `values of ${effect.parameter}: ${values.join(" ")}`;
}

// src/report/notes.ts
var MAX_PLACES2 = 5;
var ACCEPTED_FILE = ".pawl/accepted.yml";
function findNotes(decision, facts) {
  const { corpus, changes, run } = facts;
  const { base, head } = decision;
  const notes = [];
  const skipped = corpus.files.reduce((sum, file) => sum + file.problems, 0);
  if (skipped > 0) {
    const places = corpus.problems.map(
      ({ file, line, reason }) => `${file}${line === null ? "" : `:${line}`}: ${reason}`
    );
    notes.push({ kind: "corpus_lines_skipped", lines: skipped, places: places.slice(0, MAX_PLACES2) });
  }
  const { added, removed, edited } = corpus.diff ?? { added: [], removed: [], edited: [] };
  if (added.length + removed.length + edited.length > 0) {
    const names2 = [...removed, ...edited].slice(0, MAX_PLACES2);
    notes.push({ kind: "corpus_changed", added: added.length, removed: removed.length, edited: edited.length, names: names2 });
  }
  const config = changes.filter((change) => change.kind === "config").map((change) => change.path);
  const settings = config.filter((path) => path !== ACCEPTED_FILE);
  if (settings.length > 0 && facts.adoption?.kind !== "first_installation")
    notes.push({ kind: "settings_changed", paths: settings });
  const shown4 = new Set(shownEntries(facts.accepted));
  const before = facts.accepted.entries.filter((entry) => !shown4.has(entry));
  if (before.length > 0) {
    const names2 = before.slice(0, MAX_PLACES2).map(({ name }) => name);
    notes.push({ kind: "accepted_before", entries: before.length, names: names2 });
  }
  if (run.mode === "recorded") notes.push({ kind: "recorded_only" });
  const ran = base.attempted + head.attempted > 0;
  if (ran && run.isolation.kind === "none") notes.push({ kind: "not_isolated", why: run.isolation.why });
  const notExercised = decision.cases.filter((one) => one.affectedness === "not_exercised");
  for (const seen of [true, false]) {
    const cases = notExercised.filter(({ verdict }) => verdict === "unaffected" === seen).length;
    if (cases > 0) notes.push({ kind: "not_exercised", cases, seen });
  }
  const perSide = [
    { kind: "undetermined_trials", base: base.undetermined, head: head.undetermined },
    { kind: "errored_trials", base: base.errored, head: head.errored },
    { kind: "assisted_trials", base: base.assisted, head: head.assisted }
  ];
  notes.push(...perSide.filter((note) => note.base + note.head > 0));
  if (run.storedBaseTrials > 0) notes.push({ kind: "stored_base_trials", trials: run.storedBaseTrials });
  if (decision.staleReservoirP !== null) notes.push({ kind: "stale_reservoir", p: decision.staleReservoirP });
  notes.push(...run.warnings.map((text3) => ({ kind: "warning", text: text3 })));
  if (run.costUsd === null) notes.push({ kind: "cost_unknown" });
  return notes;
}
function noteText(note) {
  switch (note.kind) {
    case "corpus_lines_skipped":
      return `${count(note.lines, "corpus line")} could not be read and ${note.lines === 1 ? "is" : "are"} left out: ${note.places.join("; ")}${note.lines > note.places.length ? " \u2026" : ""}`;
    case "corpus_changed":
      return corpusText(note);
    case "settings_changed":
      return `head changes ${list(note.paths, 3)}: base's settings judged this run, head's take effect after the merge`;
    case "accepted_before":
      return `${count(note.entries, "older entry", "older entries")} of ${ACCEPTED_FILE} accepted nothing here (${list(note.names, MAX_PLACES2)}): take out what has ended`;
    case "recorded_only":
      return "recorded answers only, no model was asked: what they do not cover is undetermined";
    case "not_isolated":
      return `the agent ran without isolation: ${note.why}`;
    case "not_exercised":
      return note.seen ? `${count(note.cases, "case")} not exercised by this change: head did as base in every trial drawn. Without stored base trials these are few; pawl reservoir fill draws more` : `${count(note.cases, "case")} not exercised: some trials came to no result, or the agent made no request. That is no pass`;
    case "undetermined_trials":
      return `undetermined trials, neither passed nor failed: base ${note.base}, head ${note.head}`;
    case "errored_trials":
      return `errored trials: base ${note.base}, head ${note.head}`;
    case "assisted_trials":
      return `assisted trials (not every answer was simply the recorded one): base ${note.base}, head ${note.head}`;
    case "stored_base_trials":
      return `${count(note.trials, "base trial")} ${note.trials === 1 ? "was" : "were"} drawn in an earlier job on the same base`;
    case "stale_reservoir":
      return `base's stored trials are stale: trials of base drawn now differ from them (${pValue(note.p)}). Nothing blocks on them; fill the reservoir again`;
    case "warning":
      return note.text;
    case "cost_unknown":
      return "the cost is not known: a model has no price in the settings";
    case "external_results":
      return "results compared as they are: nothing was replayed. That both sides ran under the same conditions is for their harness to say";
    case "results_unreadable":
      return `${note.path}: ${unreadableText(note)}: ${note.places.join("; ")}${note.undetermined + note.leftOut > note.places.length ? " \u2026" : ""}`;
    case "one_sided_cases":
      return `${count(note.cases, "case")} only on ${note.side}, compared with nothing: ${list(note.names, 5)}${note.side === "base" ? ". Its trials count as undetermined on head" : ""}`;
    default:
      return note;
  }
}
function corpusText({ added, removed, edited, names: names2 }) {
  const what = `head changes the corpus: ${added} added, ${removed} removed, ${edited} edited`;
  const gone = removed + edited;
  const named = gone === 0 ? "" : ` (${names2.join(", ")}${gone > names2.length ? ` and ${gone - names2.length} more` : ""})`;
  const gates = gone === 0 ? "" : `. What is removed or edited gates as base has it, unless ${ACCEPTED_FILE} names it`;
  return `${what}${named}${gates}${added === 0 ? "" : ". Added cases are reported only"}`;
}
function unreadableText({ undetermined, leftOut }) {
  const parts = [
    undetermined === 0 ? "" : `${count(undetermined, "result")} neither passed nor failed, so undetermined`,
    leftOut === 0 ? "" : `${count(leftOut, "result")} could not be read and ${leftOut === 1 ? "is" : "are"} left out`
  ];
  return parts.filter((part) => part !== "").join(", ");
}

// src/report/budget.ts
function limitsText({ runs, calls, costUsd }) {
  return joined([
    count(runs, "run"),
    ...calls === null ? [] : [count(calls, "model call")],
    ...costUsd === null ? [] : [dollars(costUsd)]
  ]);
}
function spentText({ runs, calls, costUsd }) {
  return joined([
    count(runs, "run"),
    count(calls, "model call"),
    ...costUsd === null || costUsd === 0 ? [] : [dollars(costUsd)]
  ]);
}
function forecastText({ first, limits }) {
  const price = first.costUsd === null ? ", at a price that is not known" : `, ${dollars(first.costUsd)}`;
  const begin = `about ${count(first.runs, "run")} at first (${count(first.calls, "model call")}${price})`;
  return `forecast: ${begin}; fewer where head asks what base asked, more where something looks worse, at most ${limitsText(limits)}`;
}
function joined(parts) {
  const [last = "", ...before] = parts.toReversed();
  return before.length === 0 ? last : `${before.toReversed().join(", ")} and ${last}`;
}

// src/report/title.ts
function titleOf2(decision, schemaErrors) {
  switch (decision.verdict) {
    case "block":
      return `BLOCK: ${blockText(decision, schemaErrors)}`;
    case "pass":
      return `PASS: ${passText(decision)}`;
    case "not_affected":
      return `NOT AFFECTED: ${firstReason(decision)}`;
    case "inconclusive":
      return `INCONCLUSIVE, not a pass: ${firstReason(decision)}`;
    case "error":
      return `ERROR, not a pass: ${firstReason(decision)}`;
    default:
      return decision.verdict;
  }
}
function blockText(decision, schemaErrors) {
  const names2 = new Set(
    decision.reasons.flatMap((reason) => reason.kind === "slice_regressed" ? [reason.slice] : [])
  );
  const slices = decision.comparisons.filter((one) => one.kind !== "cohort" && names2.has(one.name)).toSorted((a, b) => (a.delta ?? 0) - (b.delta ?? 0));
  const cases = decision.reasons.flatMap((reason) => reason.kind === "case_broken" ? [reason.caseId] : []);
  const parts = [];
  if (slices.length > 0) parts.push(movedText(slices, "fell"));
  if (cases.length > 0) {
    const named = slices.length === 0 ? ` (${list(cases, 3)})` : "";
    parts.push(
      `${count(cases.length, "case")} that passed on base now ${cases.length === 1 ? "fails" : "fail"}${named}`
    );
  }
  const [refused] = schemaErrors.filter((error) => error.headCalls > error.baseCalls);
  if (refused !== void 0)
    parts.push(`${refused.tool} got ${count(refused.headCalls, "call")} with invalid arguments`);
  return parts.length === 0 ? firstReason(decision) : parts.join("; ");
}
function passText(decision) {
  const tested = decision.cases.length;
  const improved = decision.comparisons.filter((one) => one.kind !== "cohort" && one.verdict === "improved").toSorted((a, b) => (b.delta ?? 0) - (a.delta ?? 0));
  const accepted = acceptedMoves(decision);
  const no = accepted === null ? "no regression found" : "no other regression found";
  const after = accepted === null ? "" : `; accepted: ${accepted}`;
  if (improved.length > 0) return `${movedText(improved, "rose")}; ${no}${after}`;
  const [first] = decision.reasons;
  if (first === void 0 || first.kind === "no_regression_found") return `${no} in ${count(tested, "case")}${after}`;
  return `${firstReason(decision)}${after}`;
}
function acceptedMoves({ reasons, comparisons }) {
  const names2 = new Set(reasons.flatMap((reason) => reason.kind === "slice_accepted" ? [reason.slice] : []));
  const slices = comparisons.filter(({ kind, name }) => kind === "slice" && names2.has(name));
  const fell = slices.filter(({ verdict }) => verdict === "regressed").toSorted((a, b) => (a.delta ?? 0) - (b.delta ?? 0));
  const cases = reasons.flatMap((reason) => reason.kind === "case_accepted" ? [reason.caseId] : []);
  const open = slices.length - fell.length;
  if (fell.length > 0) return movedText(fell, "fell");
  if (cases.length > 0)
    return `${count(cases.length, "case")} ${cases.length === 1 ? "fails" : "fail"} (${list(cases, 3)})`;
  return open > 0 ? `${count(open, "undecided slice")}` : null;
}
function movedText(slices, verb) {
  const [most] = slices;
  if (most === void 0) return "";
  const name = most.kind === "all" ? "the pass rate over all cases" : most.name;
  const { baseRate, headRate, delta } = most;
  const rates = baseRate === null || headRate === null || delta === null ? "" : ` from ${percent(baseRate)} to ${percent(headRate)} (${points(delta)})`;
  return slices.length === 1 ? `${name} ${verb}${rates}` : `${slices.length} slices ${verb}, most of all ${name}${rates}`;
}
function firstReason(decision) {
  const [reason] = decision.reasons;
  return reason === void 0 ? "no reason is given" : reasonText(reason, decision.cases.length);
}
function corpusText2({ lines, files }) {
  const cut2 = files === 0 ? "" : `${count(files, "corpus file")} could not be read to the end`;
  const skipped = lines === 0 ? "" : `${count(lines, "corpus line")} could not be read`;
  return `${[cut2, skipped].filter((part) => part !== "").join(" and ")}: what stood there was not tested`;
}
function reasonText(reason, cases) {
  switch (reason.kind) {
    case "slice_regressed":
      return `slice ${reason.slice} regressed`;
    case "case_broken":
      return `case ${reason.caseId} passed on base and fails on head`;
    case "slice_inconclusive":
      return `slice ${reason.slice}: ${reason.why}`;
    case "case_suspect":
      return `case ${reason.caseId} is suspect: it failed on head, not often enough to be sure`;
    case "slice_accepted":
      return `slice ${reason.slice} got worse, which is accepted`;
    case "case_accepted":
      return `case ${reason.caseId} fails on head, which is accepted`;
    case "not_seen":
      return `head did as base wherever it was seen, but ${count(reason.cases, "case")} ${reason.cases === 1 ? "was" : "were"} not seen to the end on both sides`;
    case "nothing_exercised":
      return `nothing was exercised: ${reason.why}`;
    case "too_many_errors":
      return `${reason.errored} of ${count(reason.trials, "trial")} on ${reason.side} errored (${percent(reason.errored / Math.max(1, reason.trials))})`;
    case "missing_trials":
      return `${count(reason.missing, "trial")} that ${reason.missing === 1 ? "was" : "were"} asked for did not come back`;
    case "not_covered":
      return `${reason.cases} of ${count(cases, "case")} ${reason.cases === 1 ? "is" : "are"} not covered by recorded answers (${reason.uncovered} of ${count(reason.trials, "trial")}), and here no model may be asked`;
    case "corpus_unreadable":
      return corpusText2(reason);
    case "budget_spent":
      return `the budget of ${limitsText(reason.budget)} does not settle it: ${spentText(reason.spent)} taken, at least ${count(reason.more, "more run")} needed`;
    case "rounds_ended":
      return `the rounds that were planned do not settle it: at least ${count(reason.more, "more run")} needed`;
    case "nothing_changed":
      return reason.why;
    case "all_unaffected":
      return `base and head did exactly the same in all ${count(reason.cases, "case")}`;
    case "not_exercised":
      return `this change exercises none of the ${count(reason.cases, "case")}: head did exactly as base in ${count(reason.trials, "trial")}`;
    case "bootstrap":
      return reason.why;
    case "no_regression_found":
      return `no regression found in ${count(cases, "case")}`;
    default:
      return reason;
  }
}

// src/report/tool-schema-errors.ts
var MAX_MESSAGE_LENGTH = 300;
function findToolSchemaErrors(trials, content) {
  const tallies = /* @__PURE__ */ new Map();
  for (const trial of trials) {
    for (const step of trial.trajectory.steps) {
      if (step.kind !== "tool_call" || step.match !== "schema_error") continue;
      const message = content === "none" ? "\u2026" : schemaErrorText(step).slice(0, MAX_MESSAGE_LENGTH);
      const key = JSON.stringify([step.name, message]);
      const tally = tallies.get(key) ?? newTally(step.name, message);
      tallies.set(key, tally);
      if (trial.side === "base") tally.baseCalls += 1;
      else tally.headCalls += 1;
      tally.cases[trial.side].add(trial.caseId);
    }
  }
  return [...tallies.values()].map(({ cases, ...tally }) => ({ ...tally, cases: tally.headCalls > 0 ? cases.head.size : cases.base.size })).sort((a, b) => b.headCalls - b.baseCalls - (a.headCalls - a.baseCalls) || (a.tool < b.tool ? -1 : 1));
}
function newTally(tool, message) {
  return { tool, message, baseCalls: 0, headCalls: 0, cases: { base: /* @__PURE__ */ new Set(), head: /* @__PURE__ */ new Set() } };
}

// src/report/build.ts
var MAX_EVIDENCE = 40;
var MAX_DRIVERS_PER_SLICE = 5;
var MAX_PROBLEMS3 = 100;
function buildReport(input) {
  const { decision, run, policy, content } = input;
  const affecting = new Set(input.changes.affecting);
  const changes = input.changes.changes.map(
    (change) => summarise(change, affecting.has(change), input.places.get(change.path) ?? [])
  );
  const corpus = corpusFacts(input);
  const slices = new Map(input.corpus.cases.map((one) => [one.id, one.slices]));
  const accepted = acceptedFacts(input.acceptance, decision, (id) => slices.get(id) ?? [], corpus.diff);
  const toolSchemaErrors = findToolSchemaErrors(
    input.trials.map(({ trial }) => trial),
    content
  );
  const comparisons = (kind) => decision.comparisons.filter((one) => one.kind === kind);
  return {
    version: 1,
    verdict: decision.verdict,
    exitCode: exitCodeOf(decision.verdict, input.onInconclusive),
    title: titleOf2(decision, toolSchemaErrors),
    reasons: decision.reasons,
    run,
    policy,
    content,
    corpus,
    changes,
    notAffected: input.changes.notAffected,
    accepted,
    adoption: input.adoption,
    slices: comparisons("slice"),
    cohorts: comparisons("cohort"),
    all: decision.comparisons.find((one) => one.kind === "all") ?? null,
    caseCounts: countVerdicts(decision.cases),
    cases: reportCases(input),
    toolSchemaErrors,
    measures: input.measures,
    base: decision.base,
    head: decision.head,
    notes: findNotes(decision, { corpus, changes, run, accepted, adoption: input.adoption }),
    external: null
  };
}
function exitCodeOf(verdict, onInconclusive) {
  switch (verdict) {
    case "pass":
    case "not_affected":
      return 0;
    case "block":
      return 1;
    case "error":
      return 4;
    case "inconclusive":
      return onInconclusive === "block" ? 5 : 0;
    default:
      return verdict;
  }
}
function corpusFacts({ corpus, content }) {
  const problems = corpus.problems.slice(0, MAX_PROBLEMS3);
  return {
    files: corpus.files,
    cases: corpus.cases.length,
    retired: corpus.retired,
    // A reason quotes what stands in the line.
    problems: content === "none" ? problems.map((problem) => ({ ...problem, reason: "could not be read" })) : problems,
    diff: corpus.diff
  };
}
function countVerdicts(cases) {
  const counts = { broken: 0, suspect: 0, flaky: 0, undetermined: 0, ok: 0, unaffected: 0 };
  for (const { verdict } of cases) counts[verdict] += 1;
  return counts;
}
var ORDER = [
  "broken",
  "suspect",
  "ok",
  "unaffected",
  "flaky",
  "undetermined"
];
function listedCases(decision, drivers) {
  return decision.cases.filter((one) => drivers.has(one.caseId) || one.verdict !== "ok" && one.verdict !== "unaffected").toSorted((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) || (a.p ?? 1) - (b.p ?? 1));
}
function reportCases(input) {
  const drivers = driversOf(input.decision);
  const caseById = new Map(input.corpus.cases.map((one) => [one.id, one]));
  const trialsByCase = Map.groupBy(input.trials, ({ trial }) => trial.caseId);
  let shown4 = 0;
  return listedCases(input.decision, drivers).map((one) => {
    const telling = one.verdict === "broken" || one.verdict === "suspect" || drivers.has(one.caseId);
    const evidence = telling && shown4 < MAX_EVIDENCE ? caseEvidence(trialsByCase.get(one.caseId) ?? [], input.content) : null;
    if (evidence !== null) shown4 += 1;
    return { ...one, ...groupsOf(caseById.get(one.caseId)), evidence };
  });
}
function driversOf(decision) {
  const regressed = decision.comparisons.filter((one) => one.kind !== "cohort" && one.verdict === "regressed");
  const slices = regressed.filter((one) => one.kind === "slice");
  const moved = slices.length > 0 ? slices : regressed;
  return new Set(moved.flatMap((one) => one.worse.slice(0, MAX_DRIVERS_PER_SLICE)));
}
function groupsOf(theCase) {
  return { slices: theCase?.slices ?? [], cohorts: theCase?.cohorts ?? [] };
}

// src/report/external.ts
var NO_TOOL_CALLS = { byMatch: {}, normalisations: {}, uncalled: { calls: 0, trials: 0 } };
var MAX_PLACES3 = 5;
function buildExternalReport(input) {
  const { decision, base, head, policyFile, gateOn, unitBy, clusterBy } = input;
  const { onlyBase, onlyHead, clusters, casesInUnits } = decision;
  const external = { base, head, policyFile, gateOn, unitBy, clusterBy, casesInUnits, onlyBase, onlyHead, clusters };
  return {
    version: 1,
    verdict: decision.verdict,
    exitCode: exitCodeOf(decision.verdict, input.onInconclusive),
    title: titleOf2(decision, []),
    reasons: decision.reasons,
    run: runFacts(input),
    policy: decision.policy,
    content: "none",
    corpus: { files: [], cases: decision.cases.length, retired: 0, problems: [], diff: null },
    changes: [],
    notAffected: null,
    accepted: { entries: [], problems: [] },
    adoption: null,
    slices: decision.comparisons.filter((one) => one.kind === "slice"),
    cohorts: [],
    all: decision.comparisons.find((one) => one.kind === "all") ?? null,
    caseCounts: countVerdicts(decision.cases),
    cases: casesOf(input),
    toolSchemaErrors: [],
    measures: [],
    base: decision.base,
    head: decision.head,
    notes: notesOf(decision, external),
    external
  };
}
function runFacts({ base, head, durationMs }) {
  return {
    baseSha: base.path,
    headSha: head.path,
    agent: base.format === head.format ? `${base.format} results` : `${base.format} and ${head.format} results`,
    mode: "external",
    isolation: { kind: "none", why: "nothing was replayed" },
    durationMs: Math.round(durationMs),
    providerCalls: 0,
    storedAnswers: 0,
    sharedAnswers: 0,
    inputTokens: 0,
    outputTokens: 0,
    costUsd: 0,
    storedBaseTrials: 0,
    noise: null,
    judges: [],
    tools: { base: NO_TOOL_CALLS, head: NO_TOOL_CALLS },
    ignoredInRequests: [],
    warnings: []
  };
}
function casesOf({ decision, slicesOf }) {
  return listedCases(decision, driversOf(decision)).map((one) => ({
    ...one,
    slices: slicesOf.get(one.caseId) ?? [],
    cohorts: [],
    evidence: null
  }));
}
function notesOf({ base, head }, external) {
  const oneSided = [
    { side: "base", names: external.onlyBase },
    { side: "head", names: external.onlyHead }
  ];
  const perSide = [
    { kind: "undetermined_trials", base: base.undetermined, head: head.undetermined },
    { kind: "errored_trials", base: base.errored, head: head.errored }
  ];
  return [
    { kind: "external_results" },
    ...oneSided.flatMap(
      ({ side, names: names2 }) => names2.length === 0 ? [] : [{ kind: "one_sided_cases", side, cases: names2.length, names: names2.slice(0, MAX_PLACES3) }]
    ),
    ...[external.base, external.head].flatMap(unreadableNote),
    ...perSide.filter((note) => note.base + note.head > 0)
  ];
}
function unreadableNote({ path, problems, keptCount, problemCount }) {
  if (problemCount === 0) return [];
  const places = problems.slice(0, MAX_PLACES3).map(({ place, reason }) => `${place}: ${reason}`);
  return [{ kind: "results_unreadable", path, undetermined: keptCount, leftOut: problemCount - keptCount, places }];
}

// src/report/json.ts
var import_ajv = __toESM(require_ajv(), 1);

// schema/report.v1.schema.json
var report_v1_schema_default = {
  $schema: "http://json-schema.org/draft-07/schema#",
  $id: "report.v1.schema.json",
  title: "pawl report v1",
  description: "One gate run, complete. Texts from recordings, models and pull requests stand in it unescaped: escape them before you show them.",
  type: "object",
  required: [
    "version",
    "verdict",
    "exitCode",
    "title",
    "reasons",
    "run",
    "policy",
    "content",
    "corpus",
    "changes",
    "notAffected",
    "accepted",
    "adoption",
    "slices",
    "cohorts",
    "all",
    "caseCounts",
    "cases",
    "toolSchemaErrors",
    "measures",
    "base",
    "head",
    "notes",
    "external"
  ],
  properties: {
    version: {
      const: 1
    },
    verdict: {
      $ref: "#/definitions/verdict"
    },
    exitCode: {
      enum: [0, 1, 4, 5]
    },
    title: {
      type: "string"
    },
    reasons: {
      type: "array",
      items: {
        $ref: "#/definitions/reason"
      }
    },
    run: {
      $ref: "#/definitions/run"
    },
    policy: {
      $ref: "#/definitions/policy"
    },
    content: {
      enum: ["none", "excerpt", "full"]
    },
    corpus: {
      $ref: "#/definitions/corpus"
    },
    changes: {
      type: "array",
      items: {
        $ref: "#/definitions/change"
      }
    },
    notAffected: {
      type: ["string", "null"]
    },
    accepted: {
      description: "What the pull request declares as intended, and what it did in this run.",
      type: "object",
      required: ["entries", "problems"],
      properties: {
        entries: {
          type: "array",
          items: {
            type: "object",
            required: ["kind", "name", "reason", "until", "earlier", "suggestion", "effect"],
            properties: {
              kind: {
                enum: ["case", "slice"]
              },
              name: {
                type: "string"
              },
              reason: {
                type: "string"
              },
              until: {
                type: "string",
                description: "The last day, UTC."
              },
              earlier: {
                type: "boolean",
                description: "Base has the very same entry."
              },
              suggestion: {
                type: ["string", "null"]
              },
              effect: {
                enum: ["regression", "corpus_edit", "nothing", "expired", "unknown", "not_gating"]
              }
            },
            additionalProperties: false
          }
        },
        problems: {
          type: "array",
          items: {
            type: "string"
          }
        }
      },
      additionalProperties: false
    },
    adoption: {
      description: "What head did alone, where there is no base; null = base and head were compared.",
      anyOf: [
        {
          type: "object",
          required: ["kind", "trialsPerCase", "slices", "flaky", "failing"],
          properties: {
            kind: {
              enum: ["first_installation", "declared"]
            },
            trialsPerCase: {
              type: "integer",
              minimum: 1
            },
            slices: {
              type: "array",
              items: {
                type: "object",
                required: ["name", "cases", "head"],
                properties: {
                  name: {
                    type: "string"
                  },
                  cases: {
                    type: "integer",
                    minimum: 0
                  },
                  head: {
                    $ref: "#/definitions/tally"
                  }
                },
                additionalProperties: false
              }
            },
            flaky: {
              type: "array",
              items: {
                type: "string"
              }
            },
            failing: {
              type: "array",
              items: {
                type: "string"
              }
            }
          },
          additionalProperties: false
        },
        {
          type: "null"
        }
      ]
    },
    slices: {
      type: "array",
      items: {
        $ref: "#/definitions/comparison"
      }
    },
    cohorts: {
      type: "array",
      items: {
        $ref: "#/definitions/comparison"
      }
    },
    all: {
      anyOf: [
        {
          $ref: "#/definitions/comparison"
        },
        {
          type: "null"
        }
      ]
    },
    caseCounts: {
      type: "object",
      required: ["broken", "suspect", "flaky", "unaffected", "ok", "undetermined"],
      properties: {
        broken: {
          type: "integer",
          minimum: 0
        },
        suspect: {
          type: "integer",
          minimum: 0
        },
        flaky: {
          type: "integer",
          minimum: 0
        },
        unaffected: {
          type: "integer",
          minimum: 0
        },
        ok: {
          type: "integer",
          minimum: 0
        },
        undetermined: {
          type: "integer",
          minimum: 0
        }
      },
      additionalProperties: false
    },
    cases: {
      type: "array",
      items: {
        $ref: "#/definitions/case"
      }
    },
    toolSchemaErrors: {
      type: "array",
      items: {
        $ref: "#/definitions/toolSchemaError"
      }
    },
    measures: {
      type: "array",
      description: "Numbers beside pass and fail, mean per trial: shown, never judged.",
      items: {
        type: "object",
        required: ["name", "unit", "direction", "base", "head"],
        properties: {
          name: {
            type: "string"
          },
          unit: {
            enum: ["pass rate", "share of trials", "steps", "calls", "tokens", "ms", "USD"]
          },
          direction: {
            enum: ["higher", "lower", "neither"]
          },
          base: {
            type: ["number", "null"]
          },
          head: {
            type: ["number", "null"]
          }
        },
        additionalProperties: false
      }
    },
    base: {
      $ref: "#/definitions/counts"
    },
    head: {
      $ref: "#/definitions/counts"
    },
    notes: {
      type: "array",
      items: {
        $ref: "#/definitions/note"
      }
    },
    external: {
      description: "Results of another harness, compared as they are; null = pawl replayed.",
      anyOf: [
        {
          $ref: "#/definitions/external"
        },
        {
          type: "null"
        }
      ]
    }
  },
  additionalProperties: false,
  definitions: {
    external: {
      type: "object",
      required: [
        "base",
        "head",
        "policyFile",
        "gateOn",
        "unitBy",
        "clusterBy",
        "casesInUnits",
        "onlyBase",
        "onlyHead",
        "clusters"
      ],
      properties: {
        base: {
          $ref: "#/definitions/source"
        },
        head: {
          $ref: "#/definitions/source"
        },
        policyFile: {
          type: ["string", "null"],
          description: "The settings whose policy was applied; null = the defaults."
        },
        gateOn: {
          enum: ["unit", "cluster"],
          description: "What trades places under the null: cases (or what ran together), or whole clusters."
        },
        unitBy: {
          type: "array",
          items: {
            type: "string"
          }
        },
        clusterBy: {
          type: "array",
          items: {
            type: "string"
          }
        },
        casesInUnits: {
          type: "integer",
          minimum: 0
        },
        onlyBase: {
          type: "array",
          items: {
            type: "string"
          }
        },
        onlyHead: {
          type: "array",
          items: {
            type: "string"
          }
        },
        clusters: {
          type: "array",
          description: "Does a slice's difference hold for new tasks? Whole clusters trade places.",
          items: {
            type: "object",
            required: ["kind", "slice", "clusters", "informative", "p", "smallestP", "holds"],
            properties: {
              kind: {
                enum: ["slice", "cohort", "all"]
              },
              slice: {
                type: "string"
              },
              clusters: {
                type: "integer",
                minimum: 0
              },
              informative: {
                type: "integer",
                minimum: 0
              },
              p: {
                type: "number",
                minimum: 0,
                maximum: 1
              },
              smallestP: {
                type: "number",
                minimum: 0,
                maximum: 1
              },
              holds: {
                type: "boolean"
              }
            },
            additionalProperties: false
          }
        }
      },
      additionalProperties: false
    },
    source: {
      type: "object",
      required: [
        "path",
        "format",
        "conditions",
        "results",
        "leftOut",
        "skipped",
        "problems",
        "problemCount",
        "keptCount"
      ],
      properties: {
        path: {
          type: "string"
        },
        format: {
          type: "string"
        },
        conditions: {
          type: "array",
          items: {
            type: "string"
          }
        },
        results: {
          type: "integer",
          minimum: 0
        },
        leftOut: {
          type: "integer",
          minimum: 0
        },
        skipped: {
          type: "integer",
          minimum: 0
        },
        problems: {
          type: "array",
          items: {
            type: "object",
            required: ["place", "reason", "kept"],
            properties: {
              place: {
                type: "string"
              },
              reason: {
                type: "string"
              },
              kept: {
                type: "boolean",
                description: "true = the result counts as undetermined; false = nothing is known of it."
              }
            },
            additionalProperties: false
          }
        },
        problemCount: {
          type: "integer",
          minimum: 0
        },
        keptCount: {
          type: "integer",
          minimum: 0
        }
      },
      additionalProperties: false
    },
    verdict: {
      enum: ["pass", "not_affected", "block", "inconclusive", "error"]
    },
    reason: {
      oneOf: [
        {
          type: "object",
          required: ["kind", "slice"],
          properties: {
            kind: {
              const: "slice_regressed"
            },
            slice: {
              type: "string"
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "caseId"],
          properties: {
            kind: {
              const: "case_broken"
            },
            caseId: {
              type: "string"
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "slice", "why"],
          properties: {
            kind: {
              const: "slice_inconclusive"
            },
            slice: {
              type: "string"
            },
            why: {
              type: "string"
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "caseId"],
          properties: {
            kind: {
              const: "case_suspect"
            },
            caseId: {
              type: "string"
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "slice"],
          properties: {
            kind: {
              const: "slice_accepted"
            },
            slice: {
              type: "string"
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "caseId"],
          properties: {
            kind: {
              const: "case_accepted"
            },
            caseId: {
              type: "string"
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "why"],
          properties: {
            kind: {
              const: "nothing_exercised"
            },
            why: {
              type: "string"
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "side", "errored", "trials"],
          properties: {
            kind: {
              const: "too_many_errors"
            },
            side: {
              enum: ["base", "head"]
            },
            errored: {
              type: "integer",
              minimum: 0
            },
            trials: {
              type: "integer",
              minimum: 0
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "missing"],
          properties: {
            kind: {
              const: "missing_trials"
            },
            missing: {
              type: "integer",
              minimum: 0
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "cases"],
          properties: {
            kind: {
              const: "not_seen"
            },
            cases: {
              type: "integer",
              minimum: 0
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "cases", "trials"],
          properties: {
            kind: {
              const: "not_exercised"
            },
            cases: {
              type: "integer",
              minimum: 0
            },
            trials: {
              type: "integer",
              minimum: 0
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "why"],
          properties: {
            kind: {
              const: "nothing_changed"
            },
            why: {
              type: "string"
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "cases"],
          properties: {
            kind: {
              const: "all_unaffected"
            },
            cases: {
              type: "integer",
              minimum: 0
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "why"],
          properties: {
            kind: {
              const: "bootstrap"
            },
            why: {
              type: "string"
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "spent", "budget", "more"],
          properties: {
            kind: {
              const: "budget_spent"
            },
            spent: {
              type: "object",
              required: ["runs", "calls", "costUsd"],
              additionalProperties: false,
              properties: {
                runs: { type: "integer", minimum: 0 },
                calls: { type: "integer", minimum: 0 },
                costUsd: { type: ["number", "null"], minimum: 0, description: "null = a price is not known." }
              }
            },
            budget: {
              type: "object",
              required: ["runs", "calls", "costUsd"],
              additionalProperties: false,
              properties: {
                runs: { type: "integer", minimum: 1 },
                calls: { type: ["integer", "null"], minimum: 1 },
                costUsd: { type: ["number", "null"], exclusiveMinimum: 0 }
              }
            },
            more: {
              type: "integer",
              minimum: 0
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "more"],
          properties: {
            kind: {
              const: "rounds_ended"
            },
            more: {
              type: "integer",
              minimum: 0
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind"],
          properties: {
            kind: {
              const: "no_regression_found"
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "cases", "uncovered", "trials"],
          properties: {
            kind: {
              const: "not_covered"
            },
            cases: {
              type: "integer",
              minimum: 0
            },
            uncovered: {
              type: "integer",
              minimum: 0
            },
            trials: {
              type: "integer",
              minimum: 0
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "lines", "files"],
          properties: {
            kind: {
              const: "corpus_unreadable"
            },
            lines: {
              type: "integer",
              minimum: 0
            },
            files: {
              type: "integer",
              minimum: 0
            }
          },
          additionalProperties: false
        }
      ]
    },
    isolation: {
      oneOf: [
        {
          type: "object",
          required: ["kind", "uid"],
          properties: {
            kind: {
              const: "uid"
            },
            uid: {
              type: "integer",
              minimum: 0
            },
            network: {
              const: "closed"
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind"],
          properties: {
            kind: {
              const: "bubblewrap"
            },
            network: {
              const: "closed"
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "why"],
          properties: {
            kind: {
              const: "none"
            },
            why: {
              type: "string"
            }
          },
          additionalProperties: false
        }
      ]
    },
    run: {
      type: "object",
      required: [
        "baseSha",
        "headSha",
        "agent",
        "mode",
        "isolation",
        "durationMs",
        "providerCalls",
        "storedAnswers",
        "sharedAnswers",
        "inputTokens",
        "outputTokens",
        "costUsd",
        "storedBaseTrials",
        "noise",
        "judges",
        "tools",
        "ignoredInRequests",
        "warnings"
      ],
      properties: {
        targetSha: {
          type: "string",
          description: "Whose settings judged: the tip of the target branch."
        },
        baseSha: {
          type: "string"
        },
        headSha: {
          type: "string",
          description: "WORKTREE = the uncommitted working tree."
        },
        agent: {
          type: "string"
        },
        mode: {
          enum: ["live", "recorded", "external"],
          description: "external = nothing was run: base and head are result files of another harness."
        },
        isolation: {
          $ref: "#/definitions/isolation"
        },
        durationMs: {
          type: "number",
          minimum: 0
        },
        providerCalls: {
          type: "integer",
          minimum: 0
        },
        storedAnswers: {
          type: "integer",
          minimum: 0
        },
        sharedAnswers: {
          type: "integer",
          minimum: 0
        },
        inputTokens: {
          type: "integer",
          minimum: 0
        },
        outputTokens: {
          type: "integer",
          minimum: 0
        },
        costUsd: {
          type: ["number", "null"],
          minimum: 0,
          description: "US dollars paid in this run; null = some model has no known price."
        },
        storedBaseTrials: {
          type: "integer",
          minimum: 0
        },
        noise: {
          type: ["object", "null"],
          description: "The last A/A line of the store: how often noise alone blocks on this corpus, with 95 % limits; null = none was measured.",
          additionalProperties: false,
          required: ["ref", "cases", "trials", "undetermined", "pullRequests", "blocks", "undecided", "low", "high"],
          properties: {
            ref: { type: "string", description: "The commit that was compared with itself." },
            cases: { type: "integer", minimum: 0 },
            trials: { type: "integer", minimum: 0 },
            undetermined: {
              type: "integer",
              minimum: 0,
              description: "Those of the trials that came to no result: redrawn like the others, so that slices where they are many end inconclusive."
            },
            pullRequests: { type: "integer", minimum: 1 },
            blocks: { type: "integer", minimum: 0 },
            undecided: { type: "integer", minimum: 0, description: "Ended inconclusive or in error." },
            low: { type: "number", minimum: 0, maximum: 1 },
            high: { type: "number", minimum: 0, maximum: 1 }
          }
        },
        judges: {
          type: "array",
          description: "Models that judged trials by a rubric, and how far each agrees with people on labelled recordings (null = none is labelled).",
          items: {
            type: "object",
            additionalProperties: false,
            required: ["name", "model", "votes", "calls", "costUsd", "unreadable", "agreement"],
            properties: {
              name: { type: "string" },
              model: { type: "string" },
              votes: { type: "integer", minimum: 0 },
              calls: {
                type: "integer",
                minimum: 0,
                description: "Votes asked for in this run; the others were stored."
              },
              costUsd: {
                type: ["number", "null"],
                minimum: 0,
                description: "Of these calls; null = the price of one is not known."
              },
              unreadable: { type: "integer", minimum: 0 },
              agreement: {
                type: ["object", "null"],
                additionalProperties: false,
                required: ["labelled", "agreed", "kappa"],
                properties: {
                  labelled: { type: "integer", minimum: 1 },
                  agreed: { type: "integer", minimum: 0 },
                  kappa: {
                    type: ["object", "null"],
                    description: "Cohen's kappa with 95 % limits; null = chance alone agrees as much.",
                    additionalProperties: false,
                    required: ["kappa", "low", "high"],
                    properties: {
                      kappa: { type: "number", minimum: -1, maximum: 1 },
                      low: { type: "number", minimum: -1, maximum: 1 },
                      high: { type: "number", minimum: -1, maximum: 1 }
                    }
                  }
                }
              }
            }
          }
        },
        tools: {
          description: "How the tool calls of each side were answered.",
          type: "object",
          required: ["base", "head"],
          properties: {
            base: { $ref: "#/definitions/toolCalls" },
            head: { $ref: "#/definitions/toolCalls" }
          },
          additionalProperties: false
        },
        ignoredInRequests: {
          description: "What of model requests did not count when two were compared.",
          type: "array",
          items: {
            type: "object",
            required: ["name", "pattern"],
            properties: { name: { type: "string" }, pattern: { type: "string" } },
            additionalProperties: false
          }
        },
        warnings: {
          type: "array",
          items: {
            type: "string"
          },
          description: "What could not be read on the way (a tool file, a line of the store): counted as left out, never as a pass."
        }
      },
      additionalProperties: false
    },
    policy: {
      type: "object",
      required: [
        "alpha",
        "alphaSlicesShare",
        "looks",
        "spend",
        "futility",
        "budgetRuns",
        "budgetCalls",
        "budgetCostUsd",
        "protectMin",
        "deltaRelevant",
        "minEffect",
        "maxConfirmTrials"
      ],
      properties: {
        alpha: {
          type: "number",
          minimum: 0,
          maximum: 1
        },
        alphaSlicesShare: {
          type: "number",
          minimum: 0,
          maximum: 1
        },
        looks: {
          type: "array",
          items: {
            type: "integer",
            minimum: 1
          }
        },
        spend: {
          type: "array",
          items: {
            type: "number"
          }
        },
        futility: {
          type: "number"
        },
        budgetRuns: {
          type: ["integer", "null"],
          minimum: 1
        },
        budgetCalls: {
          type: ["integer", "null"],
          minimum: 1
        },
        budgetCostUsd: {
          type: ["number", "null"],
          exclusiveMinimum: 0
        },
        protectMin: {
          type: "number",
          minimum: 0,
          maximum: 1
        },
        deltaRelevant: {
          type: "number",
          minimum: 0,
          maximum: 1
        },
        minEffect: {
          type: "number",
          minimum: 0,
          maximum: 1
        },
        maxConfirmTrials: {
          type: "integer",
          minimum: 0
        }
      },
      additionalProperties: false
    },
    corpus: {
      type: "object",
      required: ["files", "cases", "retired", "problems", "diff"],
      properties: {
        files: {
          type: "array",
          items: {
            type: "object",
            required: ["path", "cases", "problems"],
            properties: {
              path: {
                type: "string"
              },
              cases: {
                type: "integer",
                minimum: 0
              },
              problems: {
                type: "integer",
                minimum: 0
              }
            },
            additionalProperties: false
          }
        },
        cases: {
          type: "integer",
          minimum: 0
        },
        retired: {
          type: "integer",
          minimum: 0
        },
        problems: {
          type: "array",
          items: {
            type: "object",
            required: ["file", "line", "reason"],
            properties: {
              file: {
                type: "string"
              },
              line: {
                type: ["integer", "null"],
                minimum: 1
              },
              reason: {
                type: "string"
              }
            },
            additionalProperties: false
          }
        },
        diff: {
          anyOf: [
            {
              type: "object",
              required: ["added", "removed", "edited"],
              properties: {
                added: {
                  type: "array",
                  items: {
                    type: "string"
                  }
                },
                removed: {
                  type: "array",
                  items: {
                    type: "string"
                  }
                },
                edited: {
                  type: "array",
                  items: {
                    type: "string"
                  }
                }
              },
              additionalProperties: false
            },
            {
              type: "null"
            }
          ]
        }
      },
      additionalProperties: false
    },
    change: {
      type: "object",
      required: ["kind", "path", "summary", "lines", "places", "affecting"],
      properties: {
        kind: {
          enum: ["prompt", "tool", "model_pin", "code", "dependency", "corpus", "config"]
        },
        path: {
          type: "string"
        },
        summary: {
          type: "string"
        },
        lines: {
          type: "array",
          items: {
            type: "string"
          }
        },
        places: {
          type: "array",
          description: "Where head's file differs, in lines from 1; of prompts, tools and model pins.",
          items: {
            type: "object",
            required: ["start", "end"],
            properties: {
              start: {
                type: "integer",
                minimum: 1
              },
              end: {
                type: "integer",
                minimum: 1
              }
            },
            additionalProperties: false
          }
        },
        affecting: {
          type: "boolean"
        }
      },
      additionalProperties: false
    },
    tally: {
      type: "object",
      required: ["passes", "trials", "undetermined"],
      properties: {
        passes: {
          type: "integer",
          minimum: 0
        },
        trials: {
          type: "integer",
          minimum: 0
        },
        undetermined: {
          type: "integer",
          minimum: 0
        }
      },
      additionalProperties: false
    },
    comparison: {
      description: "Rates are 0..1.",
      type: "object",
      required: [
        "kind",
        "name",
        "verdict",
        "cases",
        "affectedCases",
        "affectedShare",
        "base",
        "head",
        "baseRate",
        "headRate",
        "delta",
        "interval",
        "look",
        "stopped",
        "eValue",
        "p",
        "adjustedP",
        "mde80",
        "settling",
        "reasons",
        "worse",
        "better"
      ],
      properties: {
        kind: {
          enum: ["slice", "cohort", "all"]
        },
        name: {
          type: "string"
        },
        verdict: {
          enum: ["regressed", "improved", "not_worse", "underpowered", "inconclusive", "no_evidence"]
        },
        cases: {
          type: "integer",
          minimum: 0
        },
        affectedCases: {
          type: "integer",
          minimum: 0
        },
        affectedShare: {
          type: ["number", "null"],
          minimum: 0,
          maximum: 1,
          description: "On what share of their trials head left base's path, over the affected cases."
        },
        base: {
          $ref: "#/definitions/tally"
        },
        head: {
          $ref: "#/definitions/tally"
        },
        baseRate: {
          type: ["number", "null"],
          minimum: 0,
          maximum: 1
        },
        headRate: {
          type: ["number", "null"],
          minimum: 0,
          maximum: 1
        },
        delta: {
          type: ["number", "null"],
          minimum: -1,
          maximum: 1,
          description: "head - base."
        },
        interval: {
          description: "95 %.",
          anyOf: [
            {
              type: "object",
              required: ["low", "high"],
              properties: {
                low: {
                  type: "number"
                },
                high: {
                  type: "number"
                }
              },
              additionalProperties: false
            },
            {
              type: "null"
            }
          ]
        },
        traffic: {
          description: "The rates of the traffic that the cases stand for, by their weights; left out = they all weigh the same. Not tested.",
          type: "object",
          required: ["baseRate", "headRate", "delta"],
          properties: {
            baseRate: {
              type: "number",
              minimum: 0,
              maximum: 1
            },
            headRate: {
              type: "number",
              minimum: 0,
              maximum: 1
            },
            delta: {
              type: "number",
              minimum: -1,
              maximum: 1
            }
          },
          additionalProperties: false
        },
        look: {
          type: "integer",
          minimum: 1,
          description: "The look that the figures stand on, counted from 1."
        },
        stopped: {
          enum: ["rejected", "futility", "looks", "budget", null],
          description: "Why sampling stopped at that look; null = it has not, or it is a cohort."
        },
        eValue: {
          type: ["number", "null"],
          minimum: 0,
          description: "How much better 'head is worse' explains the data than 'nothing changed'. It allocates trials and never blocks."
        },
        p: {
          type: ["number", "null"],
          minimum: 0,
          maximum: 1,
          description: "One-sided p of 'head is worse', before correction."
        },
        adjustedP: {
          type: ["number", "null"],
          minimum: 0,
          maximum: 1
        },
        mde80: {
          type: ["number", "null"],
          minimum: 0,
          maximum: 1
        },
        settling: {
          description: "What would settle an inconclusive slice: so many more runs show a drop of 'drop' with 80 % power.",
          anyOf: [
            {
              type: "object",
              required: ["runs", "calls", "costUsd", "drop"],
              properties: {
                runs: {
                  type: "integer",
                  minimum: 0
                },
                calls: {
                  type: "integer",
                  minimum: 0
                },
                costUsd: {
                  type: ["number", "null"],
                  minimum: 0
                },
                drop: {
                  type: "number",
                  minimum: 0,
                  maximum: 1
                }
              },
              additionalProperties: false
            },
            {
              type: "null"
            }
          ]
        },
        reasons: {
          type: "array",
          items: {
            type: "string"
          }
        },
        accepted: {
          const: true
        },
        worse: {
          type: "array",
          items: {
            type: "string"
          }
        },
        better: {
          type: "array",
          items: {
            type: "string"
          }
        }
      },
      additionalProperties: false
    },
    caseVerdict: {
      enum: ["broken", "suspect", "flaky", "unaffected", "ok", "undetermined"]
    },
    outcome: {
      oneOf: [
        {
          type: "object",
          required: ["kind"],
          properties: {
            kind: {
              const: "pass"
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "reason"],
          properties: {
            kind: {
              const: "fail"
            },
            reason: {
              type: "string"
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "reason"],
          properties: {
            kind: {
              const: "undetermined"
            },
            reason: {
              type: "string"
            }
          },
          additionalProperties: false
        }
      ]
    },
    step: {
      oneOf: [
        {
          type: "object",
          required: ["kind", "text"],
          properties: {
            kind: {
              const: "text"
            },
            text: {
              type: "string"
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "tool", "arguments", "outcome", "result"],
          properties: {
            kind: {
              const: "tool"
            },
            agent: {
              type: "string"
            },
            tool: {
              type: "string"
            },
            arguments: {
              type: "string"
            },
            outcome: {
              enum: ["result", "error", "missing"]
            },
            result: {
              type: "string"
            }
          },
          additionalProperties: false
        }
      ]
    },
    toolCalls: {
      type: "object",
      required: ["byMatch", "normalisations", "uncalled"],
      properties: {
        byMatch: {
          type: "object",
          propertyNames: {
            enum: [
              "exact",
              "normalised",
              "renamed",
              "other_state",
              "nearest",
              "simulated",
              "live",
              "schema_error",
              "miss",
              "agent"
            ]
          },
          additionalProperties: { type: "integer", minimum: 1 }
        },
        normalisations: {
          description: "Calls that the tape has in another way of writing, by the normalisation.",
          type: "object",
          additionalProperties: { type: "integer", minimum: 1 }
        },
        uncalled: {
          description: "Recorded calls that trials left out though they came to their end.",
          type: "object",
          required: ["calls", "trials"],
          properties: {
            calls: { type: "integer", minimum: 0 },
            trials: { type: "integer", minimum: 0 }
          },
          additionalProperties: false
        }
      },
      additionalProperties: false
    },
    trial: {
      type: "object",
      required: ["number", "models", "outcome", "steps", "moreSteps", "uncalled", "output"],
      properties: {
        number: {
          type: "integer",
          minimum: 0
        },
        models: {
          type: "array",
          items: {
            type: "string"
          }
        },
        outcome: {
          $ref: "#/definitions/outcome"
        },
        steps: {
          type: "array",
          items: {
            $ref: "#/definitions/step"
          }
        },
        uncalled: {
          description: "Recorded calls that the trial left out; the first of them.",
          type: "array",
          items: { type: "string" }
        },
        moreSteps: {
          type: "integer",
          minimum: 0
        },
        output: {
          type: ["string", "null"]
        }
      },
      additionalProperties: false
    },
    differences: {
      type: "array",
      items: {
        type: "object",
        required: ["path", "base", "head"],
        properties: {
          path: {
            type: "string",
            description: "JSON pointer, RFC 6901."
          },
          base: {
            type: ["string", "null"]
          },
          head: {
            type: ["string", "null"]
          }
        },
        additionalProperties: false
      },
      maxItems: 5
    },
    divergence: {
      oneOf: [
        {
          type: "object",
          required: ["kind", "call", "tool", "side", "message"],
          properties: {
            kind: {
              const: "schema_error"
            },
            call: {
              type: "integer",
              minimum: 0
            },
            tool: {
              type: "string"
            },
            side: {
              enum: ["base", "head"]
            },
            message: {
              type: "string"
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "call", "baseTool", "headTool"],
          properties: {
            kind: {
              const: "other_tool"
            },
            call: {
              type: "integer",
              minimum: 0
            },
            baseTool: {
              type: "string"
            },
            headTool: {
              type: "string"
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "call", "tool", "side"],
          properties: {
            kind: {
              const: "only_one_side"
            },
            call: {
              type: "integer",
              minimum: 0
            },
            tool: {
              type: "string"
            },
            side: {
              enum: ["base", "head"]
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "call", "tool", "differences"],
          properties: {
            kind: {
              const: "arguments"
            },
            call: {
              type: "integer",
              minimum: 0
            },
            tool: {
              type: "string"
            },
            differences: {
              $ref: "#/definitions/differences"
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "call", "tool", "base", "head", "differences"],
          properties: {
            kind: {
              const: "tool_outcome"
            },
            call: {
              type: "integer",
              minimum: 0
            },
            tool: {
              type: "string"
            },
            base: {
              enum: ["result", "error", "missing"]
            },
            head: {
              enum: ["result", "error", "missing"]
            },
            differences: {
              $ref: "#/definitions/differences"
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "base", "head"],
          properties: {
            kind: {
              const: "end"
            },
            base: {
              enum: [
                "answered",
                "agent_error",
                "crashed",
                "timed_out",
                "garbage",
                "stopped",
                "provider_failed",
                "late_request"
              ]
            },
            head: {
              enum: [
                "answered",
                "agent_error",
                "crashed",
                "timed_out",
                "garbage",
                "stopped",
                "provider_failed",
                "late_request"
              ]
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "differences"],
          properties: {
            kind: {
              const: "output"
            },
            differences: {
              $ref: "#/definitions/differences"
            }
          },
          additionalProperties: false
        }
      ]
    },
    case: {
      type: "object",
      required: ["caseId", "verdict", "affectedness", "base", "head", "p", "reason", "slices", "cohorts", "evidence"],
      properties: {
        caseId: {
          type: "string"
        },
        verdict: {
          $ref: "#/definitions/caseVerdict"
        },
        affectedness: {
          enum: ["open", "prefix", "none", "not_exercised"]
        },
        base: {
          $ref: "#/definitions/tally"
        },
        head: {
          $ref: "#/definitions/tally"
        },
        p: {
          type: ["number", "null"],
          minimum: 0,
          maximum: 1
        },
        accepted: {
          const: true
        },
        reason: {
          type: "string"
        },
        slices: {
          type: "array",
          items: {
            type: "string"
          }
        },
        cohorts: {
          type: "array",
          items: {
            type: "string"
          }
        },
        evidence: {
          anyOf: [
            {
              type: "object",
              required: ["firstDivergence", "base", "head"],
              properties: {
                firstDivergence: {
                  anyOf: [
                    {
                      $ref: "#/definitions/divergence"
                    },
                    {
                      type: "null"
                    }
                  ]
                },
                base: {
                  $ref: "#/definitions/trial"
                },
                head: {
                  $ref: "#/definitions/trial"
                }
              },
              additionalProperties: false
            },
            {
              type: "null"
            }
          ]
        }
      },
      additionalProperties: false
    },
    toolSchemaError: {
      type: "object",
      required: ["tool", "message", "baseCalls", "headCalls", "cases"],
      properties: {
        tool: {
          type: "string"
        },
        message: {
          type: "string"
        },
        baseCalls: {
          type: "integer",
          minimum: 0
        },
        headCalls: {
          type: "integer",
          minimum: 0
        },
        cases: {
          type: "integer",
          minimum: 0
        }
      },
      additionalProperties: false
    },
    counts: {
      description: "attempted = determined + undetermined; errored, diverged, notCovered and assisted are counted among attempted.",
      type: "object",
      required: [
        "attempted",
        "determined",
        "undetermined",
        "errored",
        "diverged",
        "notCovered",
        "assisted",
        "unaffected",
        "stored",
        "missing"
      ],
      properties: {
        attempted: {
          type: "integer",
          minimum: 0
        },
        determined: {
          type: "integer",
          minimum: 0
        },
        undetermined: {
          type: "integer",
          minimum: 0
        },
        errored: {
          type: "integer",
          minimum: 0
        },
        diverged: {
          type: "integer",
          minimum: 0
        },
        notCovered: {
          type: "integer",
          minimum: 0
        },
        assisted: {
          type: "integer",
          minimum: 0
        },
        unaffected: {
          type: "integer",
          minimum: 0
        },
        stored: {
          type: "integer",
          minimum: 0
        },
        missing: {
          type: "integer",
          minimum: 0
        }
      },
      additionalProperties: false
    },
    note: {
      oneOf: [
        {
          type: "object",
          required: ["kind", "lines", "places"],
          properties: {
            kind: {
              const: "corpus_lines_skipped"
            },
            lines: {
              type: "integer",
              minimum: 0
            },
            places: {
              type: "array",
              items: {
                type: "string"
              }
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "added", "removed", "edited", "names"],
          properties: {
            kind: {
              const: "corpus_changed"
            },
            names: {
              type: "array",
              items: {
                type: "string"
              }
            },
            added: {
              type: "integer",
              minimum: 0
            },
            removed: {
              type: "integer",
              minimum: 0
            },
            edited: {
              type: "integer",
              minimum: 0
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "paths"],
          properties: {
            kind: {
              const: "settings_changed"
            },
            paths: {
              type: "array",
              items: {
                type: "string"
              }
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "entries", "names"],
          properties: {
            kind: {
              const: "accepted_before"
            },
            entries: {
              type: "integer",
              minimum: 0
            },
            names: {
              type: "array",
              items: {
                type: "string"
              }
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind"],
          properties: {
            kind: {
              const: "recorded_only"
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "why"],
          properties: {
            kind: {
              const: "not_isolated"
            },
            why: {
              type: "string"
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "cases", "seen"],
          properties: {
            kind: {
              const: "not_exercised"
            },
            cases: {
              type: "integer",
              minimum: 0
            },
            seen: {
              type: "boolean"
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "base", "head"],
          properties: {
            kind: {
              const: "undetermined_trials"
            },
            base: {
              type: "integer",
              minimum: 0
            },
            head: {
              type: "integer",
              minimum: 0
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "base", "head"],
          properties: {
            kind: {
              const: "errored_trials"
            },
            base: {
              type: "integer",
              minimum: 0
            },
            head: {
              type: "integer",
              minimum: 0
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "base", "head"],
          properties: {
            kind: {
              const: "assisted_trials"
            },
            base: {
              type: "integer",
              minimum: 0
            },
            head: {
              type: "integer",
              minimum: 0
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "trials"],
          properties: {
            kind: {
              const: "stored_base_trials"
            },
            trials: {
              type: "integer",
              minimum: 0
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "p"],
          properties: {
            kind: {
              const: "stale_reservoir"
            },
            p: {
              type: "number",
              minimum: 0,
              maximum: 1
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "text"],
          properties: {
            kind: {
              const: "warning"
            },
            text: {
              type: "string"
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind"],
          properties: {
            kind: {
              const: "cost_unknown"
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind"],
          properties: {
            kind: {
              const: "external_results"
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "path", "undetermined", "leftOut", "places"],
          properties: {
            kind: {
              const: "results_unreadable"
            },
            path: {
              type: "string"
            },
            undetermined: {
              type: "integer",
              minimum: 0
            },
            leftOut: {
              type: "integer",
              minimum: 0
            },
            places: {
              type: "array",
              items: {
                type: "string"
              }
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "side", "cases", "names"],
          properties: {
            kind: {
              const: "one_sided_cases"
            },
            side: {
              enum: ["base", "head"]
            },
            cases: {
              type: "integer",
              minimum: 0
            },
            names: {
              type: "array",
              items: {
                type: "string"
              }
            }
          },
          additionalProperties: false
        }
      ]
    }
  }
};

// src/report/json.ts
function renderJson(report) {
  return `${JSON.stringify(report, null, 2)}
`;
}
var validate = null;
function parseReport(text3) {
  const value = parseJson(text3);
  if (!isJsonObject(value)) throw notAReport("expected a JSON object", text3);
  if (value.version !== 1) throw notAReport("expected version 1", `version ${JSON.stringify(value.version)}`);
  validate ??= new import_ajv.Ajv({ allErrors: true, strict: false }).compile(report_v1_schema_default);
  if (validate(value)) return value;
  const [first] = validate.errors ?? [];
  throw notAReport(`${first?.instancePath ?? ""} ${first?.message ?? "does not match the schema"}`, null);
}
function notAReport(problem, received) {
  const message = `this is no pawl report: ${problem}${received === null ? "" : `, received ${cut(received, 100)}`}`;
  return new UserError({ where: null, message, hint: "write it with the same version of pawl that reads it" });
}

// src/report/incidents.ts
var US_A_DAY3 = 864e8;
var MAX_NAME_CHARS5 = 80;
var MAX_WHAT_CHARS2 = 300;
var MAX_ALARMS = 20;
var MAX_EVENTS = 30;
function renderIncidents(incidents) {
  if (incidents.length === 0) return "no incidents";
  const lines = incidents.map((one) => {
    const words = [one.id, one.status.padEnd(9), one.level.padEnd(8), one.kind.padEnd(4)];
    return `${words.join("  ")}  since ${day2(one.firstSeen)}  ${terminalText(incidentTitle(one), 2 * MAX_NAME_CHARS5)}`;
  });
  return [count(incidents.length, "incident"), ...lines].join("\n");
}
function incidentTitle({ kind, alarms }) {
  const seen = alarms.at(-1);
  if (seen === void 0) return "nothing";
  const more = alarms.length - 1;
  const what = kind === "mix" ? "the mix of tasks changed: " : "";
  const others = more > 0 ? ` and ${count(more, "other shift")}` : "";
  return `${what}${streamText(seen)} ${levelText(seen, seen.before)} -> ${levelText(seen, seen.after)}${others}`;
}
function renderIncident(incident) {
  return incidentLines(incident, (text3, max) => terminalText(text3, max)).join("\n");
}
function incidentMarkdown(incident) {
  const timeline = incident.timeline.filter(({ kind }) => kind !== "issue");
  const [head = "", ...rest] = incidentLines({ ...incident, timeline }, (text3, max) => markdownText(text3, max));
  return [head, ...rest.map((line) => line.replace(/^ {2}/, "- "))].join("\n");
}
function incidentLines(incident, safe) {
  const { id, status, level, kind, severity, firstSeen, openedAt, lastAlarmAt, alarms, suspects, layers, timeline } = incident;
  const named = suspects.map(({ what, probability }) => {
    return `  ${percent(probability)} ${what === null ? "nothing that is listed" : safe(what, MAX_WHAT_CHARS2)}`;
  });
  const found = layers.map(({ layer, probability }) => `${layer.replaceAll("_", " ")} ${percent(probability)}`);
  return [
    `Incident ${id}: ${status}, ${level}, kind ${kind}. ${safe(incidentTitle(incident), 2 * MAX_NAME_CHARS5)}`,
    "",
    `Severity ${percent(severity)} of the traffic (its share times the change). Began ${day2(firstSeen)} at the earliest, seen ${day2(openedAt)}, last alarm ${day2(lastAlarmAt)}.`,
    ...found.length > 0 ? ["", `Where it lies: ${found.join(", ")}.`] : [],
    ...["", "What changed then:", "", ...named],
    ...["", "What shifted, from its source to what users see:", ""],
    ...alarms.slice(0, MAX_ALARMS).map((alarm) => `  ${alarmText(alarm, safe)}`),
    ...alarms.length > MAX_ALARMS ? [`  and ${count(alarms.length - MAX_ALARMS, "more")}`] : [],
    ...["", "Timeline:", ""],
    ...timeline.slice(-MAX_EVENTS).map((event) => `  ${day2(event.day)} ${eventText(event, safe)}`)
  ];
}
function streamText(alarm) {
  const { dimension, category } = alarm;
  return `${dimension}${category === null ? "" : ` ${category}`} of ${groupText(alarm)}`;
}
function levelText({ scale }, level) {
  return scale === "share" ? percent(level) : number(level);
}
function alarmText(alarm, safe) {
  const { before, after, from, to, weight, kind } = alarm;
  const began = from === to ? day2(from) : `${day2(from)} to ${day2(to)}`;
  const share2 = `${percent(weight)} of the traffic${kind === "mix" ? ", by the mix of tasks" : ""}`;
  const moved = `${levelText(alarm, before)} -> ${levelText(alarm, after)}`;
  return `${safe(streamText(alarm), MAX_NAME_CHARS5)}: ${moved}, ${share2}, began ${began}`;
}
function eventText(event, safe) {
  switch (event.kind) {
    case "alarm":
      return `alarm: ${safe(streamText(event.alarm), MAX_NAME_CHARS5)}`;
    case "status":
      return `${event.status}: ${safe(event.reason, MAX_WHAT_CHARS2)}`;
    case "issue":
      return `issue ${event.number} on GitHub`;
    default:
      return event;
  }
}
function groupText({ group }) {
  return group === "all" ? "all traffic" : group;
}
function day2(at) {
  return dayOf(at * US_A_DAY3) ?? "an unknown day";
}

// src/report/ingest.ts
var MAX_PROBLEMS4 = 20;
var MAX_UNKNOWN = 20;
var MAX_CHARS = 300;
var MAX_PATH_CHARS = 200;
function renderIngest(report) {
  const { inputs, spans, logs, runs, counts, droppedMetrics } = report;
  const read = [
    count(spans, "span"),
    ...logs > 0 ? [count(logs, "log record")] : [],
    ...runs > 0 ? [count(runs, "finished run")] : []
  ];
  return [
    ...inputs.length > 0 ? [`${count(inputs.length, "input")} (${formats(inputs)}): ${read.join(", ")}`] : [read.join(", ")],
    ...countLines(counts),
    ...droppedMetrics > 0 ? [`${count(droppedMetrics, "resource")} with metrics, which are not kept`] : [],
    ...unknownLines(inputs.filter(({ format }) => format === null)),
    ...problemLines(report.problems),
    ...report.notices.map((notice) => `note: ${terminalText(notice, MAX_CHARS)}`)
  ].join("\n");
}
function formats(inputs) {
  const counts = /* @__PURE__ */ new Map();
  for (const { format } of inputs) counts.set(format ?? "unknown", (counts.get(format ?? "unknown") ?? 0) + 1);
  return [...counts].map(([name, times]) => `${number(times)} ${name}`).join(", ");
}
function unknownLines(inputs) {
  const shown4 = inputs.slice(0, MAX_UNKNOWN).map(({ path }) => `no known format: ${terminalText(path, MAX_PATH_CHARS)}`);
  const more = inputs.length - MAX_UNKNOWN;
  return more > 0 ? [...shown4, `no known format: ${count(more, "more file")}`] : shown4;
}
function countLines(counts) {
  const { added, replaced, unchanged, trajectories, withoutTrajectory, unreadable, leftOut } = counts;
  return [
    `${count(added, "trace or run", "traces and runs")} added, ${number(replaced)} replaced, ${number(unchanged)} unchanged`,
    `${count(trajectories, "trajectory", "trajectories")} written`,
    ...withoutTrajectory > 0 ? [`${count(withoutTrajectory, "trace")} without a trajectory, kept`] : [],
    ...unreadable > 0 ? [`${count(unreadable, "trace")} that the reader failed on, kept`] : [],
    ...leftOut > 0 ? [`${count(leftOut, "record")} left out of traces that are too large to be kept whole`] : []
  ];
}
function problemLines(problems) {
  if (problems.length === 0) return [];
  const sorted = problems.toSorted((a, b) => b.count - a.count);
  const shown4 = sorted.slice(0, MAX_PROBLEMS4).flatMap(({ reason, count: times, examples }) => [
    `  ${number(times)} \xD7 ${terminalText(reason, MAX_CHARS)}`,
    ...examples.slice(0, 2).map((example) => `      ${terminalText(example, MAX_CHARS)}`)
  ]);
  const more = sorted.length - MAX_PROBLEMS4;
  return ["not understood or repaired:", ...shown4, ...more > 0 ? [`  and ${number(more)} more kinds`] : []];
}

// src/report/noise.ts
var import_picocolors = __toESM(require_picocolors(), 1);

// src/report/slice-row.ts
var LABELS = {
  regressed: { verdict: "REGRESSED", tone: "bad" },
  inconclusive: { verdict: "INCONCLUSIVE", tone: "warn" },
  improved: { verdict: "IMPROVED", tone: "good" },
  underpowered: { verdict: "UNDERPOWERED", tone: "warn" },
  not_worse: { verdict: "not worse", tone: "plain" },
  no_evidence: { verdict: "~", tone: "plain" }
};
var ORDER2 = Object.keys(LABELS);
function groupSlices(comparisons) {
  const sorted = comparisons.toSorted(
    (a, b) => ORDER2.indexOf(a.verdict) - ORDER2.indexOf(b.verdict) || (a.delta ?? 0) - (b.delta ?? 0)
  );
  const hasMoved = (one) => ["regressed", "inconclusive", "improved"].includes(one.verdict);
  const rest = sorted.filter((one) => !hasMoved(one));
  return {
    moved: sorted.filter(hasMoved),
    unmoved: rest.filter((one) => !isUnaffected(one)),
    unaffected: rest.filter(isUnaffected)
  };
}
function isUnaffected({ affectedCases, verdict }) {
  return affectedCases === 0 && verdict === "not_worse";
}
function sliceRow(one) {
  return {
    name: one.kind === "all" ? "all cases" : one.name,
    n: sampleText(one),
    rates: `${one.baseRate === null ? "none" : percent(one.baseRate)} \u2192 ${one.headRate === null ? "none" : percent(one.headRate)}`,
    delta: deltaText(one),
    evidence: evidenceText(one),
    ...labelOf(one),
    affected: [affectedText(one), stoppedText(one)].filter((part) => part !== "").join(", "),
    why: one.verdict === "inconclusive" ? one.reasons[0] ?? null : null
  };
}
function labelOf({ verdict, accepted }) {
  const label = LABELS[verdict];
  return accepted === true && verdict === "regressed" ? { verdict: `${label.verdict}, accepted`, tone: "warn" } : label;
}
function affectedText({ affectedCases, affectedShare, cases }) {
  const share2 = affectedShare === null || affectedShare === 1 ? "" : ` in ${percent(affectedShare)} of their trials`;
  if (affectedCases === 0 || affectedCases === cases && share2 === "") return "";
  return `${affectedCases} of ${cases} cases affected${share2}`;
}
function stoppedText({ stopped, look, eValue }) {
  return stopped === null || eValue === null ? "" : `stopped at look ${look}`;
}
function sampleText(one) {
  const trials = one.head.trials + one.head.undetermined;
  const each = one.cases === 0 ? 0 : trials / one.cases;
  return Number.isInteger(each) && each > 0 ? `${one.cases}\xD7${each}` : `${one.cases} (${trials} trials)`;
}
function deltaText(one) {
  if (one.delta === null) return "";
  const interval = one.interval === null ? "" : ` [${signed(one.interval.low)}, ${signed(one.interval.high)}]`;
  return `${points(one.delta)}${interval}`;
}
function evidenceText(one) {
  switch (one.verdict) {
    case "improved":
      return "";
    case "underpowered":
      return one.mde80 === null ? "no drop would be seen" : `a drop of ${(100 * one.mde80).toFixed(0)} pp would be seen`;
    case "regressed":
    case "inconclusive":
    case "not_worse":
    case "no_evidence":
      if (one.adjustedP !== null) return `${pValue(one.adjustedP)} adj`;
      return one.p === null ? "" : pValue(one.p);
    default:
      return one.verdict;
  }
}

// src/report/facts.ts
var MODES = {
  live: "live",
  recorded: "recorded answers only",
  external: "compared as they are"
};
function runLine(report) {
  const { run } = report;
  const tested = count(report.corpus.cases, "case");
  const mode = MODES[run.mode];
  return [
    `${shortSha(run.baseSha)} \u2192 ${shortSha(run.headSha)}`,
    run.agent,
    mode,
    tested,
    duration(run.durationMs)
  ].join(" \xB7 ");
}
function hermeticTrials({ external }, counts) {
  const others = counts.assisted + counts.diverged + counts.notCovered + counts.errored;
  return external === null ? counts.attempted - others : 0;
}
function reconciliationText(report, counts) {
  const among = [
    [hermeticTrials(report, counts), "hermetic"],
    [counts.errored, "errored"],
    [counts.diverged, "diverged"],
    [counts.notCovered, "not covered"],
    [counts.assisted, "assisted"],
    [counts.unaffected, "unaffected"],
    [counts.stored, "stored"]
  ];
  const shown4 = among.flatMap(([n, word]) => n === 0 ? [] : [`${number(n)} ${word}`]);
  const missing = counts.missing === 0 ? "" : `; ${number(counts.missing)} missing`;
  const sum = `${number(counts.attempted)} attempted = ${number(counts.determined)} determined + ${number(counts.undetermined)} undetermined`;
  return `${sum}${shown4.length === 0 ? "" : ` (${shown4.join(", ")})`}${missing}`;
}
function costText({ run }) {
  if (run.mode === "external") return "nothing was replayed, nothing was paid";
  const answers = `${count(run.providerCalls, "provider call")}, ${number(run.storedAnswers)} stored and ${number(run.sharedAnswers)} shared answers`;
  if (run.providerCalls === 0) return `${answers}; nothing was paid`;
  const tokens = `${number(run.inputTokens)} tokens in, ${number(run.outputTokens)} out`;
  return `${answers}; ${tokens}; ${dollars(run.costUsd)}`;
}
function sourceTexts2({ external }) {
  if (external === null) return [];
  const sides = ["base", "head"].map((side) => {
    const { path, conditions, results, leftOut, skipped } = external[side];
    const chosen = conditions.length === 0 ? "" : ` where ${conditions.join(", ")}`;
    return `${side} ${path}${chosen}: ${number(results)} of ${count(results + leftOut, "result")}${skipped === 0 ? "" : `, ${number(skipped)} skipped`}`;
  });
  return external.policyFile === null ? sides : [...sides, `policy of ${external.policyFile}`];
}
function overallText({ all, slices }) {
  if (all === null || slices.length === 0) return null;
  const row = sliceRow(all);
  return `n=${row.n}  ${row.rates}  ${row.delta}`;
}
function trafficText({ all }) {
  const rates = all?.traffic;
  if (rates === void 0) return null;
  const { baseRate, headRate, delta } = rates;
  return `${percent(baseRate)} \u2192 ${percent(headRate)}  ${points(delta)}, each case by its weight (shown, not tested)`;
}
function isolationText({ run, base, head }) {
  if (run.mode === "external" || base.attempted + head.attempted === 0) return null;
  const apart = "base and head lay at different paths, each $ROOT in the request keys";
  switch (run.isolation.kind) {
    case "uid":
      return `each side's agent ran as a user of its own (uid ${run.isolation.uid} and ${run.isolation.uid + 1})${networkText(run.isolation)}; ${apart}`;
    case "bubblewrap":
      return `the agent ran in bubblewrap${networkText(run.isolation)}, base and head at the same path`;
    case "none":
      return `none; ${apart}`;
    default:
      return run.isolation;
  }
}
function networkText({ network }) {
  return network === void 0 ? " with the network open" : " and reached nobody but the gateway";
}
function policyText({ policy, external }) {
  const floor = policy.minEffect > 0 ? `; a slice blocks from a drop of ${percent(policy.minEffect)}` : "";
  if (external === null) {
    return `at most ${percent(policy.alpha)} of unchanged pull requests are blocked; ${looksText(policy.looks)}${floor}`;
  }
  const cases = policy.alphaSlicesShare === 1 ? "; no case has trials enough to be judged alone, so slices have all of it" : "";
  return `at most ${percent(policy.alpha)} of unchanged results are blocked; one look at all trials${cases}${floor}`;
}
function noiseText({ run }) {
  return run.noise === null ? null : noiseLineText(run.noise);
}
function noiseLineText(line) {
  const { ref, pullRequests, blocks, undecided, low, high, trials, undetermined, cases } = line;
  const measured = `${percent(blocks / pullRequests)}, 95% limits ${percent(low)} to ${percent(high)}`;
  const without = undetermined === 0 ? "" : `, ${number(undetermined)} of them without a result,`;
  const from = `redrawn from ${count(trials, "trial")} of ${count(cases, "case")}${without} at ${shortSha(ref)}`;
  const open = undecided === 0 ? "" : `; ${number(undecided)} would end undecided`;
  return `${number(blocks)} of ${count(pullRequests, "unchanged pull request")} would be blocked${open} (${measured}; ${from})`;
}
function judgeTexts({ run }) {
  return run.judges.map(({ name, model, votes, calls, unreadable, agreement }) => {
    const asked = `${count(votes, "vote")}, ${number(calls)} asked for now`;
    const broken = unreadable === 0 ? "" : `, ${number(unreadable)} not readable`;
    return `${name} (${model}): ${asked}${broken}; ${agreementText(agreement)}`;
  });
}
function agreementText(agreement) {
  if (agreement === null) return "no recording is labelled: how far it agrees with people is not known";
  const { labelled, agreed, kappa } = agreement;
  const agrees = `agrees with people on ${number(agreed)} of ${count(labelled, "labelled recording")} (${percent(agreed / labelled)})`;
  if (kappa === null) return `${agrees}, as chance would`;
  const limits = `95% limits ${kappa.low.toFixed(2)} to ${kappa.high.toFixed(2)}`;
  return `${agrees}, kappa ${kappa.kappa.toFixed(2)} (${limits})`;
}
function looksText(looks) {
  const [first, ...rest] = looks;
  const last = rest.pop();
  return last === void 0 ? `${first} trials a case` : `looks at ${[first, ...rest].join(", ")} and ${last} trials a case`;
}
function newSchemaErrors(report) {
  return report.toolSchemaErrors.filter((error) => error.headCalls > error.baseCalls);
}
function schemaErrorLine(error) {
  const before = error.baseCalls === 0 ? "" : `, ${error.baseCalls} on base`;
  return `${error.tool}: ${count(error.headCalls, "call")} with invalid arguments on head${before}, in ${count(error.cases, "case")}: ${error.message}`;
}

// src/report/noise.ts
var MAX_FLAKY = 30;
var MAX_NAME2 = 60;
var MANY = 0.1;
function renderNoise(report, { color }) {
  const colors = import_picocolors.default.createColors(color);
  const sections = [
    [colors.bold("False alarms"), ...falseAlarmLines(report)],
    [
      colors.bold(`Cases that both pass and fail (${number(report.flakes.flaky.length)})`),
      ...flakeLines(report.flakes)
    ],
    [colors.bold("Smallest fall that is found with 80% power"), ...powerLines(report.slices)]
  ];
  return `${sections.map((lines) => lines.join("\n  ")).join("\n\n")}
`;
}
function falseAlarmLines(report) {
  const { line, inconclusive, errors } = report;
  const open = `${number(inconclusive)} would end inconclusive, ${number(errors)} in error`;
  return [terminalText(noiseLineText(line), 400), open, ...unmeasuredLines(report)];
}
function unmeasuredLines({ line, unmeasured }) {
  if (unmeasured.trials === 0) return [];
  const share2 = unmeasured.trials / line.trials;
  const whole = unmeasured.wholeCases === 0 ? "" : `, ${number(unmeasured.wholeCases)} of which have no other`;
  const found = `${number(unmeasured.trials)} of ${count(line.trials, "trial")} came to no result (${percent(share2)}), in ${count(unmeasured.cases, "case")}${whole}`;
  const meaning = "they are redrawn as often as they came: a slice in which they are many ends inconclusive and cannot be blocked";
  const decided = line.pullRequests - line.undecided;
  if (share2 < MANY && line.undecided < MANY * line.pullRequests) return [found, meaning];
  const rate = decided === 0 ? "no pull request came to a verdict, so that the rate says nothing" : `of the ${count(decided, "pull request")} that came to a verdict ${number(line.blocks)} would be blocked (${percent(line.blocks / decided)})`;
  return [found, meaning, `that is many: ${rate}. See why trials come to no result before you trust the gate here`];
}
function flakeLines({ flaky, alwaysPass, alwaysFail, notMeasured }) {
  const rows = flaky.slice(0, MAX_FLAKY).map(({ caseId, passes, trials, interval }) => {
    const limits = `95% ${percent(interval.low)} to ${percent(interval.high)}`;
    return [terminalText(caseId, MAX_NAME2), `${passes} of ${trials} passed`, limits];
  });
  const rest = flaky.length - rows.length;
  const unmeasured = notMeasured === 0 ? "" : `; ${count(notMeasured, "case")} without a determined trial`;
  return [
    ...aligned2(rows),
    ...rest > 0 ? [`and ${number(rest)} more`] : [],
    `${count(alwaysPass, "case")} always passed, ${number(alwaysFail)} always failed${unmeasured}`
  ];
}
function powerLines(slices) {
  if (slices.length === 0) return ["no gating case has a slice"];
  const rows = slices.map(({ slice, cases, rate, drops }) => [
    terminalText(slice, MAX_NAME2),
    `n=${cases}`,
    percent(rate),
    ...drops.map(({ trials, mde80 }) => {
      const fall = mde80 === null ? "none" : `-${(100 * mde80).toFixed(0)} pp`;
      return `${count(trials, "trial")} ${fall}`;
    })
  ]);
  const blind = slices.filter(({ drops }) => drops.at(-1)?.mde80 === null).map(({ slice }) => terminalText(slice, 40));
  return [
    ...aligned2(rows),
    ...blind.length === 0 ? [] : [`not even a total fall is found in ${list(blind, 6)}: too few cases`]
  ];
}
function aligned2(rows) {
  const widths = [];
  for (const row of rows) for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, cell.length);
  return rows.map(
    (row) => row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join("  ").trimEnd()
  );
}

// src/report/repro.ts
var import_picocolors2 = __toESM(require_picocolors(), 1);

// src/report/divergence-text.ts
var MAX_SHOWN2 = 2;
function divergenceText(divergence) {
  if (divergence === null) return "the two trials shown do the same";
  switch (divergence.kind) {
    case "schema_error":
      return `tool call ${divergence.call}: ${divergence.tool} refuses ${divergence.side}'s arguments: ${divergence.message}`;
    case "other_tool":
      return `tool call ${divergence.call}: base calls ${divergence.baseTool}, head calls ${divergence.headTool}`;
    case "only_one_side":
      return divergence.side === "head" ? `tool call ${divergence.call}: only head calls ${divergence.tool}` : `tool call ${divergence.call}: base calls ${divergence.tool}, head calls no more tools`;
    case "arguments":
      return `tool call ${divergence.call}: ${divergence.tool} ${differencesText(divergence.differences)}`;
    case "tool_outcome":
      return outcomeText(divergence);
    case "end":
      return `the same tool calls, then base ${endText(divergence.base)} and head ${endText(divergence.head)}`;
    case "output":
      return `the same tool calls, another answer: ${differencesText(divergence.differences)}`;
    default:
      return divergence;
  }
}
function outcomeText(divergence) {
  const where = `tool call ${divergence.call}: ${divergence.tool}`;
  if (divergence.base === divergence.head)
    return `${where} answers otherwise: ${differencesText(divergence.differences)}`;
  const words = { result: "gives a result", error: "gives an error", missing: "is not on the tape" };
  return `${where} ${words[divergence.base]} on base and ${words[divergence.head]} on head`;
}
function differencesText(differences) {
  const shown4 = differences.slice(0, MAX_SHOWN2).map(({ path, base, head }) => {
    const where = path === "" ? "" : `${path} `;
    return `${where}${base ?? "(absent)"} \u2192 ${head ?? "(absent)"}`;
  });
  const more = differences.length > shown4.length ? ` and ${differences.length - shown4.length} more` : "";
  return `${shown4.join(", ")}${more}`;
}
function endText(end) {
  const words = {
    answered: "answers",
    agent_error: "reports an error",
    crashed: "crashes",
    timed_out: "times out",
    garbage: "prints no valid answer",
    stopped: "is stopped",
    provider_failed: "gets no model answer",
    late_request: "sends a late request"
  };
  return words[end];
}

// src/report/side-by-side.ts
function pairSteps(evidence) {
  const base = linesOf(evidence.base);
  const head = linesOf(evidence.head);
  const changes = diffArrays(
    base.map((line) => line.key),
    head.map((line) => line.key)
  );
  const pairs = [];
  let [baseIndex, headIndex] = [0, 0];
  for (const { value, added, removed } of changes) {
    for (const _ of value) {
      const left = added ? "" : base[baseIndex++]?.text ?? "";
      const right = removed ? "" : head[headIndex++]?.text ?? "";
      pairs.push({ base: left, head: right, differs: left !== right });
    }
  }
  return pairs;
}
function trialHeading(side, view) {
  const models = view.models.length === 0 ? "" : `, ${view.models.join(", ")}`;
  return `${side} trial ${view.number}${models}: ${view.outcome.kind}`;
}
function tallyText({ base, head }) {
  const side = (tally) => `${tally.passes}/${tally.trials}${tally.undetermined === 0 ? "" : ` (${tally.undetermined} undetermined)`}`;
  return `base ${side(base)} \u2192 head ${side(head)}`;
}
function linesOf(view) {
  const last = view.steps.at(-1);
  const repeats = last?.kind === "text" && last.text === view.output;
  const steps = repeats ? view.steps.slice(0, -1) : view.steps;
  const lines = steps.map((step) => ({
    key: step.kind === "text" ? "text" : `tool ${step.tool}`,
    text: stepText(step)
  }));
  if (view.moreSteps > 0) lines.push({ key: "more", text: `\u2026 ${view.moreSteps} more steps` });
  lines.push(...view.uncalled.map((call) => ({ key: "not called", text: `recorded, and not called: ${call}` })));
  return [...lines, { key: "answer", text: view.output === null ? "no answer" : `answer: ${view.output}` }];
}
function stepText(step) {
  if (step.kind === "text") return `says: ${step.text}`;
  const arrow = { result: "\u2192", error: "\u2192 error:", missing: "\u2192 not on the tape:" };
  const agent = step.agent === void 0 ? "" : `${step.agent}: `;
  return `${agent}${step.tool} ${step.arguments} ${arrow[step.outcome]} ${step.result}`;
}

// src/report/wrap.ts
function wrap(text3, width, maxLines = Number.POSITIVE_INFINITY) {
  const lines = [];
  let rest = text3;
  while (rest.length > width && lines.length + 1 < maxLines) {
    const blank = rest.lastIndexOf(" ", width);
    const end = blank > width / 2 ? blank : width;
    lines.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  if (rest !== "") lines.push(rest.length > width ? `${rest.slice(0, width - 1)}\u2026` : rest);
  return lines.map((line) => line.replace(/^:(?=:)/, ": "));
}

// src/report/terminal-cases.ts
var MAX_CASES2 = 10;
var MAX_CASES_WITH_STEPS = 3;
var MAX_TEXT2 = 400;
var MAX_CELL_LINES = 3;
var SECTION_INDENT = 2;
function caseLines2(cases, screen) {
  const shownWays = /* @__PURE__ */ new Set();
  const lines = cases.slice(0, MAX_CASES2).flatMap((one) => {
    const way = wayOf(one);
    const withSteps = !shownWays.has(way) && shownWays.size < MAX_CASES_WITH_STEPS;
    shownWays.add(way);
    return [headingLine(one, screen), ...bodyLines(one, withSteps, screen).map((line) => `  ${line}`)];
  });
  return cases.length > MAX_CASES2 ? [...lines, `and ${cases.length - MAX_CASES2} more, all in the JSON report`] : lines;
}
function wayOf(one) {
  return one.evidence === null ? "" : divergenceText(one.evidence.firstDivergence);
}
function headingLine(one, { colors }) {
  const slices = one.slices.length === 0 ? "" : `  ${colors.dim(text(list(one.slices, 3)))}`;
  return `${colors.bold(text(one.caseId))}  ${tallyText(one)}${slices}`;
}
function bodyLines(one, withSteps, screen) {
  const { colors } = screen;
  const width = screen.width - 2 * SECTION_INDENT;
  if (one.evidence === null) return wrap(text(one.reason), width);
  const divergence = wrap(text(wayOf(one)), width).map((line) => colors.yellow(line));
  if (!withSteps) return divergence;
  const { outcome } = one.evidence.head;
  const why = outcome.kind === "pass" ? [] : wrap(text(outcome.reason), width);
  return [...divergence, ...why, ...stepLines(one.evidence, width, colors)];
}
function stepLines(evidence, width, colors, maxCellLines = MAX_CELL_LINES) {
  const column = Math.floor((width - 3) / 2);
  const row = (base, head, mark) => {
    const left = wrap(text(base), column, maxCellLines);
    const right = wrap(text(head), column, maxCellLines);
    const height = Math.max(left.length, right.length, 1);
    return Array.from({ length: height }, (_, index) => {
      const sign = index === 0 ? mark : "\u2502";
      return `${(left[index] ?? "").padEnd(column)} ${sign} ${right[index] ?? ""}`.trimEnd();
    });
  };
  const heading = row(trialHeading("base", evidence.base), trialHeading("head", evidence.head), "\u2502");
  const steps = pairSteps(evidence).flatMap(
    ({ base, head, differs }) => differs ? row(base, head, "\u2260") : row(base, head, "\u2502").map((line) => colors.dim(line))
  );
  return [...heading.map((line) => colors.bold(line)), ...steps];
}
function text(foreign) {
  return terminalText(foreign, MAX_TEXT2);
}

// src/report/repro.ts
var MAX_TEXT3 = 400;
var MAX_CELL_LINES2 = 12;
function renderRepro(caseId, trials, options) {
  const colors = import_picocolors2.default.createColors(options.color);
  const text3 = (foreign) => wrap(terminalText(foreign, MAX_TEXT3), options.width);
  const evidence = caseEvidence(trials, "full");
  const shown4 = evidence === null ? ["a side has no trial"] : [
    ...text3(divergenceText(evidence.firstDivergence)).map((line) => colors.yellow(line)),
    ...stepLines(evidence, options.width, colors, MAX_CELL_LINES2)
  ];
  const lines = [
    colors.bold(terminalText(caseId, MAX_TEXT3)),
    ...trials.flatMap((one) => text3(judgementText(one))),
    "",
    ...shown4
  ];
  return `${lines.join("\n")}
`;
}
function judgementText({ trial, score }) {
  const { provider, store, shared } = trial.answers;
  const why = score.outcome.kind === "pass" ? "" : `: ${score.outcome.reason}`;
  const answers = `${count(provider, "answer")} drawn, ${store} stored, ${shared} shared`;
  return `${trial.side} trial ${trial.number} (${trial.standing.replace("_", " ")}; ${answers}) ${score.outcome.kind}${why}`;
}

// src/report/sparkline.ts
var BARS = "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588";
function sparkline(series) {
  const known = series.filter((value) => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  return series.map((value) => {
    if (value === null) return " ";
    const place = high === low ? 0.5 : (value - low) / (high - low);
    return BARS[Math.min(BARS.length - 1, Math.floor(place * BARS.length))];
  }).join("");
}

// src/report/status.ts
var MAX_TOOLS = 5;
var MAX_GROUPS2 = 20;
var MAX_SHARES = 3;
var MAX_ALARMS2 = 20;
var IN_GROUPS = ["success", "tool_error", "steps", "input_tokens", "duration", "cost"];
var SHOWN_SHARES = ["model", "first_tool", "finish_reason"];
function statusParts(report) {
  const { behaviour, alarms } = report;
  const [all, ...others] = behaviour?.groups ?? [];
  return {
    lines: headLines(report),
    tables: [
      ...all === void 0 ? [] : [measureTable(all), shareTable(all)],
      ...others.length === 0 ? [] : [groupTable(others)],
      ...alarms === null || alarms.length === 0 ? [] : [alarmTable(alarms)]
    ].filter(({ rows }) => rows.length > 0)
  };
}
function headLines({
  today,
  behaviour,
  alarms,
  backfills,
  undated,
  skewed,
  waitingBytes,
  noise,
  reservoir
}) {
  const all = behaviour?.groups[0];
  const known = backfills.map(({ name, days }) => `${name} ${count(days, "day")}`);
  return [
    behaviour === null || all === void 0 ? 'no day of the traffic is known yet: "pawl backfill" scans them' : `newest day ${behaviour.day}${behaviour.day < today ? ` (today is ${today})` : ""}: ${count(all.trajectories, "trajectory", "trajectories")}; ${count(behaviour.days, "day")} known`,
    ...alarms === null ? [] : [alarms.length === 0 ? "alarms: none open" : `alarms: ${number(alarms.length)} open`],
    ...known.length === 0 ? [] : [`backfill: ${list(known, MAX_GROUPS2)}`],
    ...undated > 0 ? [`${count(undated, "trajectory", "trajectories")} without a time are in no day`] : [],
    ...skewed > 0 ? [skewText(skewed)] : [],
    ...waitingBytes > 0 ? ['records wait outside of the tables: "pawl traffic compact" takes them in'] : [],
    `A/A: ${noise === null ? 'not measured yet ("pawl aa")' : noiseLineText(noise)}`,
    ...reservoir === null ? [] : [`reservoir: ${reservoirText(reservoir)}`]
  ];
}
function reservoirText(reservoir) {
  if (typeof reservoir === "string") return `not known: ${reservoir}`;
  const { trials, cases, full } = reservoir;
  return `${count(trials, "base trial")} of ${count(cases, "case")}, ${number(full)} of them with all that are wanted`;
}
function measureTable({ measures }) {
  const tools = measures.filter(({ dimension: { kind } }) => kind === "tool_use").slice(0, MAX_TOOLS);
  const shown4 = measures.filter(
    (measure) => tools.includes(measure) || !["tool_use", "tool_failure"].includes(measure.dimension.kind)
  );
  return {
    title: "All traffic",
    head: ["", "last 28 days", "newest", "95 % interval", "usual"],
    align: "llrrr",
    rows: shown4.map((measure) => {
      const amount2 = (value) => value === null ? "-" : dimensionAmount(measure.dimension, value);
      const { limits, latest, usual, series, dimension } = measure;
      const interval = limits === null ? "-" : `${amount2(limits.low)} to ${amount2(limits.high)}`;
      return [dimensionText(dimension), sparkline(series), amount2(latest), interval, amount2(usual)];
    })
  };
}
function shareTable({ shares }) {
  const shown4 = shares.filter(({ dimension: { kind } }) => SHOWN_SHARES.includes(kind));
  return {
    title: "Shares on the newest day",
    head: ["", "most frequent"],
    align: "ll",
    rows: shown4.map(({ dimension, shares: of }) => [
      dimensionText(dimension),
      list(
        of.map(({ name, share: share2 }) => `${name} ${percent(share2)}`),
        MAX_SHARES
      )
    ])
  };
}
function groupTable(groups) {
  const kinds = IN_GROUPS.filter((kind) => groups.some(({ measures }) => measureOf(measures, kind) !== void 0));
  const shown4 = groups.slice(0, MAX_GROUPS2);
  const rest = groups.length - shown4.length;
  return {
    title: `Slices and cohorts on the newest day${rest > 0 ? ` (${number(rest)} more are not shown)` : ""}`,
    head: ["", "trajectories", "success, 28 days", ...kinds.map((kind) => kind.replaceAll("_", " "))],
    align: `lrl${"r".repeat(kinds.length)}`,
    rows: shown4.map(({ group, trajectories, measures }) => [
      groupText2(group),
      number(trajectories),
      sparkline(measureOf(measures, "success")?.series ?? []),
      ...kinds.map((kind) => {
        const measure = measureOf(measures, kind);
        const latest = measure?.latest ?? null;
        return measure === void 0 || latest === null ? "-" : dimensionAmount(measure.dimension, latest);
      })
    ])
  };
}
function measureOf(measures, kind) {
  return measures.find(({ dimension }) => dimension.kind === kind);
}
function alarmTable(alarms) {
  return {
    title: `Open alarms${alarms.length > MAX_ALARMS2 ? ` (the strongest ${MAX_ALARMS2})` : ""}`,
    head: ["", "where", "before", "after"],
    align: "llrr",
    rows: alarms.slice(0, MAX_ALARMS2).map(({ dimension, group, category, before, after }) => [
      `${dimensionText(dimension)}${category === null ? "" : ` ${category}`}`,
      groupText2(group),
      dimensionAmount(dimension, before),
      dimensionAmount(dimension, after)
    ])
  };
}
function groupText2(group) {
  return group.kind === "all" ? "all traffic" : `${group.kind} ${group.name}`;
}

// src/report/status-text.ts
var MAX_CELL = 120;
var MAX_LINE = 500;
function renderStatus(report) {
  const { lines, tables } = statusParts(report);
  return [
    ...lines.map((line) => terminalText(line, MAX_LINE)),
    ...tables.flatMap((one) => ["", one.title, ...plainTable(one)])
  ].join("\n");
}
function renderStatusMarkdown(report) {
  const { lines, tables } = statusParts(report);
  const parts = [
    "## pawl: how things stand",
    lines.map((line) => `- ${markdownText(line, MAX_LINE)}`).join("\n"),
    ...tables.flatMap(({ title: title2, head, align, rows }) => [
      `### ${title2}`,
      table(
        head,
        align,
        rows.map((cells) => cells.map((cell) => markdownText(cell, MAX_CELL)))
      )
    ])
  ];
  return parts.join("\n\n");
}
function plainTable({ head, align, rows }) {
  const cells = [head, ...rows.map((row) => row.map(plainCell))];
  const widths = head.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
  return cells.map(
    (row) => `  ${row.map((cell, at) => align[at] === "r" ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)).join("  ")}`.trimEnd()
  );
}
function plainCell(cell) {
  return /^[▁▂▃▄▅▆▇█ ]*$/.test(cell) ? cell : terminalText(cell, MAX_CELL);
}

// src/report/traffic.ts
var MAX_NAMES2 = 10;
var MAX_NAME_CHARS6 = 60;
function renderTraffic(summary, waitingBytes, maxDays) {
  const { trajectories, days, formats: formats2, models, agents, outcomes } = summary;
  const dated = days.filter(({ day: day3 }) => day3 !== null);
  const [first, last] = [dated[0]?.day, dated.at(-1)?.day];
  const range = first === last ? `${first}` : `${first} to ${last}`;
  return [
    `${count(trajectories, "trajectory", "trajectories")} on ${count(dated.length, "day")}${dated.length > 0 ? `, ${range}` : ""}`,
    ...waitingBytes > 0 ? [waiting(waitingBytes)] : [],
    ...days.length > 0 ? ["", ...dayTable(summary, maxDays)] : [],
    ...names("models", models, trajectories),
    ...names("agents", agents, trajectories),
    ...names("outcomes", outcomes, trajectories),
    ...names("formats", formats2, trajectories)
  ].join("\n");
}
function waiting(bytes) {
  return `${number(Math.ceil(bytes / 1e6))} MB of records wait: an ingest was interrupted; run it again, or "pawl traffic compact"`;
}
function dayTable({ days }, maxDays) {
  const shown4 = days.slice(-maxDays);
  const rows = shown4.map((one) => [
    one.day ?? "no time",
    number(one.trajectories),
    passRate(one.passed, one.failed),
    number(one.trajectories - one.passed - one.failed),
    (one.steps / one.trajectories).toFixed(1),
    number(one.toolErrors),
    number(one.withProblems)
  ]);
  const head = ["day", "trajectories", "passed", "no outcome", "steps each", "tool errors", "with problems"];
  const widths = head.map((title2, at) => Math.max(title2.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells) => cells.map((cell, at) => at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)).join("  ");
  const left = days.length - shown4.length;
  return [line(head), ...left > 0 ? [`(${count(left, "earlier day")} not shown)`] : [], ...rows.map(line)];
}
function passRate(passed, failed) {
  return passed + failed === 0 ? "-" : percent(passed / (passed + failed));
}
function names(title2, counts, total) {
  if (counts.length === 0) return [];
  const shown4 = counts.slice(0, MAX_NAMES2).map(({ name, trajectories }) => {
    return `  ${number(trajectories)} (${percent(trajectories / total)})  ${terminalText(name, MAX_NAME_CHARS6)}`;
  });
  const more = counts.length - MAX_NAMES2;
  return ["", title2, ...shown4, ...more > 0 ? [`  and ${number(more)} more`] : []];
}

// src/report/annotations.ts
var MAX_ANNOTATIONS = 200;
var MAX_TITLE = 200;
var MAX_SUMMARY = 300;
var MAX_MESSAGE = 1e3;
function lineAnnotations(report) {
  const level = levelOf(report);
  if (level === null) return { annotations: [], left: 0 };
  const byPath = Map.groupBy(
    report.changes.filter((change) => change.affecting && change.places.length > 0),
    (change) => change.path
  );
  const all = [...byPath].flatMap(([path, changes]) => annotationsOf(path, changes, report, level));
  return { annotations: all.slice(0, MAX_ANNOTATIONS), left: Math.max(0, all.length - MAX_ANNOTATIONS) };
}
function levelOf({ verdict }) {
  switch (verdict) {
    case "block":
      return "warning";
    case "inconclusive":
      return "notice";
    case "pass":
    case "not_affected":
    case "error":
      return null;
    default:
      return verdict;
  }
}
function annotationsOf(path, changes, report, level) {
  const [first] = changes;
  if (first === void 0) return [];
  const kind = first.kind.replace("_", " ");
  const what = terminalText(changes.map(({ summary }) => summary).join("; "), MAX_SUMMARY);
  const title2 = terminalText(`pawl: a ${kind} changed here`, MAX_TITLE);
  const message = terminalText(`${what}. The agent with the changes of this head: ${report.title}`, MAX_MESSAGE);
  return first.places.map(({ start, end }) => ({ path, start, end, level, title: title2, message }));
}

// src/report/junit.ts
var MAX_NAME3 = 200;
var MAX_MESSAGE2 = 1e3;
function renderJunit(report) {
  const gating = report.slices.length > 0 ? report.slices : report.all === null ? [] : [report.all];
  const suites = [
    suite("gate", [gateCase(report)]),
    suite("slices", gating.map(sliceCase)),
    suite("cases", report.cases.map(caseOf))
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="pawl">
${suites.join("")}</testsuites>
`;
}
function suite(name, cases) {
  const of = (outcome) => cases.filter((one) => one.outcome === outcome).length;
  const counts = `tests="${cases.length}" failures="${of("failure")}" errors="${of("error")}" skipped="${of("skipped")}"`;
  return `  <testsuite name="${name}" ${counts}>
${cases.map((one) => testCase(name, one)).join("")}  </testsuite>
`;
}
function testCase(suiteName, { name, outcome, message }) {
  const start = `    <testcase classname="pawl.${suiteName}" name="${xml(name, MAX_NAME3)}"`;
  return outcome === "passed" ? `${start}/>
` : `${start}>
      <${outcome} message="${xml(message, MAX_MESSAGE2)}"/>
    </testcase>
`;
}
function xml(foreign, max) {
  const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return terminalText(foreign, max).replaceAll(/[\uFFFE\uFFFF]/g, "").replaceAll(/[&<>"]/g, (character) => entities[character] ?? "");
}
function gateCase({ verdict, exitCode, title: title2 }) {
  const named = { name: "verdict", message: title2 };
  switch (verdict) {
    case "pass":
    case "not_affected":
      return { ...named, outcome: "passed" };
    case "block":
      return { ...named, outcome: "failure" };
    case "inconclusive":
      return { ...named, outcome: exitCode === 0 ? "skipped" : "failure" };
    case "error":
      return { ...named, outcome: "error" };
    default:
      return verdict;
  }
}
function sliceCase(one) {
  const { name, rates, delta, evidence } = sliceRow(one);
  const message = [rates, delta, evidence, ...one.reasons].filter((part) => part !== "").join(", ");
  switch (one.verdict) {
    case "regressed":
      return one.accepted === true ? { name, outcome: "skipped", message: `regressed, accepted: ${message}` } : { name, outcome: "failure", message };
    case "inconclusive":
    case "underpowered":
      return { name, outcome: "skipped", message: `${one.verdict}: ${message}` };
    case "improved":
    case "not_worse":
    case "no_evidence":
      return { name, outcome: "passed", message };
    default:
      return one.verdict;
  }
}
function caseOf({ caseId, verdict, reason, accepted }) {
  switch (verdict) {
    case "broken":
      return accepted === true ? { name: caseId, outcome: "skipped", message: `broken, accepted: ${reason}` } : { name: caseId, outcome: "failure", message: reason };
    case "suspect":
    case "flaky":
    case "undetermined":
      return { name: caseId, outcome: "skipped", message: `${verdict}: ${reason}` };
    case "ok":
    case "unaffected":
      return { name: caseId, outcome: "passed", message: reason };
    default:
      return verdict;
  }
}

// src/report/adoption.ts
var MAX_NAMED2 = 5;
var MAX_SLICES3 = 20;
function testedTexts({ adoption, head, corpus }) {
  if (adoption === null) return [];
  const { trialsPerCase, slices, flaky, failing } = adoption;
  const ended = head.attempted - head.errored;
  const trials = count(head.attempted, "trial");
  const whole = head.diverged + head.notCovered === 0 ? "no trial left its recording" : `${number(head.diverged)} of ${trials} left their recording, where the tape has no answer`;
  return [
    `the agent starts: ${number(ended)} of ${trials} came to their end (${count(corpus.cases, "case")}, ${trialsPerCase} trials each)`,
    `the corpus replays: ${whole}`,
    flaky.length === 0 ? "noise: no case both passed and failed" : `noise: ${count(flaky.length, "case")} both passed and failed (${list(flaky, MAX_NAMED2)})`,
    ...failing.length === 0 ? [] : [`${count(failing.length, "case")} failed every time and will protect nothing (${list(failing, MAX_NAMED2)})`],
    ...slices.slice(0, MAX_SLICES3).map(({ name, cases, head: tally }) => `slice ${name}: ${sliceText(cases, tally)}`),
    ...slices.length > MAX_SLICES3 ? [`and ${slices.length - MAX_SLICES3} more slices`] : []
  ];
}
function sliceText(cases, { passes, trials, undetermined }) {
  const open = undetermined === 0 ? "" : `, ${number(undetermined)} undetermined`;
  const rate = trials === 0 ? "no trial came to a result" : `${percent(passes / trials)} of ${count(trials, "trial")} passed`;
  return `${rate}${open} (${count(cases, "case")})`;
}
function untestedTexts({ adoption }) {
  if (adoption === null) return [];
  return [
    adoption.kind === "first_installation" ? "whether head is better or worse: the target branch never had these settings, so there is no base to compare with" : "whether head is better or worse: base has no settings, and gate.bootstrap on the target branch lets that pass. Take it out again",
    "how often noise alone would block: pawl aa measures it after the merge"
  ];
}

// src/report/clusters.ts
var MAX_LINES2 = 20;
var CLUSTERS_TITLE = "Does it hold for new tasks?";
function clusterTexts({ external, slices, all, policy }) {
  if (external === null) return [];
  const compared = slices.length > 0 ? slices : all === null ? [] : [all];
  const shown4 = compared.filter(({ verdict }) => verdict === "regressed" || external.gateOn === "cluster");
  const level = policy.alpha * policy.alphaSlicesShare;
  return shown4.slice(0, MAX_LINES2).flatMap(({ kind, name }) => {
    const line = external.clusters.find((one) => one.kind === kind && one.slice === name);
    return line === void 0 ? [] : [`${kind === "all" ? "all cases" : name}: ${answer(line, external, level)}`];
  });
}
function answer(line, { clusterBy, gateOn }, level) {
  const by = clusterBy.length === 0 ? "" : ` by ${clusterBy.join(", ")}`;
  const moved = `${line.informative} moved, so the smallest p possible is ${number2(line.smallestP)}`;
  const figures = `${pValue(line.p)}, ${count(line.clusters, "cluster")}${by}, ${moved}`;
  if (line.holds) return `yes, tasks like these got worse too (${figures})`;
  const only = gateOn === "cluster" ? "" : "; it is sure for these cases alone";
  if (line.smallestP > level) return `too few tasks moved to tell (${figures})${only}`;
  return `not shown (${figures})${only}`;
}
function number2(p) {
  return pValue(p).replace(/^p[=<]/, "");
}

// src/report/case-groups.ts
function groupCases(report) {
  const failing = report.cases.filter(({ verdict }) => verdict === "broken" || verdict === "suspect");
  const of = (verdict) => failing.filter((one) => one.verdict === verdict && one.accepted !== true);
  const isDriver = (one) => report.external === null ? one.evidence !== null : one.verdict === "ok";
  const drivers = report.cases.filter((one) => isDriver(one) && !failing.includes(one));
  return [
    { title: "Broken cases", cases: of("broken") },
    { title: "Suspect cases", cases: of("suspect") },
    { title: "Failing cases that are accepted", cases: failing.filter(({ accepted }) => accepted === true) },
    { title: "Cases behind the regressed slices", cases: drivers }
  ].filter((group) => group.cases.length > 0);
}
var WORDS = [
  ["broken", "broken"],
  ["suspect", "suspect"],
  ["flaky", "flaky"],
  ["undetermined", "undetermined"],
  ["ok", "ok"],
  ["unaffected", "unaffected"]
];
function caseCountsText(report) {
  const parts = WORDS.flatMap(([verdict, word]) => {
    const n = report.caseCounts[verdict];
    return n === 0 ? [] : [`${n} ${word}`];
  });
  return parts.length === 0 ? "none" : parts.join(", ");
}

// src/report/markdown-cases.ts
var MAX_CASES_WITH_STEPS2 = 10;
var MAX_CASES3 = 30;
var MAX_REASON = 300;
var MAX_CELL2 = 240;
function caseSections(report, level) {
  return groupCases(report).flatMap(({ title: title2, cases }) => {
    const withSteps = level === "full" ? cases.slice(0, MAX_CASES_WITH_STEPS2) : [];
    const named = cases.slice(withSteps.length, MAX_CASES3);
    const blocks = withSteps.map(caseBlock);
    if (named.length > 0) blocks.push(named.map((one) => `- ${caseLine(one)}`).join("\n"));
    const more = cases.length - withSteps.length - named.length;
    if (more > 0) blocks.push(`and ${more} more, all in the JSON report`);
    return [`### ${title2} (${cases.length})`, ...blocks];
  });
}
function caseBlock(one) {
  return one.evidence === null ? `- ${caseLine(one)}` : details(caseLine(one), evidenceBlock(one, one.evidence));
}
function caseLine(one) {
  const slices = one.slices.length === 0 ? "" : ` \xB7 ${markdownText(list(one.slices, 3), 120)}`;
  const what = one.evidence === null ? one.reason : divergenceText(one.evidence.firstDivergence);
  return `${code(one.caseId)}${slices} \xB7 ${tallyText(one)} \xB7 ${markdownText(what, MAX_REASON)}`;
}
function evidenceBlock(one, evidence) {
  const { outcome } = evidence.head;
  const why = outcome.kind === "pass" ? [] : [`**head ${outcome.kind}**: ${markdownText(outcome.reason, MAX_REASON)}`];
  const heading = [
    "",
    markdownText(trialHeading("base", evidence.base), MAX_CELL2),
    markdownText(trialHeading("head", evidence.head), MAX_CELL2)
  ];
  const rows = pairSteps(evidence).map(({ base, head, differs }) => [
    differs ? "\u2260" : "",
    base === "" ? "" : code(base),
    head === "" ? "" : code(head)
  ]);
  const decided = `<sub>${markdownText(one.reason, MAX_REASON)}</sub>`;
  return [...why, table(heading, "lll", rows), decided].join("\n\n");
}

// src/report/measures.ts
var MAX_SHOWN3 = 12;
function measureTexts({ measures }) {
  const moved = measures.flatMap((row) => {
    const change = changeOf(row);
    return change === null || shown3(row.base) === shown3(row.head) ? [] : [{ row, change }];
  });
  return moved.toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change)).slice(0, MAX_SHOWN3).map(({ row, change }) => `${row.name} ${shown3(row.base)} \u2192 ${shown3(row.head)}${unitOf(row)}${share(change)}`);
}
function changeOf({ base, head }) {
  if (base === null || head === null || base === head) return null;
  return base === 0 ? Number.POSITIVE_INFINITY : (head - base) / Math.abs(base);
}
function share(change) {
  if (!Number.isFinite(change)) return "";
  const percent2 = Math.round(100 * change);
  return ` (${percent2 > 0 ? "+" : ""}${percent2}%)`;
}
function shown3(value) {
  if (value === null) return "-";
  if (value !== 0 && Math.abs(value) < 0.01) return value.toPrecision(2);
  return Math.abs(value) < 100 ? value.toFixed(2) : number(Math.round(value));
}
function unitOf({ unit }) {
  return unit === "ms" || unit === "USD" ? ` ${unit}` : "";
}

// src/report/tool-calls.ts
var WORDS2 = [
  ["normalised", "written in another way"],
  ["renamed", "mapped back"],
  ["other_state", "recorded after other state changes"],
  ["other_case", "known from other cases"],
  ["nearest", "answered by the nearest recorded call"],
  ["simulated", "simulated"],
  ["live", "answered by the real tool"],
  ["agent", "run by the agent's own process"],
  ["schema_error", "refused by the schema"],
  ["miss", "not on the tape"]
];
function toolCallTexts({ run: { tools } }) {
  return ["base", "head"].flatMap((side) => {
    const text3 = sideText(tools[side]);
    return text3 === null ? [] : [`${side} ${text3}`];
  });
}
function sideText({ byMatch, normalisations, uncalled }) {
  const calls = Object.values(byMatch).reduce((sum, times) => sum + times, 0);
  if (calls + uncalled.calls === 0) return null;
  const special = WORDS2.flatMap(([match, words]) => {
    const times = byMatch[match] ?? 0;
    return times === 0 ? [] : [`${number(times)} ${words}${match === "normalised" ? ways(normalisations) : ""}`];
  });
  const among = special.length === 0 ? "" : `, ${special.join(", ")}`;
  const left = uncalled.calls === 0 ? "" : `; ${count(uncalled.calls, "recorded call")} left out in ${count(uncalled.trials, "trial")}`;
  return `${count(calls, "tool call")}${among}${left}`;
}
function ways(normalisations) {
  const names2 = Object.entries(normalisations).toSorted(([, a], [, b]) => b - a);
  return ` (${names2.map(([name, times]) => `${name} ${number(times)}`).join(", ")})`;
}
function ignoredTexts({ run: { ignoredInRequests: ignored } }) {
  if (ignored.length === 0) return [];
  const named = ignored.map(({ name, pattern }) => `${name} (/${pattern}/)`).join(", ");
  return [`what matches ${named} does not count when two model requests are compared`];
}

// src/report/markdown-evidence.ts
var MAX_LINE2 = 400;
var COLUMNS2 = [
  ["attempted", "attempted"],
  ["determined", "determined"],
  ["undetermined", "undetermined"],
  ["errored", "errored"],
  ["diverged", "diverged"],
  ["notCovered", "not covered"],
  ["assisted", "assisted"],
  ["unaffected", "unaffected"],
  ["stored", "stored"],
  ["missing", "missing"]
];
function evidenceSection(report) {
  const { base, head } = report;
  if (base.attempted + head.attempted + base.missing + head.missing === 0) return [];
  const row = (side, counts) => [
    side,
    ...COLUMNS2.map(([key]) => number(counts[key])),
    ...report.external === null ? [number(hermeticTrials(report, counts))] : []
  ];
  const titles = ["trials", ...COLUMNS2.map(([, title2]) => title2), ...report.external === null ? ["hermetic"] : []];
  const trials = table(titles, `l${"r".repeat(titles.length - 1)}`, [row("base", base), row("head", head)]);
  const overall = overallText(report);
  const traffic = trafficText(report);
  const isolation = isolationText(report);
  const noise = noiseText(report);
  const measures = measureTexts(report).map((line) => markdownText(line, MAX_LINE2));
  const lines = [
    ...overall === null ? [] : [`- all cases: ${overall}`],
    ...traffic === null ? [] : [`- in the traffic: ${traffic}`],
    `- cases: ${caseCountsText(report)}`,
    `- answers: ${costText(report)}`,
    `- policy: ${policyText(report)}`,
    ...noise === null ? [] : [`- noise: ${markdownText(noise, MAX_LINE2)}`],
    ...judgeTexts(report).map((line) => `- judge: ${markdownText(line, MAX_LINE2)}`),
    ...toolCallTexts(report).map((line) => `- tools: ${markdownText(line, MAX_LINE2)}`),
    ...ignoredTexts(report).map((line) => `- ignored: ${markdownText(line, MAX_LINE2)}`),
    ...sourceTexts2(report).map((line) => `- read: ${markdownText(line, MAX_LINE2)}`),
    ...isolation === null ? [] : [`- isolation: ${markdownText(isolation, MAX_LINE2)}`],
    ...measures.length === 0 ? [] : [`- per trial, base \u2192 head (shown, not judged): ${measures.join("; ")}`]
  ];
  const trialsText = `${number(base.determined)} base and ${number(head.determined)} head trials`;
  const summary = `Evidence: ${trialsText} \xB7 ${count(report.run.providerCalls, "provider call")} \xB7 ${dollars(report.run.costUsd)}`;
  return [details(summary, `${trials}

${lines.join("\n")}`)];
}

// src/report/settle.ts
function settlingTexts(report) {
  if (report.verdict !== "inconclusive") return [];
  const lines = new Set(report.reasons.flatMap((reason) => settledBy(reason, report) ?? []));
  return lines.size === 0 ? [] : [...lines, standing(report)];
}
function standing({ exitCode }) {
  return exitCode === 0 ? "until then the check is green, which is no pass (gate.inconclusive: warn)" : "until then the check is red: what is inconclusive blocks here";
}
function settledBy(reason, report) {
  switch (reason.kind) {
    case "slice_inconclusive":
      return sliceText2(reason.slice, report);
    case "not_covered":
      return "a run that may ask the model: the same commit on a branch of this repository";
    case "budget_spent":
      return `at least ${count(reason.more, "more run")}: raise the budget under gate in pawl.yml`;
    case "rounds_ended":
      return `at least ${count(reason.more, "more run")}: pawl gate on one machine goes on until it is settled`;
    case "not_seen":
      return `trials that come to their end on both sides, in ${count(reason.cases, "case")}`;
    case "corpus_unreadable":
      return "a corpus that can be read whole: mend the lines that the notes name";
    default:
      return null;
  }
}
function sliceText2(name, { slices, all }) {
  const found = slices.find((one) => one.name === name) ?? all;
  if (found === null) return null;
  if (found.settling !== null) return `slice ${name}: about ${spentText(found.settling)} more`;
  const open = found.head.undetermined;
  if (open === 0) return null;
  return `slice ${name}: results for ${count(open, "undetermined trial")} of head. Record what head now asks, or say under tools.rules how its tools answer`;
}

// src/report/markdown.ts
var MAX_TITLE2 = 300;
var MAX_LINE3 = 400;
var MAX_BULLETS = 20;
var MAX_DIFF = 4e3;
function renderMarkdown(report, level) {
  const head = headSections(report);
  const moved = slicesSection(report, level);
  const sections = level === "minimal" ? [...head, ...moved] : [
    ...head,
    // An error's cause (how the agent ended, what could not be read) stands among the notes.
    ...report.verdict === "error" ? notesSection(report) : [],
    ...adoptionSection(report),
    ...changesSection(report.changes, level),
    ...moved,
    ...clustersSection(report),
    ...cohortsSection(report),
    ...schemaErrorsSection(report),
    ...caseSections(report, level),
    ...settlingSection(report),
    ...priceLine(report),
    ...evidenceSection(report),
    ...report.verdict === "error" ? [] : notesSection(report)
  ];
  const left = {
    full: null,
    short: "trajectories and slices that did not move",
    minimal: "all but the verdict and the slices that moved"
  };
  const leftOut = left[level] === null ? [] : [`_Shortened: this leaves out ${left[level]}. The JSON report has everything._`];
  return `${[...sections, ...leftOut].join("\n\n")}
`;
}
function headSections(report) {
  const symbol = { pass: "\u2705", not_affected: "\u2705", block: "\u274C", inconclusive: "\u26A0\uFE0F", error: "\u274C" }[report.verdict];
  const more = report.verdict === "inconclusive" || report.verdict === "error" ? report.reasons.slice(1, MAX_BULLETS).map((reason) => bullet(reasonText(reason, report.corpus.cases))) : [];
  const accepted = shownEntries(report.accepted).map((entry) => bullet(acceptedText(entry)));
  const unread = report.accepted.problems.map((problem) => bullet(`accepts nothing: ${problem}`));
  const declared = [...accepted, ...unread].slice(0, MAX_BULLETS);
  const run = `<sub>${markdownText(runLine(report), MAX_LINE3)}</sub>`;
  return [
    `## ${symbol} ${markdownText(report.title, MAX_TITLE2)}`,
    ...more.length === 0 ? [] : [more.join("\n")],
    ...declared.length === 0 ? [] : ["### Declared as intended", declared.join("\n")],
    run
  ];
}
function settlingSection(report) {
  const lines = settlingTexts(report);
  return lines.length === 0 ? [] : ["### What would settle it", lines.map(bullet).join("\n")];
}
function priceLine(report) {
  if (report.base.attempted + report.head.attempted === 0) return [];
  const { run, policy } = report;
  const calls = `${dollars(run.costUsd)}, ${count(run.providerCalls, "provider call")}`;
  const cost = run.mode === "external" ? "" : `**Cost** ${run.providerCalls === 0 ? "nothing was paid" : calls} \xB7 `;
  const noise = run.noise === null ? "" : `; measured: ${run.noise.blocks} of ${number(run.noise.pullRequests)}`;
  return [`${cost}**False alarms** at most ${percent(policy.alpha)} of unchanged pull requests are blocked${noise}`];
}
function adoptionSection(report) {
  if (report.adoption === null) return [];
  const lines = (texts2) => texts2.map(bullet).join("\n");
  return ["### What was tested", lines(testedTexts(report)), "### What was not", lines(untestedTexts(report))];
}
function changesSection(changes, level) {
  if (changes.length === 0) return [];
  const lines = changes.slice(0, MAX_BULLETS).map((change) => {
    const outside = change.affecting ? "" : " _(does not concern the agent)_";
    return `- **${change.kind.replace("_", " ")}** ${code(change.path)} ${markdownText(change.summary, MAX_LINE3)}${outside}`;
  });
  if (changes.length > MAX_BULLETS) lines.push(`- and ${changes.length - MAX_BULLETS} more`);
  const prompts = level === "full" ? changes.filter((change) => change.lines.length > 0) : [];
  const diffs = prompts.map(
    (change) => details(`Changed lines of ${code(change.path)}`, markdownFence(change.lines.join("\n"), "diff", MAX_DIFF))
  );
  return ["### What changed", lines.join("\n"), ...diffs];
}
function slicesSection(report, level) {
  const gating = report.slices.length > 0 ? report.slices : report.all === null ? [] : [report.all];
  if (gating.length === 0) return [];
  const { moved, unmoved, unaffected } = groupSlices(gating);
  const rest = [
    unmoved.length === 0 ? "" : `${count(unmoved.length, "slice")} without evidence of a change`,
    unaffected.length === 0 ? "" : `${count(unaffected.length, "slice")} unaffected`
  ].filter((part) => part !== "");
  const names2 = unaffected.map((one) => markdownText(one.name, 60));
  const equal = `Unaffected, no request, tool call or answer differs: ${list(names2, 30)}`;
  const body = [unmoved.length === 0 ? "" : sliceTable(unmoved), unaffected.length === 0 ? "" : equal];
  const summary = rest.join(", ");
  const quiet = rest.length === 0 ? [] : level === "full" ? [details(summary, body.filter((part) => part !== "").join("\n\n"))] : [summary];
  return ["### Slices", ...moved.length === 0 ? [] : [sliceTable(moved)], ...quiet];
}
function clustersSection(report) {
  const lines = clusterTexts(report);
  return lines.length === 0 ? [] : [`### ${CLUSTERS_TITLE}`, lines.map(bullet).join("\n")];
}
function cohortsSection(report) {
  const { moved } = groupSlices(report.cohorts);
  return moved.length === 0 ? [] : [details(`${count(moved.length, "cohort")} moved (reported, never gating)`, sliceTable(moved))];
}
function sliceTable(comparisons) {
  const rows = comparisons.map(sliceRow).map((row) => [`**${markdownText(row.name, 80)}**`, row.n, row.rates, row.delta, row.evidence, verdictCell(row)]);
  return table(["slice", "cases \xD7 trials", "base \u2192 head", "\u0394 [95 %]", "evidence", "verdict"], "lrrrrl", rows);
}
function verdictCell(row) {
  const symbol = { bad: "\u{1F534} ", good: "\u{1F7E2} ", warn: "\u{1F7E1} ", plain: "" }[row.tone];
  const word = row.verdict === "~" ? "no evidence" : row.verdict;
  const tail = [row.why === null ? "" : markdownText(row.why, MAX_LINE3), row.affected].filter((part) => part !== "");
  return `${symbol}${word}${tail.length === 0 ? "" : `<br><sub>${tail.join("; ")}</sub>`}`;
}
function schemaErrorsSection(report) {
  const errors = newSchemaErrors(report);
  if (errors.length === 0) return [];
  const lines = errors.slice(0, MAX_BULLETS).map((error) => bullet(schemaErrorLine(error)));
  if (errors.length > MAX_BULLETS) lines.push(`- and ${errors.length - MAX_BULLETS} more`);
  return ["### Calls with invalid arguments", lines.join("\n")];
}
function notesSection(report) {
  return report.notes.length === 0 ? [] : ["### Notes", report.notes.map((note) => bullet(noteText(note))).join("\n")];
}

// src/report/files.ts
var MAX_SLUG = 60;
function reportFiles(report) {
  const broken = report.cases.filter(({ verdict, evidence }) => verdict === "broken" && evidence !== null);
  return [
    { name: "report.json", text: renderJson(report) },
    { name: "report.md", text: renderMarkdown(report, "full") },
    { name: "junit.xml", text: renderJunit(report) },
    ...broken.map((one, index) => ({
      // The number keeps names apart that the slug makes alike.
      name: `trajectories/${String(index + 1).padStart(2, "0")}-${slug(one.caseId)}.json`,
      text: `${JSON.stringify({ version: 1, ...one }, null, 2)}
`
    }))
  ];
}
function slug(foreign) {
  return foreign.replaceAll(/[^A-Za-z0-9_-]+/g, "-").slice(0, MAX_SLUG).replaceAll(/^-+|-+$/g, "");
}

// src/report/progress.ts
var BAR_WIDTH2 = 20;
function renderProgress({ phase, unit, done, total, ratePerSecond, remainingSeconds }) {
  const parts = [terminalText(phase, 40), ...total === null ? [amount(unit, done)] : shareParts(unit, done, total)];
  if (ratePerSecond !== null)
    parts.push(unit === "bytes" ? `${megabytes(ratePerSecond)} MB/s` : `${ratePerSecond.toFixed(1)}/s`);
  if (remainingSeconds !== null) parts.push(`about ${duration(1e3 * Math.round(remainingSeconds))} left`);
  return parts.join("  ");
}
function shareParts(unit, done, total) {
  const share2 = total === 0 ? 0 : Math.min(1, done / total);
  const filled = Math.floor(share2 * BAR_WIDTH2);
  const bar = `[${"#".repeat(filled)}${"-".repeat(BAR_WIDTH2 - filled)}]`;
  const of = unit === "bytes" ? `${megabytes(done)}/${megabytes(total)} MB` : `${done}/${total} ${unit}`;
  return [bar, of, `${Math.floor(100 * share2)}%`];
}
function amount(unit, done) {
  return unit === "bytes" ? `${megabytes(done)} MB` : `${done} ${unit}`;
}
function megabytes(bytes) {
  return (bytes / 1e6).toFixed(1);
}

// src/report/shard-plan.ts
var MAX_CHANGES = 20;
function renderShardPlan({ changes, known, forecast, casesByShard }) {
  if (known !== null) return `${terminalText(titleOf2(known, []), 500)}
nothing has to run`;
  const { affecting } = changes;
  const cases = casesByShard.reduce((sum, one) => sum + one, 0);
  return [
    `affected: ${count(affecting.length, "change concerns", "changes concern")} the agent, of ${number(changes.changes.length)}`,
    ...affecting.slice(0, MAX_CHANGES).map((change) => {
      const { kind, path, summary } = summarise(change, true, []);
      return `  ${kind}  ${terminalText(path, 200)}  ${terminalText(summary, 200)}`;
    }),
    ...affecting.length > MAX_CHANGES ? [`  and ${count(affecting.length - MAX_CHANGES, "more change")}`] : [],
    `round 1: ${count(cases, "case")} on ${count(casesByShard.length, "shard")} (${casesByShard.map(number).join(", ")})`,
    ...forecast === null ? [] : [forecastText(forecast)]
  ].join("\n");
}

// src/report/terminal.ts
var import_picocolors3 = __toESM(require_picocolors(), 1);
var MIN_WIDTH = 60;
var MAX_WIDTH = 160;
var MAX_REASONS = 10;
var MAX_TEXT4 = 400;
var MAX_NAME4 = 40;
function renderTerminal(report, options) {
  const width = Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, options.width));
  const screen = { colors: import_picocolors3.default.createColors(options.color), width };
  const sections = [
    headLines2(report, screen),
    texts("Declared as intended", acceptedTexts(report), screen),
    texts("What was tested", testedTexts(report), screen),
    texts("What was not", untestedTexts(report), screen),
    section("Changed", report.changes.map(changeLine), screen),
    section("Slices", sliceLines2(report.slices, screen), screen),
    section(
      "All cases",
      report.slices.length > 0 ? [] : sliceLines2(report.all === null ? [] : [report.all], screen),
      screen
    ),
    texts(CLUSTERS_TITLE, clusterTexts(report), screen),
    section("Cohorts (reported, never gating)", cohortLines(report, screen), screen),
    texts("Calls with invalid arguments", newSchemaErrors(report).map(schemaErrorLine), screen),
    ...groupCases(report).map(
      (group) => section(`${group.title} (${group.cases.length})`, caseLines2(group.cases, screen), screen)
    ),
    texts("What would settle it", settlingTexts(report), screen),
    texts("Per trial, base \u2192 head (shown, not judged)", measureTexts(report), screen),
    section(
      "Evidence",
      [
        ...evidenceLines(report),
        ...toolCallTexts(report).flatMap((line) => hanging("tools    ", line, screen)),
        ...ignoredTexts(report).flatMap((line) => hanging("ignored  ", line, screen)),
        ...sourceTexts2(report).flatMap((line) => hanging("read     ", line, screen))
      ],
      screen
    ),
    section(
      "Notes",
      report.notes.flatMap((note) => hanging("! ", noteText(note), screen)),
      screen
    )
  ];
  return `${sections.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}
`;
}
function section(title2, lines, { colors }) {
  return lines.length === 0 ? [] : [colors.bold(title2), ...lines.map((line) => `  ${line}`)];
}
function texts(title2, lines, screen) {
  return section(
    title2,
    lines.flatMap((line) => hanging("", line, screen)),
    screen
  );
}
function hanging(mark, foreign, { width }) {
  const lines = wrap(text2(foreign), width - 4 - mark.length);
  return lines.map((line, index) => `${index === 0 ? mark : " ".repeat(Math.max(2, mark.length))}${line}`);
}
function text2(foreign) {
  return terminalText(foreign, MAX_TEXT4);
}
function headLines2(report, { colors }) {
  const paint = {
    pass: colors.green,
    not_affected: colors.green,
    block: colors.red,
    inconclusive: colors.yellow,
    error: colors.red
  };
  const why = report.verdict === "inconclusive" || report.verdict === "error" ? report.reasons.slice(1, MAX_REASONS).map((reason) => `  and ${text2(reasonText(reason, report.corpus.cases))}`) : [];
  return [colors.bold(paint[report.verdict](text2(report.title))), ...why, colors.dim(text2(runLine(report)))];
}
function acceptedTexts({ accepted }) {
  const unread = accepted.problems.map((problem) => `accepts nothing: ${problem}`);
  return [...shownEntries(accepted).map(acceptedText), ...unread].slice(0, MAX_REASONS);
}
function changeLine(change) {
  const outside = change.affecting ? "" : "  (does not concern the agent)";
  return `${change.kind.replace("_", " ").padEnd(10)}  ${text2(change.path)}  ${text2(change.summary)}${outside}`;
}
function sliceLines2(comparisons, { colors }) {
  const { moved, unmoved, unaffected } = groupSlices(comparisons);
  const rows = [...moved, ...unmoved].map(sliceRow);
  const lines = tableLines(rows, colors);
  if (unaffected.length === 0) return lines;
  const names2 = unaffected.map((one) => terminalText(one.name, MAX_NAME4));
  const equal = `${count(unaffected.length, "slice")} unaffected: no request, tool call or answer differs`;
  return [...lines, colors.dim(`${equal} (${list(names2, 6)})`)];
}
function tableLines(rows, colors) {
  const cells = rows.map((row) => [terminalText(row.name, MAX_NAME4), `n=${row.n}`, row.rates, row.delta, row.evidence]);
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(0, ...cells.map((line) => line[column]?.length ?? 0)));
  const paint = { bad: colors.red, good: colors.green, warn: colors.yellow, plain: (word) => word };
  return rows.flatMap((row, index) => {
    const padded = (cells[index] ?? []).map((cell, column) => {
      const width = widths[column] ?? 0;
      return column === 2 || column === 3 ? cell.padStart(width) : cell.padEnd(width);
    });
    const verdict = colors.bold(paint[row.tone](row.verdict));
    const affected = row.affected === "" ? "" : `  ${colors.dim(row.affected)}`;
    const line = `${padded.join("  ")}  ${verdict}${affected}`;
    return row.why === null ? [line] : [line, `  ${colors.dim(text2(row.why))}`];
  });
}
function cohortLines(report, screen) {
  return sliceLines2(groupSlices(report.cohorts).moved, screen);
}
function evidenceLines(report) {
  const { base, head } = report;
  if (base.attempted + head.attempted + base.missing + head.missing === 0) return [];
  const overall = overallText(report);
  const traffic = trafficText(report);
  const isolation = isolationText(report);
  const noise = noiseText(report);
  return [
    ...overall === null ? [] : [`overall  ${overall}`],
    ...traffic === null ? [] : [`traffic  ${traffic}`],
    `base     ${reconciliationText(report, base)}`,
    `head     ${reconciliationText(report, head)}`,
    `cases    ${caseCountsText(report)}`,
    `answers  ${costText(report)}`,
    `policy   ${policyText(report)}`,
    ...noise === null ? [] : [`noise    ${text2(noise)}`],
    ...judgeTexts(report).map((line) => `judge    ${text2(line)}`),
    ...isolation === null ? [] : [`kept in  ${isolation}`]
  ];
}

export {
  terminalText,
  markdownText,
  lineAnnotations,
  renderAttribution,
  renderAttributionMarkdown,
  renderBackfill,
  forecastText,
  buildReport,
  renderBuild,
  renderCases,
  renderCase,
  renderCheck,
  renderLedger,
  ledgerCsv,
  renderDrift,
  buildExternalReport,
  renderJson,
  parseReport,
  renderMarkdown,
  reportFiles,
  renderIncidents,
  incidentTitle,
  renderIncident,
  incidentMarkdown,
  renderIngest,
  renderNoise,
  renderProgress,
  renderRepro,
  renderShardPlan,
  renderStatus,
  renderStatusMarkdown,
  renderTerminal,
  renderTraffic
};
