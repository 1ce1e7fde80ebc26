const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);

// builtin:node:child_process
var all = /* @__PURE__ */ process.getBuiltinModule("node:child_process");
var exported = (key) => all[key];
var node_child_process_default = all;
var $ChildProcess = /* @__PURE__ */ exported("ChildProcess");
var $execFile = /* @__PURE__ */ exported("execFile");
var $spawn = /* @__PURE__ */ exported("spawn");
var $spawnSync = /* @__PURE__ */ exported("spawnSync");

export {
  node_child_process_default,
  $ChildProcess,
  $execFile,
  $spawn,
  $spawnSync
};
