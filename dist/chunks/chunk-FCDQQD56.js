const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);

// builtin:node:v8
var all = /* @__PURE__ */ process.getBuiltinModule("node:v8");
var exported = (key) => all[key];
var $getHeapSpaceStatistics = /* @__PURE__ */ exported("getHeapSpaceStatistics");
var $setFlagsFromString = /* @__PURE__ */ exported("setFlagsFromString");

export {
  $getHeapSpaceStatistics,
  $setFlagsFromString
};
