const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);

// builtin:node:os
var all = /* @__PURE__ */ process.getBuiltinModule("node:os");
var exported = (key) => all[key];
var node_os_default = all;
var $hostname = /* @__PURE__ */ exported("hostname");
var $tmpdir = /* @__PURE__ */ exported("tmpdir");
var $EOL = /* @__PURE__ */ exported("EOL");

export {
  node_os_default,
  $hostname,
  $tmpdir,
  $EOL
};
