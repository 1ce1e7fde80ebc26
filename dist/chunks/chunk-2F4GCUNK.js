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

// builtin:node:fs/promises
var all2 = /* @__PURE__ */ process.getBuiltinModule("node:fs/promises");
var exported2 = (key) => all2[key];
var promises_default = all2;
var $access = /* @__PURE__ */ exported2("access");
var $copyFile = /* @__PURE__ */ exported2("copyFile");
var $cp = /* @__PURE__ */ exported2("cp");
var $glob = /* @__PURE__ */ exported2("glob");
var $open = /* @__PURE__ */ exported2("open");
var $rename = /* @__PURE__ */ exported2("rename");
var $rm = /* @__PURE__ */ exported2("rm");
var $rmdir = /* @__PURE__ */ exported2("rmdir");
var $mkdir = /* @__PURE__ */ exported2("mkdir");
var $readdir = /* @__PURE__ */ exported2("readdir");
var $readlink = /* @__PURE__ */ exported2("readlink");
var $symlink = /* @__PURE__ */ exported2("symlink");
var $lstat = /* @__PURE__ */ exported2("lstat");
var $stat = /* @__PURE__ */ exported2("stat");
var $chmod = /* @__PURE__ */ exported2("chmod");
var $lchown = /* @__PURE__ */ exported2("lchown");
var $realpath = /* @__PURE__ */ exported2("realpath");
var $mkdtemp = /* @__PURE__ */ exported2("mkdtemp");
var $writeFile = /* @__PURE__ */ exported2("writeFile");
var $readFile = /* @__PURE__ */ exported2("readFile");
var $constants = /* @__PURE__ */ exported2("constants");

// builtin:node:util
var all3 = /* @__PURE__ */ process.getBuiltinModule("node:util");
var exported3 = (key) => all3[key];
var node_util_default = all3;
var $inspect = /* @__PURE__ */ exported3("inspect");
var $promisify = /* @__PURE__ */ exported3("promisify");
var $stripVTControlCharacters = /* @__PURE__ */ exported3("stripVTControlCharacters");
var $types = /* @__PURE__ */ exported3("types");

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
  $posix,
  node_util_default,
  $inspect,
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
