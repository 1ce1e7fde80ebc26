const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);

// builtin:node:fs
var all = /* @__PURE__ */ process.getBuiltinModule("node:fs");
var exported = (key) => all[key];
var node_fs_default = all;
var $appendFileSync = /* @__PURE__ */ exported("appendFileSync");
var $closeSync = /* @__PURE__ */ exported("closeSync");
var $createReadStream = /* @__PURE__ */ exported("createReadStream");
var $createWriteStream = /* @__PURE__ */ exported("createWriteStream");
var $existsSync = /* @__PURE__ */ exported("existsSync");
var $fdatasync = /* @__PURE__ */ exported("fdatasync");
var $fdatasyncSync = /* @__PURE__ */ exported("fdatasyncSync");
var $fstatSync = /* @__PURE__ */ exported("fstatSync");
var $fsyncSync = /* @__PURE__ */ exported("fsyncSync");
var $ftruncateSync = /* @__PURE__ */ exported("ftruncateSync");
var $lstatSync = /* @__PURE__ */ exported("lstatSync");
var $mkdirSync = /* @__PURE__ */ exported("mkdirSync");
var $mkdtempSync = /* @__PURE__ */ exported("mkdtempSync");
var $openSync = /* @__PURE__ */ exported("openSync");
var $readdirSync = /* @__PURE__ */ exported("readdirSync");
var $readSync = /* @__PURE__ */ exported("readSync");
var $readFileSync = /* @__PURE__ */ exported("readFileSync");
var $readlinkSync = /* @__PURE__ */ exported("readlinkSync");
var $realpathSync = /* @__PURE__ */ exported("realpathSync");
var $renameSync = /* @__PURE__ */ exported("renameSync");
var $rmSync = /* @__PURE__ */ exported("rmSync");
var $statSync = /* @__PURE__ */ exported("statSync");
var $writeFileSync = /* @__PURE__ */ exported("writeFileSync");
var $writeSync = /* @__PURE__ */ exported("writeSync");
var $constants = /* @__PURE__ */ exported("constants");
var $promises = /* @__PURE__ */ exported("promises");

export {
  node_fs_default,
  $appendFileSync,
  $closeSync,
  $createReadStream,
  $createWriteStream,
  $existsSync,
  $fdatasync,
  $fdatasyncSync,
  $fstatSync,
  $fsyncSync,
  $ftruncateSync,
  $lstatSync,
  $mkdirSync,
  $mkdtempSync,
  $openSync,
  $readdirSync,
  $readSync,
  $readFileSync,
  $readlinkSync,
  $realpathSync,
  $renameSync,
  $rmSync,
  $statSync,
  $writeFileSync,
  $writeSync,
  $constants,
  $promises
};
