const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);

// builtin:node:child_process
var all = /* @__PURE__ */ process.getBuiltinModule("node:child_process");
var exported = (key) => all[key];
var node_child_process_default = all;
var $execFile = /* @__PURE__ */ exported("execFile");
var $spawn = /* @__PURE__ */ exported("spawn");

// builtin:node:stream/consumers
var all2 = /* @__PURE__ */ process.getBuiltinModule("node:stream/consumers");
var exported2 = (key) => all2[key];
var $buffer = /* @__PURE__ */ exported2("buffer");
var $text = /* @__PURE__ */ exported2("text");

export {
  node_child_process_default,
  $execFile,
  $spawn,
  $buffer,
  $text
};
