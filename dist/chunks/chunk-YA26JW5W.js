const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);

// builtin:node:stream
var all = /* @__PURE__ */ process.getBuiltinModule("node:stream");
var exported = (key) => all[key];
var node_stream_default = all;
var $Readable = /* @__PURE__ */ exported("Readable");
var $Duplex = /* @__PURE__ */ exported("Duplex");
var $Transform = /* @__PURE__ */ exported("Transform");
var $PassThrough = /* @__PURE__ */ exported("PassThrough");
var $addAbortSignal = /* @__PURE__ */ exported("addAbortSignal");
var $finished = /* @__PURE__ */ exported("finished");

export {
  node_stream_default,
  $Readable,
  $Duplex,
  $Transform,
  $PassThrough,
  $addAbortSignal,
  $finished
};
