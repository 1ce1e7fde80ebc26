const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);

// builtin:node:readline
var all = /* @__PURE__ */ process.getBuiltinModule("node:readline");
var exported = (key) => all[key];
var $createInterface = /* @__PURE__ */ exported("createInterface");

export {
  $createInterface
};
