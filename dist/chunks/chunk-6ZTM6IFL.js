const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);

// builtin:node:process
var all = /* @__PURE__ */ process.getBuiltinModule("node:process");
var exported = (key) => all[key];
var node_process_default = all;
var $platform = /* @__PURE__ */ exported("platform");
var $hrtime = /* @__PURE__ */ exported("hrtime");
var $execArgv = /* @__PURE__ */ exported("execArgv");
var $execPath = /* @__PURE__ */ exported("execPath");

export {
  node_process_default,
  $platform,
  $hrtime,
  $execArgv,
  $execPath
};
