const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);

// builtin:node:events
var all = /* @__PURE__ */ process.getBuiltinModule("node:events");
var exported = (key) => all[key];
var $addAbortListener = /* @__PURE__ */ exported("addAbortListener");
var $once = /* @__PURE__ */ exported("once");
var $on = /* @__PURE__ */ exported("on");
var $EventEmitter = /* @__PURE__ */ exported("EventEmitter");
var $setMaxListeners = /* @__PURE__ */ exported("setMaxListeners");

export {
  $addAbortListener,
  $once,
  $on,
  $EventEmitter,
  $setMaxListeners
};
