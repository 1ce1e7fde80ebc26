const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);

// builtin:node:events
var all = /* @__PURE__ */ process.getBuiltinModule("node:events");
var exported = (key) => all[key];
var $once = /* @__PURE__ */ exported("once");
var $EventEmitter = /* @__PURE__ */ exported("EventEmitter");

export {
  $once,
  $EventEmitter
};
