const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);

// builtin:node:stream/consumers
var all = /* @__PURE__ */ process.getBuiltinModule("node:stream/consumers");
var exported = (key) => all[key];
var $buffer = /* @__PURE__ */ exported("buffer");
var $text = /* @__PURE__ */ exported("text");

export {
  $buffer,
  $text
};
