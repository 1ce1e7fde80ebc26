const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);

// builtin:node:process
var all = /* @__PURE__ */ process.getBuiltinModule("node:process");
var node_process_default = all;

export {
  node_process_default
};
