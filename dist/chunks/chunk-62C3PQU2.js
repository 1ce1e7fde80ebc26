const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);

// builtin:node:timers/promises
var all = /* @__PURE__ */ process.getBuiltinModule("node:timers/promises");
var exported = (key) => all[key];
var $setTimeout = /* @__PURE__ */ exported("setTimeout");
var $setImmediate = /* @__PURE__ */ exported("setImmediate");
var $scheduler = /* @__PURE__ */ exported("scheduler");

export {
  $setTimeout,
  $setImmediate,
  $scheduler
};
