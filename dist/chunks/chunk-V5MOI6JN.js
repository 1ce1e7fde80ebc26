const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);

// src/errors.ts
var UserError = class extends Error {
  name = "UserError";
  problems;
  constructor(problems) {
    const list = Array.isArray(problems) ? problems : [problems];
    super(list.map(formatProblem).join("\n"));
    this.problems = list;
  }
};
function formatProblem(problem) {
  const where = problem.where === null ? "" : `${problem.where}: `;
  const hint = problem.hint === null ? "" : `
  ${problem.hint}`;
  return withoutControls(`${where}${problem.message}${hint}`);
}
function withoutControls(text) {
  return text.replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\p{Cf}]/gu, "");
}
function cut(text, max) {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length <= max ? line : `${line.slice(0, max)}\u2026 (${line.length - max} more characters)`;
}
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

export {
  UserError,
  formatProblem,
  cut,
  messageOf
};
