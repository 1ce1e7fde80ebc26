const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);

// builtin:node:path
var all = /* @__PURE__ */ process.getBuiltinModule("node:path");
var exported = (key) => all[key];
var node_path_default = all;
var $resolve = /* @__PURE__ */ exported("resolve");
var $normalize = /* @__PURE__ */ exported("normalize");
var $isAbsolute = /* @__PURE__ */ exported("isAbsolute");
var $join = /* @__PURE__ */ exported("join");
var $relative = /* @__PURE__ */ exported("relative");
var $dirname = /* @__PURE__ */ exported("dirname");
var $basename = /* @__PURE__ */ exported("basename");
var $extname = /* @__PURE__ */ exported("extname");
var $sep = /* @__PURE__ */ exported("sep");
var $delimiter = /* @__PURE__ */ exported("delimiter");
var $posix = /* @__PURE__ */ exported("posix");

export {
  node_path_default,
  $resolve,
  $normalize,
  $isAbsolute,
  $join,
  $relative,
  $dirname,
  $basename,
  $extname,
  $sep,
  $delimiter,
  $posix
};
