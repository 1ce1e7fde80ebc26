const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);

// builtin:node:fs/promises
var all = /* @__PURE__ */ process.getBuiltinModule("node:fs/promises");
var exported = (key) => all[key];
var promises_default = all;
var $access = /* @__PURE__ */ exported("access");
var $copyFile = /* @__PURE__ */ exported("copyFile");
var $cp = /* @__PURE__ */ exported("cp");
var $glob = /* @__PURE__ */ exported("glob");
var $open = /* @__PURE__ */ exported("open");
var $rename = /* @__PURE__ */ exported("rename");
var $rm = /* @__PURE__ */ exported("rm");
var $rmdir = /* @__PURE__ */ exported("rmdir");
var $mkdir = /* @__PURE__ */ exported("mkdir");
var $readdir = /* @__PURE__ */ exported("readdir");
var $readlink = /* @__PURE__ */ exported("readlink");
var $symlink = /* @__PURE__ */ exported("symlink");
var $lstat = /* @__PURE__ */ exported("lstat");
var $stat = /* @__PURE__ */ exported("stat");
var $chmod = /* @__PURE__ */ exported("chmod");
var $lchown = /* @__PURE__ */ exported("lchown");
var $realpath = /* @__PURE__ */ exported("realpath");
var $mkdtemp = /* @__PURE__ */ exported("mkdtemp");
var $writeFile = /* @__PURE__ */ exported("writeFile");
var $readFile = /* @__PURE__ */ exported("readFile");
var $constants = /* @__PURE__ */ exported("constants");

// builtin:node:util
var all2 = /* @__PURE__ */ process.getBuiltinModule("node:util");
var exported2 = (key) => all2[key];
var node_util_default = all2;
var $inspect = /* @__PURE__ */ exported2("inspect");
var $isDeepStrictEqual = /* @__PURE__ */ exported2("isDeepStrictEqual");
var $promisify = /* @__PURE__ */ exported2("promisify");
var $stripVTControlCharacters = /* @__PURE__ */ exported2("stripVTControlCharacters");
var $types = /* @__PURE__ */ exported2("types");

export {
  node_util_default,
  $inspect,
  $isDeepStrictEqual,
  $promisify,
  $stripVTControlCharacters,
  $types,
  promises_default,
  $access,
  $copyFile,
  $cp,
  $glob,
  $open,
  $rename,
  $rm,
  $rmdir,
  $mkdir,
  $readdir,
  $readlink,
  $symlink,
  $lstat,
  $stat,
  $chmod,
  $lchown,
  $realpath,
  $mkdtemp,
  $writeFile,
  $readFile,
  $constants
};
